import type { catalog } from "../../../src/functions/catalog";

export type FunctionId = keyof typeof catalog;

/** What somebody wants to do when looking for a function, in the order of a month end. */
export const groups = [
  "Rate usage",
  "Meters and commitments",
  "Periods and due dates",
  "Receivables",
  "Cash",
  "Money",
] as const;

export type Group = (typeof groups)[number];

interface FunctionEntry {
  readonly group: Group;
  /** Ends the sentence “You want …”. */
  readonly want: string;
  readonly related: readonly FunctionId[];
  /** What is worth knowing beside what the function's comment says. */
  readonly hint?: string;
  /** Its numbers are days, which the page shows as dates. */
  readonly givesDates?: true;
}

const tierRange = "How the price list is laid out: [tier range](README.md#tier-range).";
const terms = "All forms of terms: [payment terms](README.md#payment-terms).";
const dates =
  "Format the cells of the result as dates; until then they show a number of days, such as 46037 for 2026-01-15.";

/** Where each function belongs; a new one does not compile until it has its place. */
export const functionEntries: Readonly<Record<FunctionId, FunctionEntry>> = {
  RATE_USAGE: {
    group: "Rate usage",
    want: "the amount for a quantity under a price list",
    related: ["RATE_BREAKDOWN", "EFFECTIVE_RATE", "METER_USAGE", "ROUND_MONEY"],
    hint: tierRange,
  },
  RATE_BREAKDOWN: {
    group: "Rate usage",
    want: "to show how that amount comes about, tier by tier",
    related: ["RATE_USAGE", "EFFECTIVE_RATE"],
    hint: tierRange,
  },
  EFFECTIVE_RATE: {
    group: "Rate usage",
    want: "the average price of a unit",
    related: ["RATE_USAGE", "MARGINAL_RATE"],
    hint: tierRange,
  },
  DISCOUNT_STACK: {
    group: "Rate usage",
    want: "what several discounts leave of an amount",
    related: ["RATE_USAGE", "ALLOCATE", "ROUND_MONEY"],
  },
  ESCALATE: {
    group: "Rate usage",
    want: "a price after yearly increases, by percent or with an index",
    related: ["RATE_USAGE", "ROUND_MONEY"],
  },
  MARGINAL_RATE: {
    group: "Rate usage",
    want: "the price of one unit more",
    related: ["RATE_USAGE", "EFFECTIVE_RATE"],
    hint: tierRange,
  },
  METER_USAGE: {
    group: "Meters and commitments",
    want: "one quantity out of many rows of usage: a customer, a meter, a month",
    related: ["RATE_USAGE"],
    hint:
      "To leave arguments out between others, write their commas: `=BILLING.METER_USAGE(D2:D500, , A2:A500, F2)`\n" +
      "adds up the rows of the customer in F2.",
  },
  WEIGHTED_SUM: {
    group: "Meters and commitments",
    want: "the level of a month by the seconds that it lasted",
    related: ["HELD_QUANTITY", "METER_USAGE", "RATE_USAGE"],
  },
  HELD_QUANTITY: {
    group: "Meters and commitments",
    want: "seats or devices by the days on which they were held",
    related: ["WEIGHTED_SUM", "METER_USAGE", "PRORATE"],
  },
  COMMIT_TRUE_UP: {
    group: "Meters and commitments",
    want: "what is missing to a minimum commitment",
    related: ["PRORATE", "DRAWDOWN", "ROUND_MONEY"],
  },
  DRAWDOWN: {
    group: "Meters and commitments",
    want: "prepaid credit used up charge by charge",
    related: ["COMMIT_TRUE_UP", "APPLY_CASH"],
  },
  PRORATE: {
    group: "Periods and due dates",
    want: "the share of an amount for a part of a period",
    related: ["BILLING_PERIODS", "ALLOCATE", "ROUND_MONEY"],
    hint: "Both ends count: from the 15th to the 31st are 17 days.",
  },
  BILLING_PERIODS: {
    group: "Periods and due dates",
    want: "the billing periods between two days",
    related: ["PRORATE", "DUE_DATE"],
    hint: dates,
    givesDates: true,
  },
  DUE_DATE: {
    group: "Periods and due dates",
    want: "the day an invoice is due",
    related: ["EARLY_DISCOUNT", "DAYS_PAST_DUE", "LATE_FEE"],
    hint: `${dates} ${terms}`,
    givesDates: true,
  },
  EARLY_DISCOUNT: {
    group: "Periods and due dates",
    want: "the discount that a payment on a day earns",
    related: ["DUE_DATE", "APPLY_CASH", "ROUND_MONEY"],
    hint: terms,
  },
  LATE_FEE: {
    group: "Receivables",
    want: "interest and a fee on an overdue balance",
    related: ["DAYS_PAST_DUE", "DUE_DATE", "ROUND_MONEY"],
    hint: "One due date serves all balances of a call; where each invoice has its own, write one formula a row.",
  },
  DAYS_PAST_DUE: {
    group: "Receivables",
    want: "how many days an invoice is late",
    related: ["DUE_DATE", "AGING_BUCKET", "LATE_FEE"],
  },
  AGING_BUCKET: {
    group: "Receivables",
    want: "the aging bucket of each invoice",
    related: ["AGING_SUMMARY", "DAYS_PAST_DUE"],
  },
  AGING_SUMMARY: {
    group: "Receivables",
    want: "the aging report: number and amount of each bucket",
    related: ["AGING_BUCKET", "DSO", "CEI"],
    hint: "The total equals the sum of the balances, so it can be checked against the ledger.",
  },
  APPLY_CASH: {
    group: "Cash",
    want: "to apply a payment to open invoices",
    related: ["MATCH_PAYMENT", "EARLY_DISCOUNT", "AGING_SUMMARY"],
    hint: "The result is one row longer than the balances: leave a free row below them for what stays unapplied.",
  },
  MATCH_PAYMENT: {
    group: "Cash",
    want: "to find the invoices that a payment is for",
    related: ["APPLY_CASH"],
    hint: "`#N/A` is an answer as well: a person should look. Its message names the candidates.",
  },
  TAX_AMOUNT: {
    group: "Money",
    want: "tax on a net amount or within a gross one",
    related: ["ROUND_MONEY", "ALLOCATE"],
  },
  ROUND_MONEY: {
    group: "Money",
    want: "an amount rounded to its currency",
    related: ["RATE_USAGE", "ALLOCATE", "TAX_AMOUNT"],
  },
  ALLOCATE: {
    group: "Money",
    want: "to split an amount so that the parts add up",
    related: ["PRORATE", "ROUND_MONEY"],
  },
  DSO: {
    group: "Receivables",
    want: "days sales outstanding",
    related: ["CEI", "AGING_SUMMARY"],
  },
  CEI: {
    group: "Receivables",
    want: "the collection effectiveness index",
    related: ["DSO", "AGING_SUMMARY"],
  },
  CARD_SCAN: {
    group: "Cash",
    want: "card numbers found before a workbook leaves the house",
    related: ["MATCH_PAYMENT"],
    hint:
      "`=SUM(--(BILLING.CARD_SCAN(A2:E500)=TRUE))` counts the cells that hold one. Look through texts: typed as a number,\n" +
      "one of 16 digits has lost its last digit, since Excel keeps 15.",
  },
};
