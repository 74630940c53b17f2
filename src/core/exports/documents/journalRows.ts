import { groupBy } from "../../base/groupBy";
import { daysOf, monthOf, overlap } from "../../calendar/period";
import { sum, zero, type Decimal } from "../../money/decimal";
import { round } from "../../money/round";
import { deferredField, receivableField, revenueField, taxField } from "./accountFields";
import { customerName, lineText } from "./documentFields";
import type { ExportDocument, ExportLine } from "./exportDocument";
import type { Field } from "./field";

/** One side of a booking: exactly one of debit and credit is there, and above 0. */
export interface JournalRow {
  readonly role: "receivable" | "revenue" | "deferred" | "tax";
  readonly account: Field;
  readonly debit: Decimal | undefined;
  readonly credit: Decimal | undefined;
  /** A line of those summed; none of the receivable. */
  readonly line: ExportLine | undefined;
  readonly className: Field | undefined;
  readonly text: Field;
}

/** Debit of an amount that is owed to us; one below 0 is a credit. */
function sides(amount: Decimal): Pick<JournalRow, "debit" | "credit"> {
  return amount.isNegative()
    ? { debit: undefined, credit: amount.negated() }
    : { debit: amount, credit: undefined };
}

interface Posting {
  readonly line: ExportLine;
  readonly account: Field;
  readonly className: Field | undefined;
  readonly amount: Decimal;
}

/** Postings summed by account, tax code and class, in the order of their first; sums of 0 are nothing. */
function summed(
  role: JournalRow["role"],
  postings: readonly Posting[],
  textOf: (line: ExportLine) => Field,
): JournalRow[] {
  const keyOf = ({ account, className, line }: Posting) =>
    [account.text, line.taxCode, className?.text ?? ""].join("\u001f");
  return [...groupBy(postings, keyOf).values()].flatMap((group) => {
    const [{ line, account, className }] = group;
    const amount = sum(group.map((posting) => posting.amount));
    // A fault of an account must be heard, whatever its rows come to.
    const faults = group.flatMap((posting) => posting.account.faults);
    if (amount.isZero() && faults.length === 0) return [];
    const row = { role, account: { ...account, faults }, ...sides(amount.negated()) };
    return [{ ...row, line, className, text: textOf(line) }];
  });
}

/**
 * What of a line is earned after the month of the invoice date: its amount by the days after it. 120.00 for three months
 * of 30, 31 and 31 days, invoiced in the first, is 80.87 deferred.
 */
function deferredAmount({ record, amount }: ExportLine, { date, digits }: ExportDocument): Decimal {
  const { period } = record;
  if (record.periodEnd === undefined || !period) return zero;
  const later = overlap(period, { from: monthOf(date).to + 1, to: period.to });
  if (!later) return zero;
  return round(amount.times(daysOf(later)).dividedBy(daysOf(period)), digits, "half_up");
}

/** The booking of a document: receivable against revenue and tax; balanced, since the document adds up. */
export function journalRows(document: ExportDocument, defers = false): JournalRow[] {
  const revenue: Posting[] = [];
  const deferred: Posting[] = [];
  const taxes: Posting[] = [];
  for (const line of document.lines) {
    const className = revenueField(line, document, "class");
    const later = defers ? deferredField(line, document) : undefined;
    const isLater = later ? deferredAmount(line, document) : zero;
    revenue.push({
      line,
      className,
      account: revenueField(line, document, "account"),
      amount: line.amount.minus(isLater),
    });
    if (later && !isLater.isZero()) deferred.push({ line, className, account: later, amount: isLater });
    if (!line.tax.isZero())
      taxes.push({
        line,
        className: undefined,
        account: taxField(line, document, "account"),
        amount: line.tax,
      });
  }
  const product = (line: ExportLine) => ({ ...lineText(line, document, "product"), kind: "text" as const });
  const taxCode = (line: ExportLine) => lineText(line, document, "taxCode");
  const receivable: JournalRow = {
    role: "receivable",
    account: receivableField(document),
    ...sides(document.total),
    line: undefined,
    className: undefined,
    text: customerName(document),
  };
  return [
    ...(document.total.isZero() ? [] : [receivable]),
    ...summed("revenue", revenue, product),
    ...summed("deferred", deferred, product),
    ...summed("tax", taxes, taxCode),
  ];
}
