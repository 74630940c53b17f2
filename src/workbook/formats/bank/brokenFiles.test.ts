import fc from "fast-check";
import { importPayments, type Snapshot } from "../../../core/api";
import { bankFiles } from "../../../../test/support/bankFiles";
import { readBankFile } from "./readBankFile";

const emptyBook: Snapshot = { grids: [], tables: [], date1904: false, pictures: [] };

/** Reads what is left of a file and imports it: whatever it is, it ends with a sentence, issues or payments. */
function outcome(bytes: Uint8Array): string {
  const reading = readBankFile(bytes, "file");
  if (!reading.ok) return reading.failure.message;
  const imported = importPayments(emptyBook, [reading.file], (text) => String(text.length));
  return imported.ok ? `${String(imported.value.issues.length)} issues` : imported.reason;
}

const seed = 20_261_031;

describe.each(Object.entries(bankFiles))("%s", (name, text) => {
  const bytes = Uint8Array.from(Buffer.from(text));

  test("ends in a sentence wherever it is cut off", () => {
    for (let length = 0; length < bytes.length; length += 7)
      expect(outcome(bytes.subarray(0, length))).not.toBe("");
  });

  test("is never read in part: its end is missed", () => {
    const isWhole = (length: number) => readBankFile(bytes.subarray(0, length), "file").ok;
    const end = text.trimEnd().length;
    // Of text with separators nobody can tell; the others say where they end.
    const lengths = name === "csvFile" ? [] : Array.from({ length: end - 14 }, (_each, length) => length);
    expect(lengths.filter(isWhole)).toEqual([]);
  });

  test("ends in a sentence whatever is written over, left out or put in", () => {
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      length: fc.nat(12),
      instead: fc.oneof(
        fc.uint8Array({ maxLength: 12 }),
        fc
          .constantFrom("<", ">", "&", "/", ",", ":61:", "88,", '"', "]]>", "\n", "-9", "\0")
          .map((each) => Uint8Array.from(Buffer.from(each))),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let broken = Buffer.from(bytes);
        for (const { at, length, instead } of changes)
          broken = Buffer.concat([broken.subarray(0, at), instead, broken.subarray(at + length)]);
        expect(outcome(broken)).not.toBe("");
      }),
      { seed, numRuns: 150 },
    );
  });
});

test("what never ends is read once from beginning to end", () => {
  const long = 200_000;
  const files = [
    `<OFX>${"<".repeat(long)}</OFX>`,
    `<OFX>${"<A ".repeat(long)}`,
    `<OFX><STMTRS>${"<STMTTRN>".repeat(20_000)}</STMTRS></OFX>`,
    `:20:A\n:60F:C261001EUR1,\n${":86:".repeat(long)}\n:62F:C261031EUR1,\n`,
    `:20:A\n:61:2610061005C1,00NTRFX\n:86:/REMI/${"/".repeat(long)}x\n:62F:C261031EUR1,\n`,
    `:20:A\n:61:2610061005C1,00NTRFX\n:86:${"166?20".repeat(long / 10)}\n:62F:C261031EUR1,\n`,
    `01,A/\n02,A,B,1,261005,,EUR/\n03,1,,/\n${"88,1,1,D,999,".repeat(5000)}\n99/`,
    `<Document><BkToCstmrStmt><Stmt>${"<Ntry/>".repeat(5000)}</Stmt></BkToCstmrStmt></Document>`,
    `Date,Amount\n${",".repeat(10_000)}\n`,
  ];
  for (const text of files) expect(outcome(Buffer.from(text))).not.toBe("");
});
