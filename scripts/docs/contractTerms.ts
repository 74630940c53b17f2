import { formatMoney, formatPeriod, type BillingRun, type Snapshot } from "../../src/core/api";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { sheetRows, type SheetRow } from "../workedExamples/sheetRows";
import {
  billExample,
  exampleBook,
  workedExamples,
  type WorkedExample,
} from "../workedExamples/workedExample";
import { page, table } from "./markdown";

/** What the page takes from the expectation of a run. */
interface Shown {
  readonly sheets?: readonly { readonly sheet: string }[];
  readonly issues?: readonly { readonly code: string }[];
}

type Example = WorkedExample<Shown>;

/** Cells that say nothing about a term: who and since when, the usual rhythm, the head of the invoice. */
const PLAIN_COLUMNS = new Set(["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"]);
const PLAIN_VALUES = new Set(["Monthly", "Active"]);
const PLAIN_SETTINGS = new Set(["Currency", "Company name"]);

const isPlainRow = (row: SheetRow): boolean =>
  row.Key === undefined
    ? Object.entries(row).every(
        ([title, value]) => PLAIN_COLUMNS.has(title) || PLAIN_VALUES.has(String(value)),
      )
    : PLAIN_SETTINGS.has(String(row.Key));

/** Rows of a table that are shown; of usage the first say enough. */
const MOST_ROWS = 8;

function rowsTable(title: string, rows: readonly SheetRow[]): string[] {
  if (rows.length === 0) return [];
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.slice(0, MOST_ROWS).map((row) => titles.map((name) => String(row[name] ?? "")));
  const more = rows.length - cells.length;
  const rest = more > 0 ? [`and ${String(more)} more rows`] : [];
  return [`**${title}**`, table(titles, cells), ...rest];
}

async function snapshotOf(bytes: Uint8Array): Promise<Snapshot> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading.snapshot;
}

/** What a run bills and says of it: each line with its explanation, taxes, and what holds or waits. */
function billed({ invoices, issues }: BillingRun, codes: ReadonlySet<string>): string[] {
  const lines = invoices.flatMap((invoice) =>
    invoice.lines.map(({ contractId, kind, product, amount, explanation }) => [
      contractId,
      kind,
      product,
      formatMoney(amount, invoice.currency),
      explanation,
    ]),
  );
  const taxed = invoices
    .filter(({ tax }) => !tax.isZero())
    .map(
      ({ subtotal, tax, total, currency }) =>
        `Net ${formatMoney(subtotal, currency)}, tax ${formatMoney(tax, currency)}, total ${formatMoney(total, currency)}.`,
    );
  const said = issues
    .filter(({ severity, code }) => severity === "error" || codes.has(code))
    .map(({ code, message }) => `\`${code}\`: ${message}`);
  const nothing = lines.length === 0 && said.length === 0 ? ["Nothing is billed."] : [];
  return [
    ...(lines.length > 0
      ? [table(["Contract", "Kind", "Product", "Amount", "Explanation"], lines)]
      : nothing),
    ...taxed,
    ...said,
  ];
}

async function runsOf(example: Example): Promise<string[]> {
  const blocks: string[] = [];
  for await (const { asked, step } of billExample(example)) {
    const codes = new Set(asked.expect.issues?.map(({ code }) => code));
    blocks.push(`Billed for ${formatPeriod(step.run.book.period)}:`, ...billed(step.run, codes));
    const written = asked.expect.sheets ? await snapshotOf(step.bytes) : undefined;
    for (const { sheet } of asked.expect.sheets ?? [])
      blocks.push(...rowsTable(sheet, written ? sheetRows(written, sheet) : []));
  }
  return blocks;
}

async function exampleBlocks(name: string, example: Example): Promise<string[]> {
  const file = example.steps[0]!.input;
  const book = await snapshotOf(exampleBook(file));
  const tables = book.grids.flatMap(({ sheet }) => {
    const rows = sheetRows(book, sheet);
    return rows.every(isPlainRow) ? [] : rowsTable(sheet, rows);
  });
  const title = name.replaceAll("-", " ");
  return [
    `### ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    `${example.arithmetic}. Workbook: [${file}](../../examples/terms/${file})`,
    ...tables,
    ...(await runsOf(example)),
  ];
}

/** Every term of a contract as the rows that say it and the lines that are billed; the examples also run as tests. */
export async function contractTermsPage(): Promise<string> {
  const blocks: string[] = [];
  let section = "";
  for (const [name, example] of Object.entries(workedExamples<Shown>())) {
    if (example.section !== section) blocks.push(`## ${example.section}`);
    section = example.section;
    blocks.push(...(await exampleBlocks(name, example)));
  }
  return page("Terms of contracts", [
    "How to write what is agreed, and what it bills. Each example is a small workbook that bills as it is; run it with\n" +
      "`npm run bill -- examples/terms/rollover.xlsx --period 2026-10`. Below its tables stand the lines of its runs, each with\n" +
      "the sentence that re-adds it; sheets that only name contract, customer, start and currency are left out here. Pricing models have a [page of their own](pricing-models.md), every column stands in\n" +
      "[tables](tables.md).",
    ...blocks,
  ]);
}
