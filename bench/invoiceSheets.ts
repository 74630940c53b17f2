import { Decimal, type PlannedCell, type PlannedSheet, type Snapshot } from "../src/core/api";
import { parsePeriod } from "../src/core/calendar/period";
import { CellKind, columnName } from "../src/core/grid/grid";
import { billPeriod, type BillingRun } from "../src/core/run/billingRun";
import { invoiceSheet } from "../src/core/sheets/invoiceSheet/invoiceSheet";
import { encodeUtf8 } from "../src/workbook/bytes/text";
import { emptyPackage } from "../src/workbook/xlsx/package/emptyPackage";
import { readWorkbook } from "../src/workbook/xlsx/read/readWorkbook";
import { applyPlan } from "../src/workbook/xlsx/write/applyPlan";
import { writeZip } from "../src/workbook/zip/writeZip";
import type { NoteFigure } from "./goals";
import { gridOf } from "./grid";
import { interleave, spreadOf } from "./pairs";
import { ratioLine, type PrintLine } from "./report";
import { parts, sheetEnd, sheetStart } from "./sheetParts";

const SHEETS = 2000;
const METERS = 5;
const FIRST_DAY = 46_296; // 2026-10-01
const ROUNDS = { warmUp: 2, counted: 7 };

const idOf = (index: number) => `CT-${String(index + 1).padStart(4, "0")}`;
const times = <Value>(count: number, of: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => of(index));

/** 2,000 contracts with five metered prices of three tiers each. */
function billed(): BillingRun {
  const contracts = times(SHEETS, (index) => [
    idOf(index),
    `C-${String(index)}`,
    `Customer ${String(index)} Ltd`,
    { day: FIRST_DAY - 200 },
    "EUR",
  ]);
  const priced = times(SHEETS * METERS, (index) => [
    idOf(Math.floor(index / METERS)),
    `Meter ${String(index % METERS)}`,
  ]);
  const snapshot: Snapshot = {
    grids: [
      gridOf("Contracts", [
        ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"],
        ...contracts,
      ]),
      gridOf("Prices", [
        ["Contract ID", "Product", "Meter", "Pricing model", "Tiers"],
        ...priced.map(([id, meter]) => [id!, meter!, meter!, "graduated", "100: 0.31; 1000: 0.237; *: 0.1"]),
      ]),
      gridOf("Usage", [
        ["Contract ID", "Meter", "Date", "Quantity"],
        ...priced.map(([id, meter], index) => [id!, meter!, { day: FIRST_DAY + 5 }, 1200 + (index % 97) / 8]),
      ]),
    ],
    tables: [],
    date1904: false,
    pictures: [],
  };
  const result = billPeriod(snapshot, { period: parsePeriod("2026-10"), asOf: undefined, giveNumbers: true });
  if (!result.ok) throw new Error(result.reason);
  return result.run;
}

/** The product: every document is planned as a sheet, and the sheets are written. */
function writeOurs({ invoices, book }: BillingRun): Uint8Array {
  let firstRow = 1;
  const sheets = invoices.map((invoice) => {
    const linesTable = { sheet: "Invoice lines", firstRow };
    firstRow += invoice.lines.length;
    return invoiceSheet({ invoice, settings: book.settings, logo: undefined, linesTable });
  });
  return applyPlan(emptyPackage(), { sheets, removedSheets: [], appended: [] });
}

/** A cell as the floor finds it: all that was to be decided is decided. */
interface KnownCell {
  readonly address: string;
  readonly text: string | undefined;
  readonly figure: string;
  readonly formula: string | undefined;
}

function known(cell: PlannedCell, row: number, column: number): KnownCell {
  const { value, formula } = cell;
  return {
    address: columnName(column) + String(row + 1),
    text: typeof value === "string" ? value : undefined,
    figure: value instanceof Decimal ? String(value.toNumber()) : String(value),
    formula,
  };
}

