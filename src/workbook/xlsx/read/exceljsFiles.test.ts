import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { stream, Workbook, type CellValue, type Worksheet } from "exceljs";
import fc from "fast-check";
import { cellAddress } from "../../../core/api";
import { cellsOf, read, type TestCell } from "../../../../test/support/testReading";

// Reading is slow work on a busy machine, and these tests are not about time.
jest.setTimeout(60_000);

/** What a workbook is written from, and what reading it must give. */
interface WrittenCell {
  readonly value: CellValue;
  readonly format?: string;
  readonly expected: TestCell | undefined;
}

type WrittenSheet = readonly { readonly row: number; readonly column: number; readonly cell: WrittenCell }[];

const DAY = 86_400_000;
const EPOCH_SERIAL = 25_569;
const FIRST_DATE = Date.UTC(1904, 1, 1);
const LAST_DATE = Date.UTC(2200, 0, 1);

const textUnit = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }) },
  fc.constantFrom("&lt;", "&amp;amp;", "<b>", "\n", " ", "é", "日本", "😀", "</t>", "]]>"),
);
const text = fc.array(textUnit, { minLength: 1, maxLength: 6 }).map((units) => units.join(""));
// The files hold no negative zero.
const number = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(1e-7, 0.1, 0.1 + 0.2),
  )
  .map((value) => value + 0);
const moment = fc
  .integer({ min: FIRST_DATE, max: LAST_DATE })
  .map((time) => ({ value: new Date(time), serial: (time + EPOCH_SERIAL * DAY) / DAY }));

const cell: fc.Arbitrary<WrittenCell> = fc.oneof(
  text.map((value) => ({ value, expected: value })),
  number.map((value) => ({ value, expected: value })),
  number.map((value) => ({ value, format: "0.0%", expected: { percent: value } })),
  number.map((value) => ({ value, format: "[h]:mm", expected: value })),
  moment.map(({ value, serial }) => ({ value, format: "yyyy-mm-dd hh:mm:ss", expected: { date: serial } })),
  fc.boolean().map((value) => ({ value, expected: value })),
  fc
    .constantFrom("#N/A" as const, "#DIV/0!" as const)
    .map((error) => ({ value: { error }, expected: { error } })),
  text.map((shown) => ({ value: { text: shown, hyperlink: "https://example.com/" }, expected: shown })),
  fc.oneof(number, text).map((result) => ({ value: { formula: 'A1&"<x>"', result }, expected: result })),
  fc.constant({ value: { formula: "1+1" }, expected: { error: "#NO VALUE" } }),
  fc.constant({ value: null, format: "0%", expected: undefined }),
);

const richText: fc.Arbitrary<WrittenCell> = fc
  .tuple(text, text)
  .map(([one, two]) => ({ value: { richText: [{ text: one }, { text: two }] }, expected: one + two }));

const sheetsOf = (anyCell: fc.Arbitrary<WrittenCell>): fc.Arbitrary<readonly WrittenSheet[]> =>
  fc.array(
    fc.uniqueArray(
      fc.record({
        row: fc.integer({ min: 1, max: 30 }),
        column: fc.integer({ min: 1, max: 30 }),
        cell: anyCell,
      }),
      { selector: ({ row, column }) => `${String(row)},${String(column)}`, maxLength: 25 },
    ),
    { minLength: 1, maxLength: 3 },
  );

function fill(worksheet: Worksheet, cells: WrittenSheet): void {
  for (const { row, column, cell } of cells) {
    const target = worksheet.getCell(row, column);
    target.value = cell.value;
    if (cell.format !== undefined) target.numFmt = cell.format;
  }
}

async function writeWhole(content: readonly WrittenSheet[], date1904: boolean): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.properties.date1904 = date1904;
  for (const [index, cells] of content.entries())
    fill(workbook.addWorksheet(`Sheet ${String(index)}`), cells);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function writeStreamed(
  content: readonly WrittenSheet[],
  useSharedStrings: boolean,
): Promise<Uint8Array> {
  const output = new PassThrough();
  const bytes = buffer(output);
  const workbook = new stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings });
  for (const [index, cells] of content.entries()) {
    const worksheet = workbook.addWorksheet(`Sheet ${String(index)}`);
    fill(worksheet, cells);
    worksheet.commit();
  }
  await workbook.commit();
  return bytes;
}

/** exceljs writes dates with the last bits of a division; a ten-millionth of a day is far below a second. */
function roundedDates(cells: Record<string, TestCell>): Record<string, TestCell> {
  const rounded = Object.entries(cells).map(([address, cell]): [string, TestCell] =>
    typeof cell === "object" && "date" in cell
      ? [address, { date: Number(cell.date.toFixed(7)) }]
      : [address, cell],
  );
  return Object.fromEntries(rounded);
}

async function expectReadsBack(bytes: Uint8Array, content: readonly WrittenSheet[]): Promise<void> {
  const { grids } = await read(bytes);
  expect(grids.map((grid) => roundedDates(cellsOf(grid)))).toEqual(
    content.map((cells) => roundedDates(expectedCells(cells))),
  );
}

function expectedCells(cells: WrittenSheet): Record<string, TestCell> {
  const entries = cells.flatMap(({ row, column, cell: { expected } }) =>
    expected === undefined ? [] : [[cellAddress({ row: row - 1, column: column - 1 }), expected] as const],
  );
  return Object.fromEntries(entries);
}

describe("any workbook that exceljs writes reads back as it was written", () => {
  test.each([false, true])("as a whole, in the 1904 date system: %s", async (date1904) => {
    const property = fc.asyncProperty(sheetsOf(fc.oneof(cell, richText)), async (content) =>
      expectReadsBack(await writeWhole(content, date1904), content),
    );
    await fc.assert(property, { numRuns: 25 });
  });

  // This writer takes all rich texts for the same shared string.
  test.each([false, true])("as a stream, with shared strings: %s", async (useSharedStrings) => {
    const property = fc.asyncProperty(sheetsOf(cell), async (content) =>
      expectReadsBack(await writeStreamed(content, useSharedStrings), content),
    );
    await fc.assert(property, { numRuns: 25 });
  });
});
