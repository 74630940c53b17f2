import type { Day } from "../../../src/core/calendar/day";
import {
  agingBands,
  agingBucket,
  daysPastDue,
  defaultAgingLimits,
  summarizeAging,
  type AgingBands,
  type OpenItem,
} from "../../../src/core/payments/aging";
import { applyCash } from "../../../src/core/payments/cash";
import { openLedger } from "../../../src/core/run/receivables/reportBook";
import { agingOf } from "../../../src/core/receivables/reports/aging";
import { byItemDate, openBalances, summaryInCells } from "../cells/aging";
import { column, difference, numbersOf } from "../cells/sheet";
import { bookOf } from "../book";
import { invoiceRow, ledgerOf, paymentRow } from "../engine/receivables";
import type { Fields } from "../vector";
import type { Ways, WaysByGiven, WaysByModel } from "../ways";

const names = ["current", "1-30", "31-60", "61-90", "90+"];
/** The bands as the vectors call them: to the engine, and to the functions. */
export const bands = agingBands(defaultAgingLimits, names);
const bandArguments = [[[30, 60, 90]], [names]];

/** Ages by the day that the user gives: a due date or an invoice date. */
const ages: Ways = {
  engine: ({ input }) => {
    const age = (name: string) => {
      const days = daysPastDue(input.day(name), input.day("as_of"));
      return { days, bucket: agingBucket(days, bands) };
    };
    return { figures: { by_due_date: age("due_date"), by_invoice_date: age("invoice_date") } };
  },
  functions: async ({ input }, sheet) => {
    const age = async (name: string) => {
      const given = [input.day(name), input.day("as_of")];
      const [bucket] = await sheet.texts("AGING_BUCKET", ...given, ...bandArguments);
      return { days: await sheet.number("DAYS_PAST_DUE", ...given), bucket };
    };
    return { figures: { by_due_date: await age("due_date"), by_invoice_date: await age("invoice_date") } };
  },
};

const longLimits = [30, 60, 90, 120];
const longNames = ["current", "0-30", "31-60", "61-90", "91-120", "120+"];

const dueDates: Ways = {
  engine: ({ input }) => {
    const longBands = agingBands(longLimits, longNames);
    const days = input.days("due_dates").map((due) => daysPastDue(due, input.day("as_of")));
    return { figures: { days_past_due: days, buckets: days.map((day) => agingBucket(day, longBands)) } };
  },
  functions: async ({ input }, sheet) => {
    const given = [column(input.days("due_dates")), input.day("as_of")];
    return {
      figures: {
        days_past_due: await sheet.numbers("DAYS_PAST_DUE", ...given),
        buckets: await sheet.texts("AGING_BUCKET", ...given, [longLimits], [longNames]),
      },
    };
  },
};

/** A summary by the labels of its rows; undefined where an item has no due date. */
function summarize(items: readonly OpenItem[], asOf: Day, of: AgingBands) {
  const summary = summarizeAging(items, asOf, of);
  if (!summary.ok) return undefined;
  const buckets = Object.fromEntries(summary.rows.map(({ label, amount }) => [label, amount]));
  return { ...summary, buckets };
}

const documentsIn = (input: Fields) => [
  ...input.fieldsList("invoices"),
  ...(input.has("credits") ? input.fieldsList("credits") : []),
];

/** Open documents of a workbook without terms: one without a due date ages from its own date, and that is told. */
const withoutDueDate: Ways = {
  engine: ({ input }) => {
    const tables = {
      Invoices: input
        .fieldsList("invoices")
        .map((each, index) =>
          invoiceRow(`A-${String(index)}`, each.decimal("amount"), each.day("invoice_date")),
        ),
    };
    const opened = openLedger(bookOf(tables), input.day("as_of"))!;
    const [row] = agingOf(opened.ledger).detail;
    const isTold = opened.issues.some(({ code }) => code === "MISSING_DUE_DATE");
    const figures = { days_past_due: row?.days, bucket: row?.band };
    return { figures: { ...figures, issue: isTold ? "missing due date reported" : "none" } };
  },
};

const openInvoices: Ways = {
  engine: ({ input }) => {
    const items = documentsIn(input).map((fields) => ({
      due: fields.has("due_date") ? fields.day("due_date") : undefined,
      balance: fields.decimal("amount"),
    }));
    const summary = summarize(items, input.day("as_of"), bands);
    if (!summary) return { figures: { issue: "a due date is missing" } };
    const { buckets, credits, total } = summary;
    return { figures: { ...buckets, unapplied_credits: credits.amount, total: total.amount } };
  },
  functions: async ({ params, input }, sheet) => {
    const items = documentsIn(input).map((fields) => ({
      // A credit is seen at its own date.
      due: fields.has("due_date") ? fields.day("due_date") : fields.has("date") ? fields.day("date") : null,
      balance: fields.number("amount"),
    }));
    const asOf = input.day("as_of");
    if (params.optionalText("unapplied_credits") === "aged_by_own_date")
      return { figures: await byItemDate(sheet, items, asOf, bandArguments, names) };
    const { Credits, Total, ...buckets } = await summaryInCells(sheet, items, asOf, bandArguments);
    return { figures: { ...buckets, unapplied_credits: Credits, total: Total } };
  },
};

