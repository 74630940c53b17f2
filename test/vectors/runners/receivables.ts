import type { Day } from "../../../src/core/calendar/day";
import { Decimal, sum, zero } from "../../../src/core/money/decimal";
import { round } from "../../../src/core/money/round";
import { chargeQuantity } from "../../../src/core/pricing/charge";
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
import { collectionEffectiveness, daysSalesOutstanding } from "../../../src/core/payments/keyFigures";
import { lateFee } from "../../../src/core/payments/lateFee";
import { chargeTerms } from "../../properties/support/terms";
import type { Outcome, Runner } from "../outcome";
import type { Fields, Vector } from "../vector";
import { amountOf } from "./charges";

/** The bands as the vectors call them. */
const bands = agingBands(defaultAgingLimits, ["current", "1-30", "31-60", "61-90", "90+"]);

/** Ages by the day that the user gives: a due date or an invoice date. */
function ages({ input }: Vector): Outcome {
  const age = (name: string) => {
    const days = daysPastDue(input.day(name), input.day("as_of"));
    return { days, bucket: agingBucket(days, bands) };
  };
  return { figures: { by_due_date: age("due_date"), by_invoice_date: age("invoice_date") } };
}

function dueDates({ input }: Vector): Outcome {
  const own = agingBands([30, 60, 90, 120], ["current", "0-30", "31-60", "61-90", "91-120", "120+"]);
  const days = input.days("due_dates").map((due) => daysPastDue(due, input.day("as_of")));
  return { figures: { days_past_due: days, buckets: days.map((each) => agingBucket(each, own)) } };
}

/** A summary by the labels of its rows; undefined where an item has no due date. */
function summarize(items: readonly OpenItem[], asOf: Day, of: AgingBands) {
  const summary = summarizeAging(items, asOf, of);
  if (!summary.ok) return undefined;
  const buckets = Object.fromEntries(summary.rows.map(({ label, amount }) => [label, amount]));
  return { ...summary, buckets };
}

const openItem = (fields: Fields): OpenItem => ({
  due: fields.has("due_date") ? fields.day("due_date") : undefined,
  balance: fields.decimal("amount"),
});

function openInvoices({ input }: Vector): Outcome | undefined {
  if (!input.hasOnly("as_of", "invoices", "credits")) return undefined;
  const credits = input.has("credits") ? input.fieldsList("credits") : [];
  const items = [...input.fieldsList("invoices"), ...credits].map(openItem);
  const summary = summarize(items, input.day("as_of"), bands);
  if (!summary) return { figures: { issue: "a due date is missing" } };
  const { buckets, credits: unapplied, total } = summary;
  return { figures: { ...buckets, unapplied_credits: unapplied.amount, total: total.amount } };
}

/** A payment, then a credit, each over what is left of the installments. */
function installments({ input }: Vector): Outcome {
  const invoiced = input.decimals("installments");
  const paid = applyCash(input.decimal("paid"), invoiced).applied;
  const open = invoiced.map((amount, index) => amount.minus(paid[index]!));
  const credited = applyCash(input.decimal("credit_note"), open).applied;
  return {
    figures: {
      rows_invoiced_paid_credited_outstanding: invoiced.map((amount, index) => [
        amount,
        paid[index],
        credited[index],
        open[index]!.minus(credited[index]!),
      ]),
    },
  };
}

/** Aging has no models; what is given tells the cases apart. */
export const agingRunner: Runner = (vector) => {
  const { input } = vector;
  if (input.hasOnly("invoice_date", "due_date", "as_of")) return ages(vector);
  if (input.hasOnly("as_of", "due_dates")) return dueDates(vector);
  return input.has("installments") ? installments(vector) : openInvoices(vector);
};

const agingByDueDate: Runner = ({ params, input }) => {
  const { limits, labels } = agingBands(params.texts("bucketUpperBounds").map(Number));
  const items = input.fieldsList("open").map((fields) => ({
    due: fields.day("dueDate"),
    balance: fields.decimal("amount"),
  }));
  const named = agingBands(limits, ["current", ...labels.slice(1)]);
  const summary = summarize(items, params.day("asOf"), named)!;
  return { figures: { amount: summary.total.amount, buckets: summary.buckets } };
};

const fourDigits = (figure: Decimal | undefined) => figure && round(figure, 4, "half_up");

