import { CellKind, groupBy, type Grid, type Snapshot } from "../../../src/core/api";
import { Fraction } from "../oracle/fraction";
import type { Span } from "../year/day";

/** A row of a written table by its headers: numbers and days as numbers, the rest as text. */
export type WrittenRow = Readonly<Record<string, string | number>>;

function valueAt({ columns }: Grid, row: number, column: number): string | number {
  const cells = columns[column];
  const kind = cells?.kinds[row] ?? CellKind.blank;
  const value = cells?.values[row] ?? 0;
  if (kind === CellKind.blank) return "";
  return kind === CellKind.text ? (cells?.texts.at(value) ?? "") : value;
}

/** The rows of an output sheet, whose header is its first row. */
export function rowsOf(book: Snapshot, sheet: string): WrittenRow[] {
  const grid = book.grids.find((candidate) => candidate.sheet === sheet);
  if (grid === undefined) return [];
  const headers = grid.columns.map((_, column) => String(valueAt(grid, 0, column)));
  return Array.from({ length: Math.max(grid.rowCount - 1, 0) }, (_, at) =>
    Object.fromEntries(headers.map((header, column) => [header, valueAt(grid, at + 1, column)])),
  );
}

/** Of a double the decimal that Excel shows. */
const shown = (value: string | number | undefined, digits: number): Fraction =>
  Fraction.of(Number(Number(value ?? 0).toPrecision(15)).toFixed(digits));

const moneyOf = (value: string | number | undefined): Fraction => shown(value, 6);
/** Several taxes as one rate have more decimals than money. */
const rateOf = (value: string | number | undefined): Fraction => shown(value, 12);

export interface WrittenLine {
  readonly contractId: string;
  /** Of a line of a rule the id of its row. */
  readonly priceId: string;
  readonly product: string;
  readonly kind: string;
  readonly days: Span;
  readonly amount: Fraction;
  readonly taxCode: string;
  readonly taxRate: Fraction;
}

export interface WrittenDocument {
  readonly number: string;
  readonly status: string;
  readonly type: string;
  readonly contractId: string;
  readonly days: Span;
  readonly date: number;
  readonly currency: string;
  readonly net: Fraction;
  readonly tax: Fraction;
  readonly total: Fraction;
  readonly corrects: string;
  readonly lines: readonly WrittenLine[];
}

const textOf = (row: WrittenRow, header: string) => String(row[header] ?? "");
const spanOf = (row: WrittenRow): Span => ({
  from: Number(row["Period start"] ?? 0),
  to: Number(row["Period end"] ?? 0),
});

const lineOf = (row: WrittenRow): WrittenLine => ({
  contractId: textOf(row, "Contract ID"),
  priceId: textOf(row, "Price ID"),
  product: textOf(row, "Product"),
  kind: textOf(row, "Kind"),
  days: spanOf(row),
  amount: moneyOf(row.Amount),
  taxCode: textOf(row, "Tax code"),
  taxRate: rateOf(row["Tax rate"]),
});

/** The documents that a book holds, each with its lines. */
export function documentsOf(book: Snapshot): WrittenDocument[] {
  const lines = groupBy(rowsOf(book, "Invoice lines"), (row) => textOf(row, "Invoice number"));
  return rowsOf(book, "Invoices").map((row) => ({
    number: textOf(row, "Invoice number"),
    status: textOf(row, "Status"),
    type: textOf(row, "Type"),
    contractId: textOf(row, "Contract ID"),
    days: spanOf(row),
    date: Number(row["Invoice date"] ?? 0),
    currency: textOf(row, "Currency"),
    net: moneyOf(row.Subtotal),
    tax: moneyOf(row.Tax),
    total: moneyOf(row.Total),
    corrects: textOf(row, "Corrects"),
    lines: (lines.get(textOf(row, "Invoice number")) ?? []).map(lineOf),
  }));
}