/** Balances out of what was invoiced, received and applied up to a day. */
const asOfPastDay: Ways = {
  engine: ({ input }) => {
    const invoices = input.fieldsList("invoices");
    const payments = input.fieldsList("payments");
    const rows = payments.flatMap((payment) =>
      payment.fieldsList("applied").map((applied, index) => ({
        "Application ID": `APP-${payment.text("id")}-${String(index)}`,
        "Payment ID": payment.text("id"),
        "Invoice number": applied.text("invoice"),
        Date: applied.optionalText("applied_on") ?? payment.text("date"),
        Amount: applied.number("amount"),
      })),
    );
    const tables = {
      Invoices: invoices.map((each) =>
        invoiceRow(each.text("id"), each.decimal("amount"), each.day("invoice_date"), {
          "Due date": each.text("due_date"),
        }),
      ),
      Payments: payments.map((each) => paymentRow(each.text("id"), each.decimal("amount"), each.day("date"))),
      Applications: rows,
    };
    const { totals } = agingOf(ledgerOf(tables, input.day("as_of")));
    const [total] = totals;
    const found = Object.fromEntries(names.map((name, band) => [name, total?.bands[band]]));
    return { figures: { ...found, unapplied_cash: total?.unapplied, total: total?.total } };
  },
  functions: async ({ input }, sheet) => {
    const asOf = input.day("as_of");
    const { items, unapplied } = await openBalances(sheet, input);
    const all = [...items, { due: asOf, balance: -unapplied }];
    const { Credits, Total, ...buckets } = await summaryInCells(sheet, all, asOf, bandArguments);
    return { figures: { ...buckets, unapplied_cash: -Credits!, total: Total } };
  },
};

/** A payment, then a credit, each over what is left of the installments. */
const installments: Ways = {
  engine: ({ input }) => {
    const invoiced = input.decimals("installments");
    const paid = applyCash(input.decimal("paid"), invoiced).applied;
    const open = invoiced.map((amount, index) => amount.minus(paid[index]!));
    const credited = applyCash(input.decimal("credit_note"), open).applied;
    const rows = invoiced.map((amount, index) => [
      amount,
      paid[index],
      credited[index],
      open[index]!.minus(credited[index]!),
    ]);
    return { figures: { rows_invoiced_paid_credited_outstanding: rows } };
  },
  functions: async ({ input }, sheet) => {
    const invoiced = numbersOf(input, "installments");
    const paid = await sheet.numbers("APPLY_CASH", input.number("paid"), column(invoiced));
    const open = invoiced.map((amount, index) => difference(amount, paid[index]!));
    const credited = await sheet.numbers("APPLY_CASH", input.number("credit_note"), column(open));
    const rows = invoiced.map((amount, index) => [
      amount,
      paid[index],
      credited[index],
      difference(open[index]!, credited[index]!),
    ]);
    return { figures: { rows_invoiced_paid_credited_outstanding: rows } };
  },
};

export const aging: WaysByGiven = ({ params, input }) => {
  if (input.hasOnly("invoice_date", "due_date", "as_of")) return ages;
  if (input.hasOnly("as_of", "due_dates")) return dueDates;
  if (input.has("installments")) return installments;
  if (params.has("fallback")) return { ...withoutDueDate, functions: openInvoices.functions! };
  if (input.hasOnly("as_of", "invoices", "credits")) return openInvoices;
  return input.hasOnly("as_of", "invoices", "payments") ? asOfPastDay : undefined;
};

const agingByDueDate: Ways = {
  engine: ({ params, input }) => {
    const { limits, labels } = agingBands(params.texts("bucketUpperBounds").map(Number));
    const items = input.fieldsList("open").map((fields) => ({
      due: fields.day("dueDate"),
      balance: fields.decimal("amount"),
    }));
    const named = agingBands(limits, ["current", ...labels.slice(1)]);
    const summary = summarize(items, params.day("asOf"), named)!;
    return { figures: { amount: summary.total.amount, buckets: summary.buckets } };
  },
  functions: async ({ params, input }, sheet) => {
    const items = input.fieldsList("open").map((fields) => ({
      due: fields.day("dueDate"),
      balance: fields.number("amount"),
    }));
    const limits = [[numbersOf(params, "bucketUpperBounds")]];
    const summary = await summaryInCells(sheet, items, params.day("asOf"), limits);
    const { Total, Credits: _credits, Current, ...buckets } = summary;
    return { figures: { amount: Total, buckets: { ...buckets, current: Current } } };
  },
};

export const agingWays: WaysByModel = { aging_by_due_date: agingByDueDate };
