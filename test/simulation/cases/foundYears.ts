import type { SimulatedYear } from "../year/simulatedYear";
import { fee, perUnit, used, yearOf } from "./caseYear";

/** A year that was once billed or told wrongly, made as small as it still failed, and the check that saw it. */
export interface FoundYear {
  readonly check: string;
  readonly year: SimulatedYear;
}

export const foundYears: Readonly<Record<string, FoundYear>> = {
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
  "late usage beyond a promise that is still open is beyond it on the line of the later run": {
    check: "year",
    year: yearOf({
      runs: 4,
      contracts: [
        {
          start: "2026-01-01",
          prices: [perUnit("1")],
          usage: [used("2026-01-05", "60"), used("2026-02-05", "30"), used("2026-02-06", "20", "2026-03")],
          commitments: [{ id: "K1", amount: "100", period: "Contract year", order: 1, overageFactor: "1.5" }],
        },
      ],
    }),
  },
  "a quotient on a line that falls short of half a cent is no other amount": {
    check: "prices typed over",
    year: yearOf({
      runs: 3,
      contracts: [
        {
          start: "2026-01-01",
          prices: [{ id: "U", product: "API", model: "dynamic", unitPrice: "1.1" }],
          usage: [{ product: "API", date: "2026-01-24", quantity: "59.37", amount: "66.25", eventId: "1" }],
        },
      ],
    }),
  },
  "a share of an invoice that is rounded once is no other quantity": {
    check: "credited in part",
    year: yearOf({
      firstRun: "2025-07",
      runs: 5,
      lineRounding: "invoice",
      contracts: [
        {
          start: "2025-07-14",
          currency: "JPY",
          prices: [
            {
              id: "U1",
              product: "API",
              model: "per_unit",
              unitPrice: "9",
              aggregation: "Latest",
              to: "2025-09-13",
            },
            {
              id: "U2",
              product: "API",
              model: "per_unit",
              unitPrice: "2",
              aggregation: "Latest",
              from: "2025-09-14",
            },
          ],
          usage: [
            { product: "API", date: "2025-09-06", quantity: "68.69", eventId: "1" },
            { product: "API", date: "2025-09-18", quantity: "42.22", eventId: "2" },
          ],
        },
      ],
    }),
  },
  "started blocks of a tier are no more units than the tier holds": {
    check: "year",
    year: yearOf({
      firstRun: "2024-03",
      runs: 3,
      contracts: [
        {
          start: "2024-03-01",
          prices: [
            {
              id: "U",
              product: "API",
              model: "graduated",
              tiers: [
                { upTo: "59", unitPrice: "6.6", flatFee: "0.00", blockSize: "9" },
                { upTo: "77", unitPrice: "7.14", flatFee: "0.00", blockSize: "5" },
                { upTo: "106", unitPrice: "8.73", flatFee: "0.00", blockSize: "10" },
                { unitPrice: "1", flatFee: "0.00" },
              ],
            },
          ],
          usage: [used("2024-03-11", "75.75"), used("2024-03-09", "89.5", "2024-05")],
        },
      ],
    }),
  },
  "a share of an invoice that is rounded once is no other price of a fee": {
    check: "credited in part",
    year: yearOf({
      firstRun: "2024-01",
      runs: 5,
      lineRounding: "invoice",
      contracts: [
        {
          start: "2024-03-05",
          anchor: 28,
          currency: "JPY",
          prices: [
            fee("594", { id: "F1", product: "A", to: "2024-03-31" }),
            fee("96", { id: "F2", product: "A", from: "2024-04-01" }),
            fee("133", { id: "F3", product: "B" }),
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
  "the tax of a price and its discounts is told alike where it is rounded by line": {
    check: "year",
    year: yearOf({
      firstRun: "2024-02",
      runs: 1,
      taxRounding: "line",
      taxCodes: [
        { code: "V", rate: "0.0825" },
        { code: "R", rate: "0.09" },
      ],
      contracts: [
        {
          start: "2024-02-01",
          anchor: 4,
          taxCode: "V",
          discounts: [{ id: "D", percent: "50" }],
          prices: [
            fee("83", { id: "F1", product: "A", taxCode: "R" }),
            fee("206.77", { id: "F2", product: "B" }),
          ],
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
  "a discount that rounds away has not been given after its end": {
    check: "credited in part",
    year: yearOf({
      runs: 6,
      contracts: [
        {
          start: "2026-01-01",
          currency: "JPY",
          prices: [
            fee("10", { id: "F1", discount: "5", to: "2026-01-31" }),
            fee("10", { id: "F2", from: "2026-02-01" }),
          ],
        },
      ],
    }),
  },
  "an average is as many units on its line as there were metered": {
    check: "prices typed over",
    year: yearOf({
      runs: 3,
      contracts: [
        {
          start: "2026-01-01",
          prices: [perUnit("5.5", { aggregation: "Average" })],
          usage: [used("2026-01-09", "54.78"), used("2026-01-28", "38"), used("2026-01-15", "63.08")],
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
  "the cent that a line is off by, with its tax where prices include that, is no other price": {
    check: "year",
    year: yearOf({
      firstRun: "2024-06",
      runs: 2,
      taxCodes: [{ code: "V", rate: "0.0825" }],
      pricesIncludeTax: true,
      contracts: [
        {
          start: "2024-06-01",
          taxCode: "V",
          prices: [fee("817.03"), perUnit("4.3578")],
          usage: [used("2024-07-19", "80.7"), used("2024-07-01", "41"), used("2024-07-03", "21.22")],
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
