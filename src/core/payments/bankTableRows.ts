import { nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import { currencyCode } from "../money/currency";
import { zero, type Decimal } from "../money/decimal";
import { CellKind } from "../grid/grid";
import { anyTable, refOf, type BoundTable } from "../schema/boundTable";
import { shownText, type Column } from "../schema/column";
import type { Parsed, ReadContext } from "../schema/parsed";
import { saysTotal } from "../schema/totalWords";
import { isBlankCell, viewCell } from "../schema/viewCell";
import { bankRowsTable } from "./bankRows.table";
import type { BankEntry, BankEntryFault } from "./bankStatement";

type Field = keyof (typeof bankRowsTable)["columns"];
export type BankBound = BoundTable<(typeof bankRowsTable)["columns"]>;

/** A bank's CSV with what each of its columns holds. */
export interface BankTable {
  readonly bound: BankBound;
  readonly isHeadless: boolean;
  readonly contexts: ReadonlyMap<Field, ReadContext>;
  /** Columns that are texts as well. */
  readonly moreTexts: readonly number[];
  /** What a header says of its amounts, Betrag (EUR); empty where it says nothing. */
  readonly currency: string;
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

export class RowReader {
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

/** The sign that a column of directions gives to an amount; a minus that is there already stays. */
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

/** What a row turns out to be, and the account it names. */
export interface ReadRow {
  readonly account: string;
  readonly entry?: BankEntry;
  readonly fault?: BankEntryFault;
  readonly pending?: number;
}

/** The currency that stands in the cell of an amount, behind or before it: 1 190,00 PLN. */
function currencyBeside(reader: RowReader): string {
  for (const field of ["amount", "credit", "debit"] as const) {
    const text = reader.text(field);
    if (text.includes("€")) return "EUR";
    const code = currencyCode(text.replace(/[^A-Za-z]/g, ""));
    if (code !== undefined) return code;
  }
  return "";
}

/** What banks write where there is no reference. */
const isSaid = (text: string): boolean => !/^(?:|NOT ?PROVIDED|NONREF)$/i.test(text);

/** How banks call money in that was taken back; a CSV has no mark for it. */
const returnWords: ReadonlySet<string> = new Set(
  (
    "rucklastschrift ruecklastschrift ruckbuchung rueckbuchung ruckgabe rueckgabe ruckbelastung rueckbelastung retoure " +
    "return returned chargeback reversal reversed unpaid dishonoured dishonored storno stornierung terugboeking " +
    "stornering impaye rejet insoluto devolucion devuelto zwrot"
  ).split(" "),
);
const wordsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(nameKey)
    .filter((word) => word !== "");

/** Whether a bank calls a movement one that was taken back: anywhere in its kind, or first in its text. */
function saysReturned(method: string, texts: readonly string[]): boolean {
  return [...wordsOf(method), ...texts.flatMap((text) => wordsOf(text).slice(0, 1))].some((word) =>
    returnWords.has(word),
  );
}

function entryOf(
  reader: RowReader,
  { moreTexts, currency: ofHeader }: Pick<BankTable, "moreTexts" | "currency">,
  amount: Decimal,
  days: Days,
): BankEntry {
  const currency = reader.text("currency") || currencyBeside(reader) || ofHeader;
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
    isReversal: saysReturned(reader.text("method"), said),
    method: reader.text("method") || undefined,
    transactions: [
      {
        amount: undefined,
        bankId: undefined,
        endToEndIds: [],
        structured: [],
        unstructured: [...new Set(said)].filter(isSaid),
        notes: [],
        isReturn: false,
        payer: reader.text("payer") || undefined,
        payerAccount: reader.text("payerAccount") || undefined,
      },
    ],
  };
}

type Days = Pick<BankEntry, "day" | "valueDay">;

/** Undefined for a row that is no movement: blank, a total, a balance carried forward, a line above or below the table. */
export function readRow(reader: RowReader, table: BankTable, isFirst: boolean): ReadRow | undefined {
  const account = reader.text("account");
  const booking = reader.cell<Day>("date");
  const value = reader.cell<Day>("valueDate");
  const day = booking.kind === "blank" ? value : booking;
  const amount = amountIn(reader);
  const { line } = reader;
  if (day.kind === "blank" && (amount.kind === "blank" || reader.saysTotal)) return undefined;
  if (table.isHeadless && isFirst && day.kind !== "value" && amount.kind !== "value") return undefined;
  if (amount.kind === "blank" && (day.kind === "fault" || reader.text("balance") !== "")) return undefined;
  if (isPending(reader.text("status"))) return { account, pending: line };
  const fault = faultOf(amount, "it has no amount") ?? faultOf(day, "it has no date");
  if (amount.kind !== "value" || day.kind !== "value" || fault)
    return { account, ...(fault ? { fault: { line, ...fault } } : {}) };
  const valueDay = value.kind === "value" ? value.value : undefined;
  return { account, entry: entryOf(reader, table, amount.value, { day: day.value, valueDay }) };
}