type KnownSheet = readonly [name: string, rows: readonly (readonly KnownCell[])[]];

const knownSheet = ({ name, rows }: PlannedSheet): KnownSheet => [
  name,
  rows.map((cells, row) =>
    cells.flatMap((cell, column) => (cell && cell.value !== "" ? [known(cell, row, column)] : [])),
  ),
];

function cellXml({ address, text, figure, formula }: KnownCell): string {
  if (text !== undefined && formula === undefined)
    return `<c r="${address}" s="0" t="inlineStr"><is><t>${text}</t></is></c>`;
  const result = formula === undefined ? "" : `<f>${formula}</f>`;
  const type = text === undefined ? "" : ' t="str"';
  return `<c r="${address}" s="0"${type}>${result}<v>${text ?? figure}</v></c>`;
}

/** The least that the same cells can cost: strings put together and packed. No text of theirs needs escaping. */
function writeFloor(sheets: readonly KnownSheet[]): Uint8Array {
  const members = sheets.map(([, rows], index) => {
    let xml = sheetStart;
    for (const [row, cells] of rows.entries()) {
      xml += `<row r="${String(row + 1)}">`;
      for (const cell of cells) xml += cellXml(cell);
      xml += "</row>";
    }
    return { name: `xl/worksheets/sheet${String(index + 1)}.xml`, bytes: encodeUtf8(xml + sheetEnd) };
  });
  const others = [
    ...parts(sheets.map(([name]) => name)),
    [
      "xl/sharedStrings.xml",
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    ] as const,
  ];
  return writeZip([...others.map(([name, xml]) => ({ name, bytes: encodeUtf8(xml) })), ...members]);
}

/** What the reader makes of numbers, by their formats; the floor writes them without. */
const FIGURES: ReadonlySet<number> = new Set([CellKind.number, CellKind.date, CellKind.percent]);

/** Cells and the sum of figures of a written file. */
async function contentsOf(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.failure.message);
  let cells = 0;
  let thousandths = 0;
  for (const { columns } of read.snapshot.grids)
    for (const { kinds, values } of columns)
      for (let row = 0; row < kinds.length; row++) {
        if (kinds[row] !== CellKind.blank) cells++;
        if (FIGURES.has(kinds[row]!)) thousandths += Math.round(values[row]! * 1000);
      }
  return `${String(read.snapshot.grids.length)} sheets, ${String(cells)} cells, figures of ${String(thousandths / 1000)}`;
}

/** Processor time: what else the machine does is none of it. */
function processorTime(write: () => Uint8Array): {
  readonly bytes: Uint8Array;
  readonly milliseconds: number;
} {
  const started = process.cpuUsage();
  const bytes = write();
  const { user, system } = process.cpuUsage(started);
  return { bytes, milliseconds: (user + system) / 1000 };
}

/** 2,000 formatted invoice sheets against the least that their cells can cost. */
export async function benchInvoiceSheets(report: PrintLine, note: NoteFigure): Promise<void> {
  const run = billed();
  const linesTable = { sheet: "Invoice lines", firstRow: 1 };
  const { settings } = run.book;
  const cells = run.invoices.map((invoice) =>
    knownSheet(invoiceSheet({ invoice, settings, logo: undefined, linesTable })),
  );
  const [ours, floor] = await Promise.all([contentsOf(writeOurs(run)), contentsOf(writeFloor(cells))]);
  if (ours !== floor) throw new Error(`the product wrote ${ours}, the floor ${floor}`);
  const rounds = await interleave(
    { ours: () => processorTime(() => writeOurs(run)), floor: () => processorTime(() => writeFloor(cells)) },
    ROUNDS,
  );
  const ratio = spreadOf(rounds.map((round) => round.ours.milliseconds / round.floor.milliseconds));
  report(`${ours} on both sides; processor time`);
  report(ratioLine("formatted sheets / floor", ratio, "goal at most 2"));
  note("sheets", ratio.median.toPrecision(3));
}
