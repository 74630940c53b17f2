import { sha256 } from "../../src/cli/sha256";
import { foldFiles } from "../../src/workbook/formats/csv/fold/foldFiles";
import { readCsv } from "../../src/workbook/formats/csv/readCsv";
import { bookOf, saysOf } from "./support/billedFiles";
import { tellingRows } from "./support/tellingRows";

const book = bookOf({ prices: [0, 0, 0, 0], sheetRows: [], files: [] });
const field = (text: string) => (text.includes(",") ? `"${text}"` : text);

test.each(tellingRows)("%s bill the same where they lie", async (_what, rows) => {
  const bytes = Buffer.from(rows.map((cells) => `${cells.map(field).join(",")}\n`).join(""));
  const copied = readCsv(bytes, "usage.csv");
  if (!copied.ok) throw new Error(copied.failure.message);
  const source = {
    name: "usage.csv",
    size: bytes.length,
    sha256: () => sha256([bytes]),
    open: async function* () {
      await Promise.resolve();
      yield bytes;
    },
  };
  const folded = await foldFiles(book, [source]);
  if (!folded.ok) throw new Error(folded.message);
  expect(saysOf(book, folded.grids)).toEqual(saysOf(book, [copied.grid]));
});
