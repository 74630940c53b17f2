import { fee, perUnit, used, yearOf, type FoundYear } from "./caseYear";

/** Years of terms of contracts that were once billed or told wrong. */
export const yearsOfTerms: Readonly<Record<string, FoundYear>> = {
  "a peak that moves to a cheaper price under a cap gives back what the cap took": {
    check: "year",
    year: yearOf({
      runs: 4,
      contracts: [
        {
          start: "2026-01-01",
          notToExceed: "300",
          prices: [
            perUnit("8", { id: "U1", aggregation: "Max", to: "2026-01-15" }),
            perUnit("4", { id: "U2", aggregation: "Max", from: "2026-01-16" }),
          ],
          usage: [used("2026-01-05", "50"), used("2026-01-20", "60", "2026-02")],
        },
      ],
    }),
  },
  "late usage that makes a price cheaper under its maximum of the contract gives back what that took": {
    check: "year",
    year: yearOf({
      runs: 4,
      contracts: [
        {
          start: "2026-01-01",
          prices: [
            {
              id: "U",
              product: "API",
              model: "volume",
              maximum: "1000",
              maximumPeriod: "Contract",
              tiers: [
                { upTo: "100", unitPrice: "8", flatFee: "0" },
                { unitPrice: "4", flatFee: "0" },
              ],
            },
          ],
          usage: [
            used("2026-01-05", "100"),
            used("2026-02-05", "62.5"),
            used("2026-01-06", "1", "2026-03"),
            used("2026-03-05", "1"),
          ],
        },
      ],
    }),
  },
  "a late row that starts a package beyond what every day includes is billed where prices include tax": {
    check: "year",
    year: yearOf({
      runs: 3,
      pricesIncludeTax: true,
      taxCodes: [{ code: "V", rate: "0.19" }],
      contracts: [
        {
          start: "2026-01-01",
          taxCode: "V",
          prices: [
            {
              id: "U",
              product: "API",
              model: "package",
              packageSize: "11",
              unitPrice: "15",
              included: "36",
              includedReset: "Day",
            },
          ],
          usage: [used("2026-01-05", "79"), used("2026-01-06", "40", "2026-02")],
        },
      ],
    }),
  },
  "late events start packages of their own": {
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
              packageSize: "10",
              unitPrice: "3",
              ratePer: "Event",
            },
          ],
          usage: [used("2026-01-05", "1"), used("2026-01-06", "2"), used("2026-01-07", "1", "2026-02")],
        },
      ],
    }),
  },
  "a milestone that waits for evidence takes the rest when it is the last that is billed": {
    check: "year",
    year: yearOf({
      runs: 4,
      contracts: [
        {
          start: "2026-01-01",
          currency: "JPY",
          prices: [
            { id: "P", product: "Project", model: "milestone", flatFee: "4028", evidenceRequired: true },
          ],
          milestones: [
            { product: "Project", name: "M1", percent: "33.3", reached: "2026-01-10" },
            {
              product: "Project",
              name: "M2",
              percent: "33.3",
              reached: "2026-01-20",
              evidenceArrives: "2026-03",
            },
            { product: "Project", name: "M3", percent: "33.4", reached: "2026-02-10" },
          ],
        },
      ],
    }),
  },
  "prices in a unit of their own that include tax share the total of an invoice as they did when it was billed":
    {
      check: "year",
      year: yearOf({
        runs: 2,
        pricesIncludeTax: true,
        taxCodes: [
          { code: "V", rate: "0.14975" },
          { code: "R", rate: "0.09" },
        ],
        contracts: [
          {
            start: "2026-01-01",
            currency: "JPY",
            taxCode: "V",
            prices: [
              fee("333", { pricedIn: "CREDITS", timing: "Arrears" }),
              fee("69", { id: "G", product: "Guide", taxCode: "R", pricedIn: "CREDITS", timing: "Arrears" }),
              perUnit("2", { pricedIn: "CREDITS" }),
              perUnit("10", { id: "W", product: "Work", pricedIn: "CREDITS" }),
            ],
            rates: [{ date: "2025-10-29", rate: "1.1212" }],
            usage: [used("2026-01-07", "5"), { ...used("2026-01-31", "71.68"), product: "Work" }],
          },
        ],
      }),
    },
  "a day on which more usage makes all of it cheaper lacks as much more of what is promised for every day": {
    check: "year",
    year: yearOf({
      runs: 1,
      contracts: [
        {
          start: "2026-01-01",
          prices: [
            {
              id: "U",
              product: "API",
              model: "volume",
              tiers: [
                { upTo: "10", unitPrice: "10", flatFee: "0" },
                { unitPrice: "5", flatFee: "0" },
              ],
            },
          ],
          // 90 on the 5th, −30 on the 6th: of 20 a day 30 days lack 20, and the 6th 30 more.
          usage: [used("2026-01-05", "9"), used("2026-01-06", "3")],
          commitments: [{ id: "K", amount: "20", period: "Day", products: ["API"] }],
        },
      ],
    }),
  },
  "a grant that pays totals pays no cent of its own sale under two taxes": {
    check: "year",
    year: yearOf({
      runs: 1,
      grantsAfterTax: true,
      taxCodes: [
        { code: "G", rate: "0.05" },
        { code: "P", rate: "0.09975" },
      ],
      contracts: [
        {
          start: "2026-01-01",
          taxCode: "G > P",
          prices: [perUnit("1")],
          // 50.01 and 104.75 of tax; by one rate it were 154.75.
          grants: [{ id: "G1", amount: "1500", from: "2026-01-01", price: "1000.1" }],
        },
      ],
    }),
  },
  "late usage uses up a maximum of the contract before the usage of later days": {
    check: "year",
    year: yearOf({
      runs: 2,
      contracts: [
        {
          start: "2026-01-01",
          prices: [perUnit("1", { maximum: "500", maximumPeriod: "Contract" })],
          // February: 100 of January come late, and of 200 are left 100, which the discount takes.
          usage: [used("2026-01-05", "300"), used("2026-01-06", "100", "2026-02"), used("2026-02-05", "200")],
          discounts: [{ id: "D", amount: "150", from: "2026-02-01" }],
        },
      ],
    }),
  },
  "an audited value below what was billed gives back the retention of the difference": {
    check: "year",
    year: yearOf({
      runs: 4,
      contracts: [
        {
          start: "2026-01-01",
          retention: { percent: "10" },
          prices: [{ id: "V", product: "Saving", model: "per_unit", unitPrice: "1.5", measured: true }],
          results: [
            { product: "Saving", month: "2026-01", value: "400", status: "Provisional", arrives: "2026-01" },
            { product: "Saving", month: "2026-01", value: "100", status: "Audited", arrives: "2026-02" },
          ],
        },
      ],
    }),
  },
  "a retention that was released gives nothing back": {
    check: "year",
    year: yearOf({
      runs: 4,
      contracts: [
        {
          start: "2026-01-01",
          retention: { percent: "10", release: "2026-02-10" },
          prices: [{ id: "V", product: "Saving", model: "per_unit", unitPrice: "1.5", measured: true }],
          results: [
            { product: "Saving", month: "2026-01", value: "400", status: "Provisional", arrives: "2026-01" },
            { product: "Saving", month: "2026-01", value: "100", status: "Audited", arrives: "2026-03" },
          ],
        },
      ],
    }),
  },
};
