import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import { currencyCode } from "../money/currency";
import { zero, type Decimal } from "../money/decimal";
import { CellKind, type Grid, type Snapshot } from "../grid/grid";
import { wholeSheet } from "../schema/areas";
import { tableAt } from "../schema/bind";
import { anyTable, refOf, type BoundTable } from "../schema/boundTable";
import { shownText, type Column, type Parsed, type ReadContext } from "../schema/column";
import type { DateOrder } from "../schema/dateText";
import { findHeader, meanings, type Header } from "../schema/header";
import { contextOf } from "../schema/readRecords";
import { saysTotal } from "../schema/totalWords";
import { isBlankCell, viewCell } from "../schema/viewCell";
import type { BankColumns } from "./bankColumns";
import { bankRowsTable } from "./bankRows.table";
import type { BankEntry, BankEntryFault, BankStatement } from "./bankStatement";

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

type Field = keyof (typeof bankRowsTable)["columns"];
type Bound = BoundTable<(typeof bankRowsTable)["columns"]>;

const noBook: Snapshot = { grids: [], tables: [], date1904: false, pictures: [] };
const HOW = "name them with --columns, by title or position: --columns date=1,amount=4,text=2";

interface BankTable {
  readonly bound: Bound;
  readonly isHeadless: boolean;
  readonly contexts: ReadonlyMap<Field, ReadContext>;
  /** Columns that are texts as well. */
  readonly moreTexts: readonly number[];
}

/** The column that a person named, by its position or by what stands in one of the first rows. */
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

function bindBankTable(grid: Grid, { columns = new Map(), dates }: BankTableOptions): BankTable | string {
  const found = headerOf(grid, columns);
  const isHeadless = found.columnOf.size < 2;
  const header: Header = isHeadless ? { ...found, columnOf: new Map() } : found;
  const chosen = chosenColumns(grid, header, columns);
  if (typeof chosen === "string") return chosen;
  const taken = new Set(chosen.values());
  const columnOf = new Map([...[...header.columnOf].filter(([, column]) => !taken.has(column)), ...chosen]);
  const hasDay = columnOf.has("date") || columnOf.has("valueDate");
  const hasAmount = columnOf.has("amount") || columnOf.has("debit") || columnOf.has("credit");
  if (!hasDay) return `it has no column of dates; ${HOW}`;
  if (!hasAmount) return `it has no column Amount, and none of Debit and Credit; ${HOW}`;
  const bound = tableAt(bankRowsTable, wholeSheet(grid), { ...header, columnOf }, noBook);
  const table: Bound = isHeadless ? { ...bound, headerRow: -1, firstRow: 0 } : bound;
  const contexts = new Map(
    [...table.columnOf].map(([field, index]) => {
      const context = contextOf(anyTable(table), bankRowsTable.columns[field], index);
      const dateOrder = context.dateOrder ?? dates;
      return [field, dateOrder ? { ...context, dateOrder } : context];
    }),
  );
  const moreTexts = header.rivals.filter(({ field }) => field === "text" || field === "reference");
  return { bound: table, isHeadless, contexts, moreTexts: moreTexts.map(({ column }) => column) };
}

/** A cell of a row: blank, a value, or why it cannot be read. */
type Cell<T> =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: T }
  | (Fault & { readonly kind: "fault" });

interface Fault {
  readonly reason: string;
  readonly value: string;
}

function faultOf<T>(cell: Cell<T>, whenBlank: string): Fault | undefined {
  if (cell.kind === "value") return undefined;
  return cell.kind === "blank"
    ? { reason: whenBlank, value: "" }
    : { reason: cell.reason, value: cell.value };
}

const whyUnread: Readonly<Record<string, string>> = {
  AMBIGUOUS_DATE: "can mean two days; say which comes first with --dates dmy, mdy or ymd",
  AMBIGUOUS_NUMBER: "can mean two amounts, and no other amount of the file settles it",
};

class RowReader {
  constructor(
    private readonly table: BankTable,
    readonly row: number,
  ) {}

  get line(): number {
    return refOf(anyTable(this.table.bound), this.row, 0).line ?? this.row + 1;
  }

  cell<T>(field: Field): Cell<T> {
    const { bound, contexts } = this.table;
    const index = bound.columnOf.get(field);
    const cell = index === undefined ? undefined : viewCell(bound.grid, this.row, index);
    if (!cell || isBlankCell(cell)) return { kind: "blank" };
    const { title, parse } = bankRowsTable.columns[field] as unknown as Column<T>;
    const parsed: Parsed<T> = parse(cell, contexts.get(field) ?? {});
    if (parsed.ok) return { kind: "value", value: parsed.value };
    const reason = `${title} ${whyUnread[parsed.fault.code] ?? "cannot be read"}`;
    return { kind: "fault", reason, value: shownText(cell) };
  }

  text(field: Field): string {
    const index = this.table.bound.columnOf.get(field);
    return index === undefined ? "" : this.textAt(index);
  }

