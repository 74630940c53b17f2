import { join } from "node:path";
import { newFolder, ratebook, type Ran } from "./commandLine";
import { writeBook, type BookInput } from "./workbookFixture";
import { readTables, type TableRow, type Tables } from "./workbookReading";

/** The JSON object of bill, as far as the contract names it. */
export interface BillJson {
  readonly period: string;
  readonly asOf: string;
  readonly invoices: number;
  readonly lines: number;
  readonly held: number;
  readonly heldInvoices: readonly {
    readonly contractId: string;
    readonly period: string;
    readonly codes: readonly string[];
  }[];
  readonly controlTotals: readonly Readonly<Record<string, string | number>>[];
  readonly totals: readonly {
    readonly currency: string;
    readonly subtotal: number;
    readonly tax: number;
    readonly total: number;
  }[];
  readonly issues: readonly {
    readonly code: string;
    readonly severity: string;
    readonly sheet: string;
    readonly cell: string;
    readonly value: string;
    readonly message: string;
  }[];
  readonly output: string;
}

export interface BillOptions {
  readonly period?: string;
  readonly asOf?: string;
  readonly args?: readonly string[];
  readonly date1904?: boolean;
  /** Formatted sheets to write; none by default, which is faster. */
  readonly sheets?: string;
}

/** A billed workbook: what was printed and what was written. */
export class Billed {
  constructor(
    readonly ran: Ran,
    readonly input: string,
    readonly output: string,
    readonly tables: Tables,
  ) {}

  get json(): BillJson {
    return JSON.parse(this.ran.stdout) as BillJson;
  }

  table(name: string): readonly TableRow[] {
    return this.tables[name]?.rows ?? [];
  }

  get invoices(): readonly TableRow[] {
    return this.table("Invoices");
  }

  /** The documents of a contract; there must be one at least. */
  invoicesOf(contractId: string): readonly TableRow[] {
    return this.invoices.filter((row) => row["Contract ID"] === contractId);
  }

  /** The only document of a contract. */
  invoice(contractId: string): TableRow {
    const [only, ...others] = this.invoicesOf(contractId);
    if (!only || others.length > 0) {
      throw new Error(`${contractId} has ${String(others.length + (only ? 1 : 0))} documents, not one`);
    }
    return only;
  }

  linesOf(contractId: string): readonly TableRow[] {
    return this.table("Invoice lines").filter((row) => row["Contract ID"] === contractId);
  }

  /** The lines of a contract, each with these columns only. */
  lines<Column extends string>(contractId: string, ...columns: Column[]): TableRow[] {
    return this.linesOf(contractId).map((row) =>
      Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
    );
  }

  /** The amounts of a contract's lines, each behind its kind: "usage 12.5". */
  amounts(contractId: string): string[] {
    return this.linesOf(contractId).map((row) => `${String(row.Kind)} ${String(row.Amount)}`);
  }

  /** The sum of a contract's lines in cents, so that the test itself adds whole numbers. */
  cents(contractId: string): number {
    return this.linesOf(contractId).reduce((sum, row) => sum + Math.round(Number(row.Amount) * 100), 0);
  }

  get issues(): readonly TableRow[] {
    return this.table("Issues");
  }

  /** The issues of a code, each as Sheet!Cell. */
  cellsOf(code: string): string[] {
    return this.issues
      .filter((row) => row.Code === code)
      .map((row) => `${String(row.Sheet)}!${String(row.Cell)}`);
  }

  /** The codes at a cell such as Usage!D4. */
  codesAt(cell: string): (string | undefined)[] {
    return this.issues
      .filter((row) => `${String(row.Sheet)}!${String(row.Cell)}` === cell)
      .map((row) => String(row.Code));
  }

  /** The findings of a contract (or all), without the totals. */
  findings(contractId?: string): readonly TableRow[] {
    return this.table("Reconciliation").filter(
      (row) => row.Code !== null && (contractId === undefined || row["Contract ID"] === contractId),
    );
  }

  /** Why a contract is held; undefined if it is not. */
  heldCodes(contractId: string): readonly string[] | undefined {
    return this.json.heldInvoices.find((held) => held.contractId === contractId)?.codes;
  }
}

export async function billFile(input: string, options: BillOptions = {}): Promise<Billed> {
  const { period = "2026-04", asOf, args = [], sheets = "0" } = options;
  const folder = newFolder();
  const output = join(folder, "billed.xlsx");
  const words = ["bill", input, "--period", period, "--out", output, "--sheets", sheets, "--json"];
  if (asOf !== undefined) words.push("--as-of", asOf);
  const ran = await ratebook([...words, ...args], folder);
  if (ran.status > 1) throw new Error(`bill refused: ${ran.stderr}`);
  return new Billed(ran, input, output, await readTables(output));
}

/** Writes the workbook and bills April 2026, or the period of the options. */
export async function bill(book: BookInput, options: BillOptions = {}): Promise<Billed> {
  const input = join(newFolder(), "book.xlsx");
  await writeBook(input, book, { date1904: options.date1904 ?? false });
  return billFile(input, options);
}
