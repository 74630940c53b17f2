import type { Snapshot } from "../../../src/core/api";
import { documentsOf, type WrittenDocument } from "../../simulation/engine/documents";
import { editBook } from "../../simulation/engine/editBook";
import { billMonth, withInputs } from "../../simulation/engine/runYear";
import { digitsOf, Fraction } from "../../simulation/oracle/fraction";
import { day } from "../../simulation/year/day";
import { month } from "../../simulation/year/day";
import { bookOf, contractRow, priceRow, type Row } from "../../vectors/book";

export type Tables = Readonly<Record<string, readonly Row[]>>;

/** What happens before a run, the run, and what it must give. */
interface Run {
  readonly run: string;
  readonly asOf?: string;
  /** Rows that are added to tables, and tables that are typed over, for this run and all after it. */
  readonly add?: Tables;
  readonly set?: Tables;
  /** The number of an invoice that is made void. */
  readonly voided?: string;
  /** Net by contract of the documents that the run writes; a contract that is left out has none. */
  readonly net: Readonly<Record<string, string>>;
  readonly tax?: string;
  /** Every finding of severity error: contract, code and signed difference. */
  readonly findings?: readonly string[];
}

/** A small book and its runs, reckoned by hand. */
export interface Relative {
  readonly arithmetic: string;
  readonly tables: Tables;
  readonly runs: readonly Run[];
}

export const contract = (row: Row = {}): Row => contractRow(row);

/** A fee in advance; `fee(100, { Timing: "Arrears" })`. */
export const fee = (flatFee: number, row: Row = {}): Row =>
  priceRow({ Product: "Fee", "Flat fee": flatFee, ...row });

export const perUnit = (unitPrice: number, row: Row = {}): Row =>
  priceRow({ Product: "API", "Pricing model": "per_unit", "Unit price": unitPrice, ...row });

export const used = (date: string, quantity: number, row: Row = {}): Row => ({
  "Contract ID": "C1",
  Meter: "API",
  Date: date,
  Quantity: quantity,
  ...row,
});

/** A row of Adjustments that corrects an invoice. */
export const credit = (date: string, amount: number, reason: string, row: Row = {}): Row => ({
  "Contract ID": "C1",
  Date: date,
  Amount: amount,
  Description: `credit of ${date}`,
  "Reason code": reason,
  "Invoice number": "INV-2026-0001",
  ...row,
});

export const setting = (key: string, value: string): Row => ({ Key: key, Value: value });

/** Headers also where there are no rows yet. */
const usageHeaders: Row = {
  "Contract ID": undefined,
  Meter: undefined,
  Date: undefined,
  Quantity: undefined,
};

const withRows = (tables: Tables, { add = {}, set = {} }: Run): Tables => ({
  ...tables,
  ...set,
  ...Object.fromEntries(
    Object.entries(add).map(([name, rows]) => [name, [...(set[name] ?? tables[name] ?? []), ...rows]]),
  ),
});

const inputsOf = (tables: Tables): Snapshot =>
  bookOf({
    ...tables,
    Settings: [setting("Currency", "USD"), ...(tables.Settings ?? [])],
    Usage: tables.Usage ?? [usageHeaders],
  });

function figuresOf(documents: readonly WrittenDocument[]) {
  const byContract = new Map<string, { net: Fraction; digits: number }>();
  for (const { contractId, net, currency } of documents) {
    const before = byContract.get(contractId)?.net ?? Fraction.zero;
    byContract.set(contractId, { net: before.plus(net), digits: digitsOf(currency) });
  }
  return Object.fromEntries([...byContract].map(([id, { net, digits }]) => [id, net.text(digits)]));
}

/** What each run of a relative gave, in the words of what it must give. */
export function answersOf({ tables: given, runs }: Relative) {
  let tables = given;
  let book: Snapshot | undefined;
  return runs.map((step) => {
    tables = withRows(tables, step);
    const { run, asOf, voided, tax } = step;
    const typed =
      book &&
      (voided === undefined
        ? book
        : editBook(book, "Invoices", (row) =>
            row["Invoice number"] === voided ? { Status: "Void", "Reason code": "PRICE" } : undefined,
          ));
    const known = new Set((typed ? documentsOf(typed) : []).map(({ number }) => number));
    const billed = billMonth(
      withInputs(inputsOf(tables), typed),
      month(run),
      asOf === undefined ? undefined : day(asOf),
    );
    book = billed.book;
    const written = documentsOf(book).filter(({ number }) => !known.has(number));
    const digits = digitsOf(written[0]?.currency ?? "USD");
    return {
      run,
      net: figuresOf(written),
      ...(tax === undefined
        ? {}
        : { tax: Fraction.sum(written.map((document) => document.tax)).text(digits) }),
      findings: [
        ...billed.findings.map(
          ({ code, contractId, difference }) => `${contractId} ${code} ${difference.text(digits)}`,
        ),
        ...billed.errors,
      ],
    };
  });
}

/** What each run must give. */
export const wantedOf = ({ runs }: Relative) =>
  runs.map(({ run, net, tax, findings = [] }) => ({
    run,
    net,
    ...(tax === undefined ? {} : { tax }),
    findings,
  }));

/** A price by the unit whose product and meter have one name. */
export const priceOf = (meter: string, unitPrice: number, row: Row = {}): Row =>
  perUnit(unitPrice, { Product: meter, ...row });
