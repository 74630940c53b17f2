import type { Way } from "./ways";

/** Vectors of a topic that are not met, and why: by the engine, by functions in cells, or by both. */
interface Gap {
  readonly engine?: string;
  readonly functions?: string;
  readonly ids: readonly string[];
}

const gaps: Readonly<Record<string, readonly Gap[]>> = {
  aging: [
    {
      engine: "an invoice due today is Current; the band 0-30 of this convention has no day of its own",
      functions: "an invoice due today is Current, and DAYS_PAST_DUE is never below 0",
      ids: ["aging-boundary-due_today_is_overdue"],
    },
    {
      engine: "Aging has a column for credits, whatever their date; no band holds them",
      ids: ["aging-credit-by-own-date"],
    },
    {
      functions: "an open balance without a due date is #VALUE!, not aged by another date",
      ids: ["aging-no-due-date"],
    },
  ],
  billing_periods: [
    {
      engine: "no time zones: a day is a day",
      functions: "a date has no time zone, and no function turns an instant into a local day",
      ids: ["billing_periods-010"],
    },
  ],
  cash_application: [
    {
      engine:
        "a discount is what was kept back, at most: 985.00 of 1,000.00 is one of 15.00 and no write-off",
      functions: "MATCH_PAYMENT writes nothing off: what is short stays open, what is too much is Unapplied",
      ids: ["cash-bc-tolerance-1"],
    },
    {
      engine: "a discount is what was kept back: who pays too much has taken none",
      ids: ["cash-bc-tolerance-4A"],
    },
    {
      engine: "a tolerance is of a payment, not once for each invoice in it",
      functions: "MATCH_PAYMENT writes nothing off: what is short stays open, what is too much is Unapplied",
      ids: ["cash-bc-tolerance-multi-3", "cash-bc-tolerance-multi-7A"],
    },
    {
      engine: "days of grace are a setting, not an agreement of each invoice",
      ids: ["cash-bc-tolerance-multi-14D", "cash-bc-tolerance-multi-20A"],
    },
    {
      functions: "MATCH_PAYMENT writes nothing off: what is short stays open, what is too much is Unapplied",
      ids: ["cash-alyf-cent-too-much", "cash-bc-tolerance-9", "cash-bc-tolerance-12"],
    },
    {
      engine: "the one item that equals the payment goes before all that is past due",
      ids: ["cash-clear-past-due"],
    },
    {
      functions: "MATCH_PAYMENT takes no currencies: its amounts are of one",
      ids: ["cash-wrong-currency"],
    },
  ],
  credit_notes: [
    {
      functions: "who approved a credit is no figure",
      ids: ["cn-approval"],
    },
    {
      functions: "a positive balance is a debt: no function turns its sign round",
      ids: ["cn-sign"],
    },
  ],
  discounts: [
    {
      functions: "whether a discount holds for a credited period is no figure; there is nothing to calculate",
      ids: ["discounts-036"],
    },
  ],
  dunning: [
    {
      engine:
        "a reminder asks for a fee, an amount, and interest by days; none is a percentage of the balance",
      ids: ["dun-bc-balance-due"],
    },
    {
      engine: "a level is so many days after the one before; none waits for the end of a month",
      ids: ["dun-oca-level-3", "dun-oca-level-6"],
    },
  ],
  graduated: [
    {
      functions: "a negative quantity is #VALUE!, never a silent 0",
      ids: ["graduated-060"],
    },
  ],
  kpis: [
    {
      engine:
        "the days late of payments are kept payer by payer, as their median, for expected cash; their mean is no key figure",
      ids: ["kpi-average-days-late"],
    },
    {
      engine: "no table holds the rate at which receivables are financed",
      ids: ["kpi-carrying-cost"],
    },
    {
      engine: "a reconciliation totals what is under-billed; no rate of it to what was expected is a figure",
      functions: "a rate of leakage is a quotient of two cells, not a function",
      ids: ["kpi-leakage-rate"],
    },
    {
      functions: "the turnover of receivables is a quotient of two cells, not a function",
      ids: ["kpi-turnover"],
    },
  ],
  peer_credit_notes: [
    {
      engine: "what of a credit is paid back is a person's decision, entered as a payment below 0",
      ids: ["credit_notes-012"],
    },
    {
      engine: "a line has one tax code",
      ids: ["credit_notes-013", "credit_notes-014"],
    },
    {
      engine: "a credit above what is left is refused, not cut",
      ids: ["credit_notes-018"],
    },
  ],
  peer_dunning: [
    {
      functions:
        "whether an amount or a number reaches a threshold is a comparison of two cells, not a function",
      ids: ["dunning-003", "dunning-007", "dunning-008", "dunning-010"],
    },
  ],
  proration: [
    {
      engine: "actual days over 30 is no basis of proration here",
      ids: ["proration-047"],
    },
  ],
  reconciliation: [
    {
      functions: "findings over contracts, usage and invoices come from a billing run, not from a function",
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
  taxes: [
    {
      functions: "TAX_AMOUNT rounds to the minor unit of a currency, and none has 12 decimals",
      ids: ["taxes-032"],
    },
  ],
  terms: [
    {
      engine: "the cost of credit is no figure of billing",
      functions: "no function gives what a discount that is not taken costs a year",
      ids: ["terms-cost-2-10-n30"],
    },
    {
      engine: "no form of terms: a number of days, then the next 15th",
      ids: ["terms-odoo-31d-15th-3"],
    },
  ],
};

/** Vectors of a topic that are not met in a way, for one reason. */
export interface NotExpressible {
  readonly topic: string;
  readonly reason: string;
  readonly ids: readonly string[];
}

/** Vectors that have no answer in a way, or another one on purpose. */
export function notExpressible(way: Way): readonly NotExpressible[] {
  return Object.entries(gaps).flatMap(([topic, all]) =>
    all.flatMap(({ ids, [way]: reason }) => (reason === undefined ? [] : [{ topic, reason, ids }])),
  );
}
