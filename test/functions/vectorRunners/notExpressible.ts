interface Gap {
  readonly reason: string;
  readonly ids: readonly string[];
}

const gaps: Readonly<Record<string, readonly Gap[]>> = {
  aggregation: [
    {
      reason:
        "no currency is rounded up to 5 decimals by ROUND_MONEY, and a number format rounds to the nearest",
      ids: ["aggregation-020"],
    },
  ],
  aging: [
    {
      reason: "an invoice due today is Current, and DAYS_PAST_DUE is never below 0",
      ids: ["aging-boundary-due_today_is_overdue"],
    },
    {
      reason: "an open balance without a due date is #VALUE!, not aged by another date",
      ids: ["aging-no-due-date"],
    },
  ],
  billing_periods: [
    {
      reason: "a date has no time zone, and no function turns an instant into a local day",
      ids: ["billing_periods-010"],
    },
  ],
  cash_application: [
    {
      reason: "MATCH_PAYMENT writes nothing off: what is short stays open, what is too much is Unapplied",
      ids: [
        "cash-alyf-cent-too-much",
        "cash-bc-tolerance-1",
        "cash-bc-tolerance-9",
        "cash-bc-tolerance-12",
        "cash-bc-tolerance-multi-3",
        "cash-bc-tolerance-multi-7A",
      ],
    },
    {
      reason: "MATCH_PAYMENT takes no currencies: its amounts are of one",
      ids: ["cash-wrong-currency"],
    },
  ],
  credit_notes: [
    { reason: "who approved a credit is no figure", ids: ["cn-approval"] },
    { reason: "a positive balance is a debt: no function turns its sign round", ids: ["cn-sign"] },
  ],
  discounts: [
    {
      reason: "whether a discount holds for a credited period is no figure; there is nothing to calculate",
      ids: ["discounts-036"],
    },
  ],
  graduated: [{ reason: "a negative quantity is #VALUE!, never a silent 0", ids: ["graduated-060"] }],
  kpis: [
    { reason: "a rate of leakage is a quotient of two cells, not a function", ids: ["kpi-leakage-rate"] },
    {
      reason: "the turnover of receivables is a quotient of two cells, not a function",
      ids: ["kpi-turnover"],
    },
  ],
  peer_dunning: [
    {
      reason:
        "whether an amount or a number reaches a threshold is a comparison of two cells, not a function",
      ids: ["dunning-003", "dunning-007", "dunning-008", "dunning-010"],
    },
  ],
  proration: [{ reason: "PRORATE counts days, not seconds", ids: ["proration-031"] }],
  reconciliation: [
    {
      reason: "findings over contracts, usage and invoices come from a billing run, not from a function",
      ids: [
        "rec-clean",
        "rec-currency",
        "rec-duplicate-number",
        "rec-expired-no-usage",
        "rec-late-usage",
        "rec-negative-usage",
        "rec-orphan-invoice",
        "rec-price",
        "rec-tolerance-in",
        "rec-unit-10000",
      ],
    },
  ],
  rounding: [
    { reason: "ROUND_MONEY rounds to the minor unit of a currency, not to coins", ids: ["rounding-029"] },
  ],
  taxes: [
    {
      reason: "TAX_AMOUNT rounds to the minor unit of a currency, and none has 12 decimals",
      ids: ["taxes-032"],
    },
  ],
  terms: [
    {
      reason: "no function gives what a discount that is not taken costs a year",
      ids: ["terms-cost-2-10-n30"],
    },
  ],
};

/** Vectors that no function answers, or that one answers otherwise on purpose: why, by id. */
export const notExpressible: ReadonlyMap<string, string> = new Map(
  Object.values(gaps)
    .flat()
    .flatMap(({ reason, ids }) => ids.map((id) => [id, reason] as const)),
);

/** For the summary: each topic's reasons with the vectors that they leave out. */
export const gapLines: readonly string[] = Object.entries(gaps).flatMap(([topic, all]) =>
  all.map(({ reason, ids }) => `${topic}: ${reason}: ${ids.join(", ")}`),
);

/** Each listed vector with the topic that it is listed under. */
export const gapIds: readonly (readonly [topic: string, id: string])[] = Object.entries(gaps).flatMap(
  ([topic, all]) => all.flatMap(({ ids }) => ids.map((id) => [topic, id] as const)),
);
