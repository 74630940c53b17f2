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
  { reason: "installments are no payment terms here", ids: ["terms-odoo-30-70", "terms-thirds"] },
  { reason: "terms have one discount step", ids: ["terms-3-step"] },
  { reason: "no form of terms: a number of days, then the next 15th", ids: ["terms-odoo-31d-15th-3"] },
  { reason: "the cost of credit is no figure of billing", ids: ["terms-cost-2-10-n30"] },
  { reason: "a credit above what is left is refused, not cut", ids: ["credit_notes-018"] },
  { reason: "who approved a credit is not checked", ids: ["cn-approval"] },
  { reason: "a credit is a negative balance; a positive one is a debt, not turned round", ids: ["cn-sign"] },
  { reason: "refunds are not worked out", ids: ["credit_notes-012"] },
  {
    reason: "open balances are given: payments are not taken off as of a past day",
    ids: ["aging-application-date-2", "aging-retroactive-2", "aging-retroactive-5"],
  },
  {
    reason: "an invoice due today is current, and days past due are never below 0",
    ids: ["aging-boundary-due_today_is_overdue"],
  },
  { reason: "credits have a row of their own, whatever their date", ids: ["aging-credit-by-own-date"] },
  {
    reason: "an open invoice without a due date is an error, not aged by another date",
    ids: ["aging-no-due-date"],
  },
  {
    reason: "no tolerance write-off: what is short stays open, what is too much stays unapplied",
    ids: [
      "cash-alyf-cent-too-much",
      "cash-bc-tolerance-1",
      "cash-bc-tolerance-12",
      "cash-bc-tolerance-multi-3",
    ],
  },
  {
    reason: "an early payment discount has no days of grace",
    ids: ["cash-bc-tolerance-4A", "cash-bc-tolerance-multi-14D", "cash-bc-tolerance-multi-20A"],
  },
  {
    reason: "neither a tolerance write-off nor days of grace for a discount",
    ids: ["cash-bc-tolerance-9", "cash-bc-tolerance-multi-7A"],
  },
  {
    reason: "no rule pays all that is past due: a single balance that equals the payment comes first",
    ids: ["cash-clear-past-due"],
  },
  { reason: "nothing is posted, so a payment cannot be applied twice", ids: ["cash-rerun"] },
  { reason: "a match knows no currencies: its amounts are of one", ids: ["cash-wrong-currency"] },
  {
    reason: "interest is by days; a flat percentage of a balance is no late fee here",
    ids: ["dun-bc-balance-due"],
  },
  {
    reason: "when a reminder is due and at which threshold is no figure here",
    ids: ["dun-oca-level-3", "dun-oca-level-6", "dunning-003", "dunning-007", "dunning-008", "dunning-010"],
  },
  { reason: "days late are not averaged over payments", ids: ["kpi-average-days-late"] },
  { reason: "the cost of carrying receivables is no key figure here", ids: ["kpi-carrying-cost"] },
  { reason: "DSO is not counted back month by month", ids: ["kpi-countback-2", "kpi-countback-5"] },
  {
    reason: "the rate of leakage is of a whole reconciliation, not of two amounts",
    ids: ["kpi-leakage-rate"],
  },
  { reason: "turnover is no key figure here", ids: ["kpi-turnover"] },
];

/** Vectors that the engine cannot answer, or answers otherwise on purpose: why, by id. */
export const notExpressible: ReadonlyMap<string, string> = new Map(
  gaps.flatMap(({ reason, ids }) => ids.map((id) => [id, reason] as const)),
);

/** For the summary: each reason with the vectors that it leaves out. */
export const gapLines: readonly string[] = gaps.map(({ reason, ids }) => `${reason}: ${ids.join(", ")}`);
export const gapIds: readonly string[] = gaps.flatMap(({ ids }) => ids);
