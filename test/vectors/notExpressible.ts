interface Gap {
  readonly reason: string;
  readonly ids: readonly string[];
}

const gaps: readonly Gap[] = [
  {
    reason: "weighted sums over time are no aggregation here",
    ids: ["aggregation-002", "aggregation-003", "aggregation-004"],
  },
  {
    reason: "quantities are not prorated by the days that they were held",
    ids: ["aggregation-018", "aggregation-020", "proration-057"],
  },
  { reason: "no time zones: a day is a day", ids: ["billing_periods-010"] },
  { reason: "proration is by whole days, not by seconds", ids: ["proration-031"] },
  { reason: "actual days over 30 is no basis of proration here", ids: ["proration-047"] },
  { reason: "a fixed discount does not stop at 0: what is beyond it is a credit", ids: ["discounts-007"] },
  { reason: "a price has one discount", ids: ["discounts-010"] },
  { reason: "a fixed discount is not shared over seats and fee", ids: ["proration-014"] },
  { reason: "coupons are no table here", ids: ["discounts-023"] },
  { reason: "a change within a paid period writes no credit by itself", ids: ["discounts-036"] },
  { reason: "amounts that events carry are metered money, without a price per unit", ids: ["dynamic-005"] },
  { reason: "a tier has no cap", ids: ["graduated-041"] },
  { reason: "a negative quantity is an error or mirrored, never a silent 0", ids: ["graduated-060"] },
  { reason: "quantities are not converted and rounded before pricing", ids: ["graduated-090"] },
  { reason: "block sizes inside tiers are no model here", ids: ["volume-024", "volume-064"] },
  { reason: "the least number of packages is no term; a minimum amount is", ids: ["package-024"] },
  { reason: "totals are not rounded to coins", ids: ["rounding-029"] },
  {
    reason: "a line has one tax code",
    ids: ["taxes-011", "credit_notes-013", "credit_notes-014"],
  },
  {
    reason: "prices are net; tax out of a gross amount belongs to TAX_AMOUNT",
    ids: ["taxes-032", "taxes-033"],
  },
  { reason: "installments are no payment terms here", ids: ["terms-odoo-30-70", "terms-thirds"] },
  { reason: "terms have one discount step", ids: ["terms-3-step"] },
  { reason: "no form of terms: a number of days, then the next 15th", ids: ["terms-odoo-31d-15th-3"] },
  { reason: "the cost of credit is no figure of billing", ids: ["terms-cost-2-10-n30"] },
  { reason: "a credit above what is left is refused, not cut", ids: ["credit_notes-018"] },
  {
    reason: "approval, refunds and what credits leave open belong to receivables",
    ids: ["cn-approval", "cn-erpnext-standalone", "cn-sign", "credit_notes-012", "credit_notes-025"],
  },
  {
    reason: "prepaid credit belongs to DRAWDOWN and receivables",
    ids: [
      "prepaid_credit-001",
      "prepaid_credit-004",
      "prepaid_credit-007",
      "prepaid_credit-008",
      "prepaid_credit-011",
      "prepaid_credit-015",
      "prepaid_credit-021",
      "prepaid_credit-022",
    ],
  },
  {
    reason: "cash application belongs to receivables",
    ids: [
      "cash-alyf-cent-too-much",
      "cash-bc-tolerance-1",
      "cash-bc-tolerance-12",
      "cash-bc-tolerance-15",
      "cash-bc-tolerance-4A",
      "cash-bc-tolerance-5B",
      "cash-bc-tolerance-9",
      "cash-bc-tolerance-multi-14D",
      "cash-bc-tolerance-multi-20A",
      "cash-bc-tolerance-multi-3",
      "cash-bc-tolerance-multi-7A",
      "cash-clear-past-due",
      "cash-erpnext-partial-1",
      "cash-invoiceninja-unapplied",
      "cash-oca-tolerance-1",
      "cash-oca-tolerance-4",
      "cash-oca-writeoff-residual",
      "cash-oldest-first-2",
      "cash-oldest-first-5",
      "cash-reference-beats-amount",
      "cash-rerun",
      "cash-subset-float-trap",
      "cash-subset-single-beats-sum",
      "cash-subset-two-ways",
      "cash-wrong-currency",
      "cash_application-001",
      "cash_application-004",
      "cash_application-005",
      "cash_application-021",
      "cash_application-023",
      "cash_application-025",
    ],
  },
  {
    reason: "aging belongs to receivables",
    ids: [
      "aging-001",
      "aging-application-date-2",
      "aging-basis-3",
      "aging-basis-6",
      "aging-boundary-due_today_is_overdue",
      "aging-credit-by-own-date",
      "aging-credit-separate",
      "aging-erpnext-terms-200-paid40-cn100",
      "aging-no-due-date",
      "aging-retroactive-2",
      "aging-retroactive-5",
    ],
  },
  {
    reason: "reminders, interest and fees belong to receivables",
    ids: [
      "dun-bc-average-1",
      "dun-bc-balance-due",
      "dun-erpnext-partly-due",
      "dun-highest-level",
      "dun-net-of-credit",
      "dun-oca-level-3",
      "dun-oca-level-6",
      "dunning-003",
      "dunning-007",
      "dunning-008",
      "dunning-010",
      "dunning-013",
    ],
  },
  {
    reason: "key figures belong to receivables",
    ids: [
      "kpi-average-days-late",
      "kpi-carrying-cost",
      "kpi-cei-3",
      "kpi-countback-2",
      "kpi-countback-5",
      "kpi-dso-1",
      "kpi-dso-average-ar",
      "kpi-leakage-rate",
      "kpi-turnover",
    ],
  },
];

/** Vectors that the engine cannot answer, or answers otherwise on purpose: why, by id. */
export const notExpressible: ReadonlyMap<string, string> = new Map(
  gaps.flatMap(({ reason, ids }) => ids.map((id) => [id, reason] as const)),
);

/** For the summary: each reason with the vectors that it leaves out. */
export const gapLines: readonly string[] = gaps.map(({ reason, ids }) => `${reason}: ${ids.join(", ")}`);
export const gapIds: readonly string[] = gaps.flatMap(({ ids }) => ids);
