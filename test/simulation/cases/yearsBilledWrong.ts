import { fee, perUnit, used, yearOf, type FoundYear } from "./caseYear";

/** Years of which something was billed that is not owed, or not billed that is. */
export const yearsBilledWrong: Readonly<Record<string, FoundYear>> = {
  "fees that include tax fill a minimum with what was paid, not with their rounded net and its tax": {
    check: "year",
    year: yearOf({
      runs: 10,
      pricesIncludeTax: true,
      taxCodes: [
        { code: "G", rate: "0.05" },
        { code: "P", rate: "0.09975" },
      ],
      contracts: [
        {
          start: "2026-01-01",
          end: "2026-10-23",
          anchor: 11,
          currency: "JPY",
          taxCode: "G > P",
          commitment: { amount: "2342", period: "Contract year" },
          prices: [{ id: "F", product: "Fee", model: "per_unit", quantity: "4", unitPrice: "25" }],
        },
      ],
    }),
  },
  "fees that include two taxes fill a promise with what was paid for each of its periods": {
    check: "year",
    year: yearOf({
      runs: 2,
      pricesIncludeTax: true,
      taxCodes: [
        { code: "G", rate: "0.05" },
        { code: "P", rate: "0.09975" },
      ],
      contracts: [
        {
          start: "2026-01-01",
          anchor: 30,
          taxCode: "G > P",
          prices: [{ id: "F", product: "Fee", model: "per_unit", quantity: "22", unitPrice: "6.18" }],
          discounts: [
            { id: "D1", percent: "50" },
            { id: "D2", percent: "5", products: ["Fee"], periods: 3 },
          ],
          commitments: [{ id: "K", amount: "943.26", period: "Billing period", products: ["Fee"] }],
        },
      ],
    }),
  },
  "a retention that is given back alone on a shared invoice is given back once": {
    check: "every run twice",
    year: yearOf({
      runs: 3,
      grouping: "customer",
      contracts: [
        {
          start: "2026-01-01",
          frequency: "Quarterly",
          prices: [fee("1000")],
          retention: { percent: "5", release: "2026-03-20" },
        },
        { id: "C2", start: "2026-01-01", prices: [fee("10")] },
      ],
    }),
  },
  "late usage before a raise that takes the included units starts no package behind it": {
    check: "year",
    year: yearOf({
      runs: 3,
      contracts: [
        {
          start: "2026-01-01",
          prices: [
            {
              id: "U",
              product: "API",
              model: "package",
              packageSize: "49",
              unitPrice: "7.42",
              included: "7",
            },
          ],
          usage: [{ ...used("2026-01-05", "56.6"), arrives: "2026-03" }, used("2026-01-12", "37.89")],
          escalations: [{ id: "S", from: "2026-01-08", percent: "3" }],
        },
      ],
    }),
  },
  "what is added and removed on one day is held on it, whichever row comes first": {
    check: "rows reversed",
    year: yearOf({
      runs: 2,
      contracts: [
        {
          start: "2026-01-01",
          prices: [{ id: "U", product: "API", model: "per_unit", unitPrice: "3", aggregation: "Held" }],
          usage: [used("2026-01-05", "4"), used("2026-01-05", "-4")],
        },
      ],
    }),
  },
  "an invoice that a grant pays whole, its tax too, is an invoice": {
    check: "year",
    year: yearOf({
      runs: 2,
      grantsAfterTax: true,
      taxCodes: [{ code: "V", rate: "0.2" }],
      contracts: [
        {
          start: "2026-01-01",
          taxCode: "V",
          prices: [fee("100")],
          grants: [{ id: "G", amount: "150", from: "2026-01-01" }],
        },
      ],
    }),
  },
  "a percentage that no step raises stays in one piece, and so does its fee": {
    check: "year",
    year: yearOf({
      runs: 3,
      contracts: [
        {
          start: "2026-01-01",
          prices: [{ id: "U", product: "API", model: "percentage", unitPrice: "0.1", flatFee: "0.2" }],
          usage: [used("2026-03-03", "39"), used("2026-03-28", "80.7")],
          escalations: [{ id: "S", from: "2026-03-21", percent: "2.5" }],
        },
      ],
    }),
  },
  "tiers of percentages do not start anew on a step": {
    check: "year",
    year: yearOf({
      runs: 3,
      rounding: "half_even",
      contracts: [
        {
          start: "2026-01-10",
          anchor: 17,
          frequency: "Quarterly",
          prices: [
            {
              id: "U",
              product: "API",
              model: "graduated_percentage",
              tiers: [
                { upTo: "55", unitPrice: "0.2", flatFee: "0.00" },
                { unitPrice: "0.02", flatFee: "0.00" },
              ],
            },
          ],
          usage: [used("2026-01-28", "9.3"), used("2026-03-03", "87.86")],
          escalations: [
            {
              id: "S",
              from: "2026-02-01",
              every: 3,
              index: { base: "104.2", lag: 0, values: { "2026-02": "110" } },
            },
          ],
        },
      ],
    }),
  },
  "the sale of a grant bears no retention": {
    check: "year",
    year: yearOf({
      runs: 2,
      contracts: [
        {
          start: "2026-01-01",
          prices: [fee("1000")],
          retention: { percent: "10" },
          grants: [{ id: "G", amount: "900", from: "2026-02-01", price: "800" }],
        },
      ],
    }),
  },
  "seats without proration are charged once, at the level of the last day": {
    check: "year",
    year: yearOf({
      runs: 3,
      contracts: [
        {
          start: "2026-01-01",
          prices: [
            {
              id: "S",
              product: "Seats",
              model: "per_unit",
              quantity: "57",
              unitPrice: "31",
              timing: "Arrears",
              proration: "None",
            },
          ],
          levels: [{ product: "Seats", date: "2026-02-23", quantity: "50" }],
        },
      ],
    }),
  },
  "seats of a stub that ends in its first month are settled with the next invoice": {
    check: "year",
    year: yearOf({
      firstRun: "2024-11",
      runs: 3,
      contracts: [
        {
          start: "2024-11-05",
          anchor: 20,
          prices: [{ id: "S", product: "Seats", model: "per_unit", quantity: "31", unitPrice: "11" }],
          levels: [{ product: "Seats", date: "2024-11-07", quantity: "32" }],
        },
      ],
    }),
  },
  "shares of a project are rounded as all amounts are": {
    check: "year",
    year: yearOf({
      runs: 2,
      rounding: "half_even",
      contracts: [
        {
          start: "2026-01-01",
          prices: [
            fee("10"),
            { id: "P", product: "Project", model: "milestone", flatFee: "9885.69" },
            { id: "W", product: "Works", model: "percent_complete", flatFee: "9885.69" },
          ],
          milestones: [{ product: "Project", name: "M", percent: "50", reached: "2026-01-20" }],
          progress: [{ product: "Works", date: "2026-02-20", percent: "50" }],
        },
      ],
    }),
  },
  "amounts in a unit that stand against each other each keep their own value": {
    check: "year",
    year: yearOf({
      runs: 2,
      contracts: [
        {
          start: "2026-01-01",
          rates: [{ date: "2026-01-01", rate: "1.2815" }],
          prices: [
            perUnit("10.295", { id: "A", product: "Calls", pricedIn: "CREDITS" }),
            perUnit("11.23", { id: "B", negative: "Mirror", pricedIn: "CREDITS" }),
          ],
          usage: [
            { product: "Calls", date: "2026-01-26", quantity: "39", eventId: "1" },
            used("2026-01-22", "69.08"),
            used("2026-01-09", "-136"),
          ],
        },
      ],
    }),
  },
  "what a maximum of the contract cuts off late usage is of its own days": {
    check: "year",
    year: yearOf({
      runs: 2,
      contracts: [
        {
          start: "2026-01-01",
          commitment: { amount: "101.38", period: "Billing period" },
          prices: [perUnit("9.16", { maximum: "334.1", maximumPeriod: "Contract" })],
          usage: [
            used("2026-01-02", "87.07"),
            used("2026-01-09", "74", "2026-02"),
            used("2026-02-15", "80.67"),
          ],
        },
      ],
    }),
  },
  "a service credit whose level comes later is of the days of its level": {
    check: "year",
    year: yearOf({
      firstRun: "2026-01",
      runs: 4,
      contracts: [
        {
          start: "2026-01-01",
          prices: [
            fee("1000", { product: "Hosting" }),
            {
              id: "H2",
              product: "Uptime",
              model: "service_credit",
              ofProduct: "Hosting",
              measured: true,
              evidenceRequired: true,
              tiers: [
                { upTo: "99.9", unitPrice: "0", flatFee: "0" },
                { unitPrice: "0.25", flatFee: "0" },
              ],
            },
          ],
          results: [
            {
              product: "Uptime",
              month: "2026-01",
              value: "98",
              status: "Audited",
              arrives: "2026-02",
              evidenceArrives: "2026-03",
            },
          ],
        },
      ],
    }),
  },
};
