import { nameKey } from "../base/name";
import { LAST_DAY } from "../calendar/day";
import { daysOf, monthName, monthOf, monthsTouched, overlap, type Period } from "../calendar/period";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import { currencyCode, minorDigits } from "../money/currency";
import { zero, type Decimal } from "../money/decimal";
import { round } from "../money/round";
import { idColumn, integerColumn, moneyColumn, textColumn } from "../schema/column";
import { defineTable } from "../schema/table";
import type { OutputInput } from "./outputInput";
import { defineOutputSheet } from "./outputSheet";
import { amountStyle, countStyle } from "./styles";
import { textCell } from "./tableSheet";
import { DOCUMENT_NUMBER_WIDTH } from "./layout";

const revenueScheduleTable = defineTable({
  title: "Revenue schedule",
  synonyms: [],
  help: "The months in which what final documents bill is earned, line by line; written where a line serves several months.",
  columns: {
    invoiceNumber: idColumn({ title: "Invoice number", help: "the document" }),
    line: integerColumn({ title: "Line", help: "the line of it", min: 1, max: 1_000_000 }),
    currency: textColumn({ title: "Currency", help: "of the amount" }),
    month: textColumn({ title: "Month", help: "yyyy-mm" }),
    amount: moneyColumn({ title: "Amount", help: "earned in the month, before tax" }),
  },
  examples: [],
});

interface EarnedRow {
  readonly invoiceNumber: string;
  readonly line: number;
  readonly currency: string;
  readonly month: string;
  readonly amount: Decimal;
}

/** An amount over the months of its service, as differences of rounded running sums: by days, or each month alike. */
export function earnedByMonth(
  amount: Decimal,
  service: Period,
  digits: number,
  spread: "days" | "months",
): { readonly month: Period; readonly amount: Decimal }[] {
  const months = monthsTouched(service);
  let passed = 0;
  let earned = zero;
  return months.map((month, index) => {
    passed += daysOf(overlap(month, service)!);
    const [part, whole] = spread === "months" ? [index + 1, months.length] : [passed, daysOf(service)];
    const running = round(amount.times(part).dividedBy(whole), digits, "half_up");
    const deferred = running.minus(earned);
    earned = running;
    return { month, amount: deferred };
  });
}

/** The days that a line serves; those of its document's month where it names none. */
function serviceOf(
  { record, period }: RegisteredLine,
  { invoiceDate }: RegisteredInvoice,
): Period | undefined {
  const isNamed = record.periodStart !== undefined && record.periodEnd !== undefined;
  if (isNamed && period && period.to < LAST_DAY) return period;
  return invoiceDate === undefined ? undefined : { from: invoiceDate, to: invoiceDate };
}

/** What is paid ahead is not earned: deposits and what is deducted of them, and grants that were sold. */
function isPaidAhead({ catalog }: OutputInput): (line: RegisteredLine) => boolean {
  const sold = new Set(catalog.grants.flatMap(({ id, sale }) => (sale ? [id] : [])));
  const deposits = new Set(
    catalog.adjustments.flatMap(({ reasonCode = "", adjustmentId }) =>
      nameKey(reasonCode) === "deposit" && adjustmentId !== undefined ? [adjustmentId] : [],
    ),
  );
  return ({ kind, priceId = "" }) =>
    kind === "deposit" || sold.has(priceId) || (kind === "adjustment" && deposits.has(priceId));
}

function rowsOf(input: OutputInput): EarnedRow[] {
  const { after, settings } = input;
  const isAhead = isPaidAhead(input);
  const finals = after.invoices.filter(({ isFinal, isVoid }) => isFinal && !isVoid);
  const earning = finals.flatMap((invoice) =>
    invoice.lines.flatMap((line, index) => {
      const service = serviceOf(line, invoice);
      return service && !isAhead(line) && !line.amount.isZero() ? [{ invoice, line, index, service }] : [];
    }),
  );
  const isSpread = ({ service }: { readonly service: Period }) => service.to > monthOf(service.from).to;
  if (!earning.some(isSpread)) return [];
  return earning.flatMap(({ invoice, line, index, service }) => {
    const currency = currencyCode(invoice.currency ?? "") ?? settings.currency;
    const months = earnedByMonth(line.amount, service, minorDigits(currency), settings.revenueSchedule);
    return months.map(({ month, amount }) => ({
      invoiceNumber: invoice.invoiceNumber,
      line: line.line ?? index + 1,
      currency,
      month: monthName(month.from),
      amount,
    }));
  });
}

export const revenueScheduleSheet = defineOutputSheet({
  table: revenueScheduleTable,
  written: "with rows",
  tabColor: "2E7D32",
  rows: rowsOf,
  columns: {
    invoiceNumber: {
      width: DOCUMENT_NUMBER_WIDTH,
      cell: ({ invoiceNumber }: EarnedRow) => textCell(invoiceNumber),
    },
    line: { width: 7, cell: ({ line }) => ({ value: line, style: countStyle }) },
    currency: { width: 9, cell: ({ currency }) => textCell(currency) },
    month: { width: 10, cell: ({ month }) => textCell(month) },
    amount: { width: 14, cell: ({ amount, currency }) => ({ value: amount, style: amountStyle(currency) }) },
  },
});