  textAt(column: number): string {
    const cell = viewCell(this.table.bound.grid, this.row, column);
    return cell.kind === CellKind.error ? "" : shownText(cell).replace(/\s+/g, " ").trim();
  }

  get saysTotal(): boolean {
    const { columns } = this.table.bound.grid;
    return [...columns.keys()].some((column) => saysTotal(this.textAt(column)));
  }
}

const OUT = new Set(["d", "dr", "db", "dbit", "debit", "s", "soll", "af", "out", "debet"]);
const IN = new Set(["c", "cr", "crdt", "credit", "h", "haben", "bij", "in", "k"]);

/** The sign that a column of directions gives to an amount; a minus that stands there already stays. */
function directed(amount: Decimal, direction: string): Cell<Decimal> {
  const word = nameKey(direction) || direction;
  if (direction === "" || IN.has(word) || direction === "+") return { kind: "value", value: amount };
  if (OUT.has(word) || direction === "-") return { kind: "value", value: amount.abs().negated() };
  return { kind: "fault", reason: "Debit/Credit says neither money in nor out", value: direction };
}

function amountIn(reader: RowReader): Cell<Decimal> {
  const amount = reader.cell<Decimal>("amount");
  if (amount.kind === "value") return directed(amount.value, reader.text("direction"));
  if (amount.kind === "fault") return amount;
  const debit = reader.cell<Decimal>("debit");
  const credit = reader.cell<Decimal>("credit");
  if (debit.kind === "fault") return debit;
  if (credit.kind === "fault") return credit;
  if (debit.kind === "blank" && credit.kind === "blank") return { kind: "blank" };
  const out = debit.kind === "value" ? debit.value.abs() : zero;
  const into = credit.kind === "value" ? credit.value : zero;
  if (!out.isZero() && !into.isZero())
    return {
      kind: "fault",
      reason: "Debit and Credit are both filled",
      value: `${out.toString()} and ${into.toString()}`,
    };
  return { kind: "value", value: into.minus(out) };
}

const isPending = (status: string): boolean => /^(?:pend|vorgemerkt|reserv|authori[sz])/i.test(status);

interface ReadRow {
  readonly account: string;
  readonly entry?: BankEntry;
  readonly fault?: BankEntryFault;
  readonly pending?: number;
}

function entryOf(reader: RowReader, moreTexts: readonly number[], amount: Decimal, days: Days): BankEntry {
  const currency = reader.text("currency");
  const said = [
    reader.text("text"),
    reader.text("reference"),
    ...moreTexts.map((column) => reader.textAt(column)),
  ];
  return {
    line: reader.line,
    ...days,
    amount,
    currency: currencyCode(currency) ?? currency,
    bankId: reader.text("bankId") || undefined,
    isReversal: false,
    method: reader.text("method") || undefined,
    transactions: [
      {
        amount: undefined,
        bankId: undefined,
        endToEndIds: [],
        structured: [],
        unstructured: [...new Set(said)].filter((text) => text !== ""),
        payer: reader.text("payer") || undefined,
        payerAccount: reader.text("payerAccount") || undefined,
      },
    ],
  };
}

type Days = Pick<BankEntry, "day" | "valueDay">;

/** Undefined for a row that is no movement: blank, a total, a balance carried forward, a line above or below the table. */
function readRow(
  reader: RowReader,
  { moreTexts, isHeadless }: BankTable,
  isFirst: boolean,
): ReadRow | undefined {
  const account = reader.text("account");
  const booking = reader.cell<Day>("date");
  const value = reader.cell<Day>("valueDate");
  const day = booking.kind === "blank" ? value : booking;
  const amount = amountIn(reader);
  const { line } = reader;
  if (day.kind === "blank" && (amount.kind === "blank" || reader.saysTotal)) return undefined;
  if (isHeadless && isFirst && day.kind !== "value" && amount.kind !== "value") return undefined;
  if (amount.kind === "blank" && (day.kind === "fault" || reader.text("balance") !== "")) return undefined;
  if (isPending(reader.text("status"))) return { account, pending: line };
  const fault = faultOf(amount, "it has no amount") ?? faultOf(day, "it has no date");
  if (amount.kind !== "value" || day.kind !== "value" || fault)
    return { account, ...(fault ? { fault: { line, ...fault } } : {}) };
  const valueDay = value.kind === "value" ? value.value : undefined;
  return { account, entry: entryOf(reader, moreTexts, amount.value, { day: day.value, valueDay }) };
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** The account that a bank names in a line above its table. */
function accountAbove({ grid, headerRow }: Bound): string {
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
    ([account, own]): BankStatement => {
      const entries = own.flatMap(({ entry }) => entry ?? []);
      return {
        line: entries[0]?.line ?? 1,
        id: "",
        account,
        currency: entries[0]?.currency ?? "",
        opening: undefined,
        closing: undefined,
        entries,
        faults: own.flatMap(({ fault }) => fault ?? []),
        pending: own.flatMap(({ pending }) => pending ?? []),
      };
    },
  );
  return { ok: true, statements };
}