export const keyFiguresRunner: Runner = ({ input }) => {
  const figures = (...names: readonly string[]) => names.map((name) => input.decimal(name));
  if (input.has("closing_current_ar")) {
    const [opening, sales, closing, current] = figures(
      "opening_ar",
      "credit_sales",
      "closing_ar",
      "closing_current_ar",
    );
    return { figures: { cei: fourDigits(collectionEffectiveness(opening!, sales!, closing!, current!)) } };
  }
  if (input.has("ar")) {
    const [receivables, sales, days] = figures("ar", "credit_sales", "days");
    return { figures: { dso: fourDigits(daysSalesOutstanding(receivables!, sales!, days!)) } };
  }
  if (input.has("opening_ar") && input.has("days")) {
    // Which receivables count is the user's choice; here their average.
    const [opening, closing, sales, days] = figures("opening_ar", "closing_ar", "credit_sales", "days");
    const average = opening!.plus(closing!).dividedBy(2);
    return { figures: { dso: fourDigits(daysSalesOutstanding(average, sales!, days!)) } };
  }
  return undefined;
};

/** Interest at a rate for so many days: the rate of a period, and its days as the basis. */
function interest({ params, input }: Vector): Outcome {
  const charge = lateFee({
    balance: input.decimal("overdue"),
    dueDate: someDay,
    asOf: someDay + input.number("days_overdue"),
    annualRate: params.decimal("rate_percent").dividedBy(100),
    graceDays: 0,
    dayBasis: params.decimal("interest_period_days"),
    fixedFee: zero,
  });
  return { figures: { charge: round(charge, 2, "half_up") } };
}
const someDay: Day = 46_000;

function dueInstallments({ params, input }: Vector): Outcome {
  const rows = params.value("installments") as readonly (readonly [amount: string, days: number])[];
  const items = rows.map(([amount, days]) => ({ due: someDay + days, balance: new Decimal(amount) }));
  const summary = summarizeAging(items, someDay + input.number("days_since_invoice"), bands);
  if (!summary.ok) throw new Error("every installment has a due date");
  const late = summary.rows.slice(1);
  return {
    figures: {
      overdue_installments: late.reduce((count, row) => count + row.count, 0),
      dunned: sum(late.map(({ amount }) => amount)),
    },
  };
}

/** Levels by days late are labels of bands; the first level holds what is not late as well. */
function levels({ params, input }: Vector): Outcome {
  const ranges = params.value("ranges") as readonly (readonly [
    from: number,
    to: number | null,
    level: string,
  ])[];
  const limits = ranges.flatMap(([, to]) => (to === null ? [] : [to]));
  const names = ranges.map(([, , level]) => level);
  const own = agingBands(limits, [names[0]!, ...names]);
  return { figures: { levels: input.texts("days_overdue").map((days) => agingBucket(Number(days), own)) } };
}

function netOfCredit({ input }: Vector): Outcome {
  const items = ["overdue", "unapplied_credit"].map((name) => ({
    due: someDay,
    balance: input.decimal(name),
  }));
  const summary = summarizeAging(items, someDay, bands);
  if (!summary.ok) throw new Error("both have a due date");
  // Whether a reminder goes out for it is decided elsewhere.
  return { figures: { net: summary.total.amount }, beyond: ["dun"] };
}

export const dunningRunner: Runner = (vector) => {
  const { params, input } = vector;
  if (params.has("interest_period_days")) return interest(vector);
  if (input.has("days_since_invoice")) return dueInstallments(vector);
  if (params.has("ranges")) return levels(vector);
  return input.has("unapplied_credit") ? netOfCredit(vector) : undefined;
};

/** Amounts have cents, so that "below 1000" is "up to 999.99". */
const compensation: Runner = ({ params, input }) => {
  const tiers = params.fieldsList("steps").map((step) => {
    const upTo = step.has("below") ? step.decimal("below").minus("0.01").toString() : "*";
    return `${upTo}: ${step.text("fee")}`;
  });
  const terms = chargeTerms({ model: "stairstep", tiers: tiers.join("; ") });
  return { figures: { amount: amountOf(chargeQuantity(input.decimal("amount"), terms)) } };
};

/** A part-paid invoice and a credit of its own stand in two rows. */
export function openCredit({ input }: Vector): Outcome {
  const invoice = input.decimal("invoice");
  const { applied } = applyCash(input.decimal("paid"), [invoice]);
  const balances = [invoice.minus(applied[0]!), input.decimal("credit").negated()];
  const summary = summarizeAging(
    balances.map((balance) => ({ due: someDay, balance })),
    someDay,
    bands,
  );
  if (!summary.ok) throw new Error("both have a due date");
  const { rows, credits, total } = summary;
  return {
    figures: {
      invoice_outstanding: sum(rows.map(({ amount }) => amount)),
      credit_outstanding: credits.amount,
      net: total.amount,
    },
  };
}

export const receivablesRunners: Readonly<Record<string, Runner>> = {
  aging_by_due_date: agingByDueDate,
  late_payment_compensation: compensation,
};
