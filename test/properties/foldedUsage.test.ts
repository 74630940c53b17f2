import fc from "fast-check";
import { sha256 } from "../../src/cli/sha256";
import { foldFiles } from "../../src/workbook/formats/csv/fold/foldFiles";
import type { TextSource } from "../../src/workbook/formats/csv/fold/usageSource";
import { readCsv } from "../../src/workbook/formats/csv/readCsv";
import {
  billed,
  bookOf,
  drawn,
  drawnAlike,
  figuresOf,
  issuesOf,
  textOf,
  type Drawn,
} from "./support/billedFiles";
import { checkAsync } from "./support/check";

const sourceOf = (text: string, name: string, cut: number): TextSource => {
  const bytes = Buffer.from(text);
  return {
    name,
    size: bytes.length,
    sha256: () => sha256([bytes]),
    open: async function* () {
      await Promise.resolve();
      // All in the same memory, as files are read.
      const piece = Buffer.alloc(cut);
      for (let at = 0; at < bytes.length; at += cut)
        yield piece.subarray(0, bytes.copy(piece, 0, at, at + cut));
    },
  };
};

async function compare(book: Drawn, cut: number): Promise<void> {
  const snapshot = bookOf(book);
  const texts = book.files.map((file) => textOf(file));
  const copied = texts.map((text, index) => {
    const reading = readCsv(Buffer.from(text), `usage ${String(index)}.csv`);
    if (!reading.ok) throw new Error(reading.failure.message);
    return reading.grid;
  });
  const folded = await foldFiles(
    snapshot,
    texts.map((text, index) => sourceOf(text, `usage ${String(index)}.csv`, cut)),
  );
  if (!folded.ok) throw new Error(folded.message);
  const [row, sum] = [billed(snapshot, copied), billed(snapshot, folded.grids)];
  expect(figuresOf(sum)).toEqual(figuresOf(row));
  expect(issuesOf(sum)).toEqual(issuesOf(row));
}

it("rows that are added up as their files are read bill what the same rows in the workbook bill", async () => {
  await checkAsync(fc.asyncProperty(drawn, fc.constantFrom(7, 64, 100_000), compare), 25);
});

it("so do rows that are mostly like others", async () => {
  await checkAsync(fc.asyncProperty(drawnAlike, fc.constantFrom(64, 100_000), compare), 300);
});
