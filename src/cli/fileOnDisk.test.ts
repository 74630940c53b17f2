import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { piecesOf, sectionOf } from "../workbook/bytes/fileBytes";
import { openBytes } from "./readBytes";
import { PackageError } from "../workbook/readFailure";
import { readWorkbook } from "../workbook/xlsx/read/readWorkbook";
import { applyPlan } from "../workbook/xlsx/write/applyPlan";
import { FileOnDisk } from "./fileOnDisk";

const EXAMPLES = join(__dirname, "../../examples");
const nothing = { sheets: [], removedSheets: [], appended: [] };

describe("a file whose bytes are read when they are asked for", () => {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-disk-"));
  const path = join(folder, "file");
  const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31 + (index >> 8)) % 251);
  beforeEach(() => {
    writeFileSync(path, bytes);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const place = fc.integer({ min: 0, max: bytes.length + 1000 });
  const places = fc.tuple(place, place).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

  it("gives what the file holds, also beyond its end and of a section", () => {
    const file = new FileOnDisk(path);
    fc.assert(
      fc.property(places, places, ([from, to], [start, end]) => {
        const section = sectionOf(file, Math.min(from, file.length), Math.min(to, file.length));
        expect(Buffer.from(file.subarray(from, to)).equals(bytes.subarray(from, to))).toBe(true);
        const expected = bytes.subarray(from, to).subarray(start, end);
        expect(Buffer.from(section.subarray(start, end)).equals(expected)).toBe(true);
      }),
    );
    expect(Buffer.concat([...piecesOf(file, 30_000)]).equals(bytes)).toBe(true);
  });

  it("gives a workbook as from memory, and the same file again", async () => {
    const book = join(EXAMPLES, "functions.xlsx");
    const held = await readWorkbook(readFileSync(book));
    const onDisk = await readWorkbook(new FileOnDisk(book));
    if (!held.ok || !onDisk.ok) throw new Error("the example cannot be read");
    expect(onDisk.snapshot).toEqual(held.snapshot);
    const written = applyPlan(onDisk.package, nothing);
    expect(Buffer.from(written).equals(applyPlan(held.package, nothing))).toBe(true);
  });

  it("refuses bytes of a file that was written, or taken away, meanwhile", () => {
    const file = new FileOnDisk(path);
    appendFileSync(path, "more");
    expect(() => file.subarray(0)).toThrow(PackageError);
    expect(() => file.subarray(0)).toThrow("another program wrote it; run again");
    unlinkSync(path);
    expect(() => file.subarray(0)).toThrow("there is no such file; run again");
  });

  it("says of a part that cannot be read that the file was changed, not that it is damaged", async () => {
    writeFileSync(path, readFileSync(join(EXAMPLES, "harbour.xlsx")));
    const file = new FileOnDisk(path);
    const changing = {
      length: file.length,
      subarray: (start: number, end?: number) => {
        // The parts that are unpacked in pieces come after what says where they are.
        if (end !== undefined && end - start > 50_000) appendFileSync(path, " ");
        return file.subarray(start, end);
      },
    };
    const reading = await readWorkbook(changing);
    expect(reading).toMatchObject({ ok: false, failure: { code: "CHANGED" } });
  });

  it("is refused in one line where it is larger than any workbook", async () => {
    truncateSync(path, 3 * 1024 ** 3);
    await expect(openBytes(path)).rejects.toThrow(`${path}: it is larger than any workbook is (2,048 MB)`);
    truncateSync(path, 0);
  });
});
