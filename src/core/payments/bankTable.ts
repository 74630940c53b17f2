import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import { emptySnapshot, type Grid } from "../grid/grid";
import { currencyCode } from "../money/currency";
import { wholeSheet } from "../schema/areas";
import { tableAt } from "../schema/bind";
import { anyTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import type { DateOrder } from "../schema/dateText";
import { findHeader, meanings, type Header } from "../schema/header";
import { contextOf } from "../schema/readRecords";
import { viewCell } from "../schema/viewCell";
import type { BankColumns } from "./bankColumns";
import { bankRowsTable } from "./bankRows.table";
import type { BankStatement } from "./bankStatement";
import { readRow, RowReader, type BankBound, type BankTable, type ReadRow } from "./bankTableRows";

/** What a person says of a file that does not say it of itself. */
export interface BankTableOptions {
  readonly columns?: BankColumns;
  /** For dates that the column does not settle. */
  readonly dates?: DateOrder;
}

export type BankTableReading =
  | { readonly ok: true; readonly statements: readonly BankStatement[] }
  /** Why it is no bank file, in one sentence. */
  | { readonly ok: false; readonly reason: string };

const HOW = "name them with --columns, by title or position: --columns date=1,amount=4,text=2";

/** The column that a person named, by its position or by what is in one of the first rows. */
function chosenColumns(grid: Grid, header: Header, columns: BankColumns): Map<string, number> | string {
  const chosen = new Map<string, number>();
  for (const [field, name] of columns) {
    if (/^\d{1,5}$/.test(name)) {
      const position = Number(name) - 1;
      if (position < 0 || position >= grid.columns.length)
        return `it has no column ${name} (--columns ${field}=${name})`;
      chosen.set(field, position);
      continue;
    }
    const titles = [...grid.columns.keys()].map((column) =>
      nameKey(shownText(viewCell(grid, header.row, column))),
    );
    const found = titles.indexOf(nameKey(name));
    if (found < 0) return `it has no column headed “${name}” (--columns ${field}=${name})`;
    chosen.set(field, found);
  }
  return chosen;
}

/** The header row: the one with most columns that are understood, counting those that a person named. */
function headerOf(grid: Grid, columns: BankColumns): Header {
  const titles = [...columns].filter(([, name]) => !/^\d+$/.test(name));
  const mapping = new Map(
    titles.map(([field, name]) => [nameKey(bankRowsTable.columns[field].title), nameKey(name)]),
  );
  return findHeader(wholeSheet(grid), meanings(bankRowsTable, mapping));
}

/** Valuta is the value date to some banks and the currency to others: the first cell below it says which. */
function withCurrency(
  columnOf: ReadonlyMap<string, number>,
  grid: Grid,
  headerRow: number,
): Map<string, number> {
  const column = columnOf.get("valueDate");
  if (column === undefined || columnOf.has("currency")) return new Map(columnOf);
  for (let row = headerRow + 1; row < grid.rowCount; row++) {
    const cell = shownText(viewCell(grid, row, column)).trim();
    if (cell === "") continue;
    if (currencyCode(cell) === undefined) break;
    const others = [...columnOf].filter(([field]) => field !== "valueDate");
    return new Map([...others, ["currency", column]]);
  }
  return new Map(columnOf);
}

/** A column headed IBAN is the payers' account unless all its rows say the same: then it is that of the statement. */
function withoutAccountIban(
  columnOf: ReadonlyMap<string, number>,
  grid: Grid,
  headerRow: number,
): Map<string, number> {
  const column = columnOf.get("payerAccount");
  if (column === undefined || nameKey(shownText(viewCell(grid, headerRow, column))) !== "iban")
    return new Map(columnOf);
  const accounts = new Set<string>();
  for (let row = headerRow + 1; row < grid.rowCount && accounts.size < 2; row++) {
    const account = shownText(viewCell(grid, row, column)).trim();
    if (account !== "") accounts.add(account);
  }
  return new Map([...columnOf].filter(([field]) => field !== "payerAccount" || accounts.size > 1));
}

function bindBankTable(grid: Grid, { columns = new Map(), dates }: BankTableOptions): BankTable | string {
  const found = headerOf(grid, columns);
  const isHeadless = found.columnOf.size < 2;
  const header: Header = isHeadless ? { ...found, columnOf: new Map() } : found;
  const chosen = chosenColumns(grid, header, columns);
  if (typeof chosen === "string") return chosen;
  const taken = new Set(chosen.values());
  const columnOf = withCurrency(
    new Map([
      ...[...withoutAccountIban(header.columnOf, grid, header.row)].filter(
        ([, column]) => !taken.has(column),
      ),
      ...chosen,
    ]),
    grid,
    header.row,
  );
  const hasDay = columnOf.has("date") || columnOf.has("valueDate");
  const hasAmount = columnOf.has("amount") || columnOf.has("debit") || columnOf.has("credit");
  if (!hasDay) return `it has no column of dates; ${HOW}`;
  if (!hasAmount) return `it has no column Amount, and none of Debit and Credit; ${HOW}`;
  const bound = tableAt(bankRowsTable, wholeSheet(grid), { ...header, columnOf }, emptySnapshot);
  const table: BankBound = isHeadless ? { ...bound, headerRow: -1, firstRow: 0 } : bound;
  const contexts = new Map(
    [...table.columnOf].map(([field, index]) => {
      const context = contextOf(anyTable(table), bankRowsTable.columns[field], index);
      const dateOrder = context.dateOrder ?? dates;
      return [field, dateOrder ? { ...context, dateOrder } : context];
    }),
  );
  const moreTexts = header.rivals.filter(({ field }) => field === "text" || field === "reference");
  return {
    bound: table,
    isHeadless,
    contexts,
    moreTexts: moreTexts.map(({ column }) => column),
    currency: currencyOfHeader(table),
  };
}

/** The currency that a header names beside its title: Betrag (EUR), Crédit en CHF, Amount €. */
function currencyOfHeader({ grid, headerRow, columnOf }: BankBound): string {
  for (const field of ["amount", "credit", "debit"] as const) {
    const column = columnOf.get(field);
    if (column === undefined || headerRow < 0) continue;
    const title = shownText(viewCell(grid, headerRow, column));
    if (/€|\beuros?\b/i.test(title)) return "EUR";
    const [code] = title.split(/[^A-Z]+/).flatMap((word) => currencyCode(word) ?? []);
    if (code !== undefined) return code;
  }
  return "";
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** The account that a bank names in a line above its table. */
function accountAbove({ grid, headerRow }: BankBound): string {
  for (let row = 0; row < headerRow; row++) {
    for (const column of grid.columns.keys()) {
      const text = shownText(viewCell(grid, row, column))
        .replace(/\s/g, "")
        .toUpperCase();
      if (IBAN.test(text)) return text;
    }
  }
  return "";
}

/** Reads the grid of a bank's CSV: its header within 20 rows, or columns by position where it has none. */
export function readBankTable(grid: Grid, options: BankTableOptions): BankTableReading {
  const table = bindBankTable(grid, options);
  if (typeof table === "string") return { ok: false, reason: table };
  const { bound } = table;
  const rows: ReadRow[] = [];
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const read = readRow(new RowReader(table, row), table, rows.length === 0);
    if (read) rows.push(read);
  }
  if (rows.length === 0) return { ok: false, reason: "it has no row with a date and an amount" };
  const fallback = accountAbove(bound);
  const statements = [...groupBy(rows, ({ account }) => account || fallback)].map(
    ([account, accountRows]): BankStatement => {
      const entries = accountRows.flatMap(({ entry }) => entry ?? []);
      return {
        line: entries[0]?.line ?? 1,
        id: "",
        account,
        currency: entries[0]?.currency ?? "",
        opening: undefined,
        closing: undefined,
        entries,
        faults: accountRows.flatMap(({ fault }) => fault ?? []),
        pending: accountRows.flatMap(({ pending }) => pending ?? []),
      };
    },
  );
  return { ok: true, statements };
}
