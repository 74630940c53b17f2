import { fee, perUnit, used, yearOf, type FoundYear } from "./caseYear";

/** Years that were billed right, and of which a finding said otherwise. */
export const yearsToldWrong: Readonly<Record<string, FoundYear>> = {
  "what is beyond a promise is told from prices that include tax, beside late usage that is a difference": {
    check: "year",
    year: yearOf({
      runs: 3,
      pricesIncludeTax: true,
      taxCodes: [{ code: "V", rate: "0.19" }],
      contracts: ["200.00", "221.39", "306.95"].map((flatFee, at) => ({
        id: `C${String(at + 1)}`,
        start: "2026-01-01",
        taxCode: "V",
        prices: [fee(flatFee), { id: "U", product: "API", model: "per_unit", unitPrice: "0.333" }],
        usage: [used("2026-01-05", "1"), used("2026-01-06", "1", "2026-02")],
        commitments: [{ id: "K", amount: "100", period: "Billing period", overageFactor: "1.5" }],
      })),
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
  "a run that billed a period without an amount is issued for the short last one of it": {
    check: "late without an invoice",
    year: yearOf({
      firstRun: "2025-08",
      runs: 7,
      contracts: [
        {
          start: "2025-08-01",
          end: "2025-11-19",
          anchor: 13,
          prices: [
            { id: "U", product: "API", model: "package", packageSize: "46", unitPrice: "8", included: "100" },
          ],
          usage: [used("2025-10-15", "4.87"), used("2025-11-14", "103.33")],
        },
      ],
    }),
  },
  "a rate of 195 percent is no doubtful one": {
    check: "prices typed over",
    year: yearOf({
      runs: 3,
      contracts: [
        {
          start: "2026-01-01",
          prices: [{ id: "U", product: "API", model: "percentage", unitPrice: "1.3" }],
          usage: [used("2026-01-09", "50"), used("2026-02-09", "70"), used("2026-03-09", "30")],
        },
      ],
    }),
  },
  "a half cent of units that their cell cuts is no other amount": {
    check: "billed twice",
    year: yearOf({
      firstRun: "2024-04",
      runs: 4,
      contracts: [
        {
          start: "2024-04-01",
          anchor: 30,
          prices: [
            fee("10"),
            { id: "L", product: "Level", model: "per_unit", aggregation: "Weighted sum", unitPrice: "12" },
          ],
          usage: [
            { product: "Level", date: "2024-05-03", quantity: "14", eventId: "L1", time: "06:00" },
            { product: "Level", date: "2024-05-23", quantity: "-9", eventId: "L2", time: "18:45" },
          ],
        },
      ],
    }),
  },
  "two prices of a meter that are wrong by the same amount are found apart": {
    check: "prices typed over",
    year: yearOf({
      runs: 4,
      contracts: [
        {
          start: "2026-01-01",
          prices: [
            perUnit("2", { id: "U1", product: "API EU", meter: "API", condition: { Region: "EU" } }),
            perUnit("2", { id: "U2", product: "API", meter: "API" }),
          ],
          usage: [
            { ...used("2026-02-05", "3"), eventId: "1", columns: { Region: "EU" } },
            { ...used("2026-02-06", "3"), eventId: "2", columns: { Region: "US" } },
          ],
        },
      ],
    }),
  },
};
