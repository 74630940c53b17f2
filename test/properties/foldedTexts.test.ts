import { sha256 } from "../../src/cli/sha256";
import { foldFiles } from "../../src/workbook/formats/csv/fold/foldFiles";
import { readCsv } from "../../src/workbook/formats/csv/readCsv";
import { billed, bookOf, figuresOf, issuesOf } from "./support/billedFiles";

const book = bookOf({ prices: [0, 0, 0, 0], sheetRows: [], files: [] });
const lines = (...rows: readonly string[]): string => rows.map((row) => `${row}\n`).join("");
const counted = (from: number, to: number, of: (index: number) => string): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => of(from + index));
const two = (value: number) => String(value).padStart(2, "0");

const plain = "Contract ID,Meter,Date,Quantity,Region";
const once = counted(1, 12, (day) => `CT-1,calls,2026-10-${two(day)},${String(3 * day)},`);
const withIds = "Event ID,Contract ID,Meter,Date,Quantity";

/** Files of which the sums must say what their rows say. */
const texts: readonly (readonly [what: string, text: string])[] = [
  [
    "rows again with their days as serials",
    lines(
      plain,
      ...once,
      ...counted(1, 12, (day) => `CT-1,calls,${String(46_295 + day)},${String(3 * day)},`),
    ),
  ],
  [
    "rows again with their days as whole numbers",
    lines(plain, ...once, ...counted(1, 12, (day) => `CT-1,calls,202610${two(day)},${String(3 * day)},`)),
  ],
  ["rows again with a blank beyond ASCII", lines(plain, ...once, ...once.map((row) => `${row}\u00a0`))],
  [
    "rows again with a property that is a day and its serial",
    lines(plain, ...once.map((row) => `${row}2026-10-01`), ...once.map((row) => `${row}46296`)),
  ],
  [
    "two columns of one meaning that differ in a late row",
    lines(
      "Event ID,Contract ID,Contract ID,Meter,Date,Quantity",
      ...counted(
        1,
        99,
        (at) => `E${String(100 + at)},CT-1,${at === 70 ? "CT-2" : "CT-1"},calls,2026-10-05,1`,
      ),
    ),
  ],
  [
    "two dates of one day, the second with a time",
    lines(
      "Event ID,Contract ID,Meter,Usage date,Timestamp,Quantity",
      ...counted(1, 40, (at) => `E${String(100 + at)},CT-1,calls,2026-10-05,2026-10-05T10:${two(at)}:00,1`),
    ),
  ],
  [
    "a time as a serial beside quantities with commas",
    lines(
      withIds,
      ...["46300", "46301", "46302.5", "46303"].map((day, at) => `E${String(at)},CT-1,calls,${day},"2,5"`),
    ),
  ],
  [
    "a point that may part thousands before one that does not",
    lines(
      withIds,
      "E1,CT-1,calls,2026-10-05,10",
      'E2,CT-1,calls,2026-10-06,"1,500"',
      "E3,CT-1,calls,2026-10-05,1.500",
      "E4,CT-1,calls,2026-10-05,587.5",
    ),
  ],
  [
    "thousands with points and commas beside a time as a serial",
    lines(withIds, "E1,CT-1,calls,46307,1.500", "E2,CT-1,calls,46302.5,10", 'E3,CT-1,calls,46299,"2.500,75"'),
  ],
  [
    "a comma in a column that nothing reads",
    lines(
      `${withIds},Weight`.replaceAll(",", "\t"),
      ...counted(
        10,
        18,
        (at) => `E${String(at)}\tCT-1\tcalls\t2026-10-05\t1.234\t${at === 17 ? "2,75" : "1.5"}`,
      ),
      "E19\tCT-1\tcalls\t2026-10-05\t1,234\t1.5",
    ),
  ],
  ...["2026-10-31", "Total"].map((date): readonly [string, string] => [
    `totals with all that a row has, and ${date} as their date`,
    lines(
      withIds,
      ...counted(1, 6, (at) => `E${String(at)},CT-1,calls,2026-10-05,${String(at)}`),
      `,Total,Total,${date},21`,
      ...counted(1, 6, (at) => `E${String(10 + at)},CT-1,calls,2026-10-05,${String(at)}`),
      `,Total,Total,${date},21`,
    ),
  ]),
  [
    "a sum with the digits of a card number",
    lines(
      withIds,
      ...[1, 1, 1_000_000_000, 123_456_789_012_345, 123_456_789_012_345, 1_000_000_000].map(
        (quantity, at) => `E${String(at)},CT-1,calls,2026-10-12,${String(quantity)}`,
      ),
    ),
  ],
];

/** What a bill says of its usage: figures and issues, or why there is none. */
function saysOf(grids: Parameters<typeof billed>[1]): unknown {
  try {
    const run = billed(book, grids);
    return [figuresOf(run), issuesOf(run)];
  } catch (error) {
    return String(error);
  }
}

test.each(texts)("%s bill the same where they lie", async (_what, text) => {
  const bytes = Buffer.from(text);
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
  expect(saysOf(folded.grids)).toEqual(saysOf([copied.grid]));
});
