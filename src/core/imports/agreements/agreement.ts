import { addMonths, type Day } from "../../calendar/day";
import type { Grid } from "../../grid/grid";
import type { Report } from "../../issues/issue";
import type { Decimal } from "../../money/decimal";
import { bindTable, SHEET_KEY, type BoundTable } from "../../schema/bind";
import {
  dayColumn,
  idColumn,
  moneyColumn,
  percentColumn,
  required,
  decimalColumn,
  textColumn,
  type Column,
} from "../../schema/column";
import { readRecords } from "../../schema/readRecords";
import { defineTable, type RecordOf } from "../../schema/table";
import { headersOfSystem } from "../headersOfSystem";

/** Header of a field in the files of a system, and its other headers. */
type Headers = readonly [string, ...string[]];

/** The fields that a deal or subscription can have; each system names those that it has. */
export type AgreementField =
  | "recordId"
  | "name"
  | "customerId"
  | "customerName"
  | "email"
  | "amount"
  | "currency"
  | "start"
  | "closed"
  | "end"
  | "term"
  | "interval"
  | "quantity"
  | "discount"
  | "stage";
export type AgreementHeaders = Readonly<Partial<Record<AgreementField, Headers>>> & {
  readonly recordId: Headers;
};

/** A figure such as 250k or €1.2M is no number: nobody knows how many digits were left out. */
function strictNumber(column: Column<Decimal>): Column<Decimal> {
  return {
    ...column,
    parse: (cell, context) => {
      const parsed = column.parse(cell, context);
      return !parsed.ok && parsed.fault.code === "NUMBER_WITH_UNIT"
        ? { ok: false, fault: { code: "NOT_A_NUMBER", words: { orBlank: "" } } }
        : parsed;
    },
  };
}

function columnsFor(headers: AgreementHeaders) {
  const named = headersOfSystem<AgreementField>(headers);
  return {
    recordId: required(idColumn(named("recordId", "the record's id, which becomes the Contract ID"))),
    name: textColumn(named("name", "what it is called")),
    customerId: idColumn(named("customerId", "the customer's id there")),
    customerName: textColumn(named("customerName", "the customer's name")),
    email: textColumn(named("email", "the customer's address")),
    amount: strictNumber(moneyColumn(named("amount", "value of the whole term"))),
    currency: textColumn(named("currency", "of the amount")),
    start: dayColumn(named("start", "the first day of service")),
    closed: dayColumn(named("closed", "the day on which it was won")),
    end: dayColumn(named("end", "the last day of service")),
    term: strictNumber(decimalColumn(named("term", "months of service"))),
    interval: textColumn(named("interval", "for which the amount is paid")),
    quantity: strictNumber(decimalColumn(named("quantity", "how many, at the amount each"))),
    discount: percentColumn(named("discount", "in percent")),
    stage: textColumn(named("stage", "whether it is won or active")),
  };
}
type AgreementColumns = ReturnType<typeof columnsFor>;
export type AgreementRecord = RecordOf<AgreementColumns>;

/** A deal or subscription as its system knows it. */
export interface Agreement extends AgreementRecord {
  readonly isWon: boolean;
  /** Undefined where nothing says it. */
  readonly months: Decimal | undefined;
  readonly firstDay: Day | undefined;
}

/** The last day of an agreement, by its end or its term; an interval of payment is no term. */
export function lastDayOf({ end, term, firstDay }: Agreement): Day | undefined {
  if (end !== undefined || firstDay === undefined || term?.isInteger() !== true) return end;
  return addMonths(firstDay, term.toNumber()) - 1;
}

export interface ReadAgreements {
  readonly bound: BoundTable<AgreementColumns>;
  readonly records: readonly AgreementRecord[];
  readonly rows: number;
}

/** The rows of a file; undefined where it does not have the columns, which is reported. */
export function readAgreements(
  title: string,
  headers: AgreementHeaders,
  grid: Grid,
  report: Report,
): ReadAgreements | undefined {
  const table = defineTable({
    title,
    synonyms: [],
    help: "A file of another system.",
    columns: columnsFor(headers),
    examples: [],
  });
  const file = { grids: [grid], tables: [], date1904: false, pictures: [] };
  const bound = bindTable(table, file, new Map([[SHEET_KEY, grid.sheet]]), report);
  if (!bound) return undefined;
  const { good, bad } = readRecords(bound, () => [], report);
  return { bound, records: good, rows: good.length + bad.length };
}
