import { formatDay, formatPeriod, currencyTotals, type BillingRun, type BookResult } from "../../core/api";
import { basename } from "node:path";
import { exitStatus } from "../exit";
import { runStatus } from "../runStatus";
import type { BilledBook } from "./billBook";

/** A total as it passes between threads, in which a decimal would lose its methods. */
type PackedTotal = Readonly<Record<keyof BookResult["totals"][number], string>>;

/** What a run came to, as it passes between threads. */
export type BookFigures = Omit<BookResult, "book" | "status" | "reason" | "totals"> & {
  readonly status: Exclude<BookResult["status"], "refused">;
  readonly totals: readonly PackedTotal[];
};

const issuesOf = ({ issues }: BillingRun, severity: string) =>
  issues.filter((issue) => issue.severity === severity).length;

/** The figures of a billed workbook. */
export function figuresOf({ run, output }: BilledBook): BookFigures {
  const { book, invoices, held, waiting } = run;
  return {
    status: runStatus(run) === exitStatus.done ? "billed" : "attention",
    period: formatPeriod(book.period),
    asOf: formatDay(book.asOf),
    documents: invoices.length,
    lines: invoices.reduce((all, { lines }) => all + lines.length, 0),
    held: held.length,
    waiting,
    errors: issuesOf(run, "error"),
    warnings: issuesOf(run, "warning"),
    totals: currencyTotals(invoices).map(({ currency, subtotal, tax, total }) => ({
      currency,
      subtotal: subtotal.toString(),
      tax: tax.toString(),
      total: total.toString(),
    })),
    seller: book.settings.companyName,
    numbers: invoices.flatMap(({ number, key }) => (number === key ? [] : [number])),
    output: basename(output.path),
  };
}
