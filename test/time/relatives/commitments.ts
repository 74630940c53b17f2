import { contract, credit, fee, perUnit, used, type Relative } from "./chain";

const ofYear = (row: Record<string, string | number> = {}) =>
  contract({ "Minimum commitment": 1500, "Commitment period": "Contract year", ...row });
const months = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `2026-${String(from + at).padStart(2, "0")}`);

/** Minimum commitments: by billing period, by contract year, with late rows and credits. */
export const commitments: Readonly<Record<string, Relative>> = {
  "a month's commitment that the start cuts": {
    arithmetic: "310 × 16/31 = 160 agreed, 100 used: 60; November 310 − 20 = 290",
    tables: {
      Contracts: [contract({ "Start date": "2026-10-16", "Minimum commitment": 310 })],
      Prices: [perUnit(10)],
      Usage: [used("2026-10-20", 10), used("2026-11-20", 2)],
    },
    runs: [
      { run: "2026-10", net: { C1: "160.00" } },
      { run: "2026-11", net: { C1: "310.00" } },
    ],
  },
  "a year, and a concession": {
    arithmetic: "12 × 100 count in full, whatever was given back: 1,500 − 1,200 = 300 with December",
    tables: { Contracts: [ofYear()], Prices: [fee(100)] },
    runs: [
      ...months(1, 10).map((run) => ({ run, net: { C1: "100.00" } })),
      { run: "2026-11", add: { Adjustments: [credit("2026-11-10", -40, "SLA")] }, net: { C1: "60.00" } },
      { run: "2026-12", net: { C1: "400.00" } },
      { run: "2027-01", net: { C1: "100.00" } },
    ],
  },
  "a year, and a correction": {
    arithmetic: "January was billed at 100 and is 60: it counts as 60, so 1,500 − 60 − 11 × 100 = 340",
    tables: { Contracts: [ofYear()], Prices: [fee(100)] },
    runs: [
      ...months(1, 10).map((run) => ({ run, net: { C1: "100.00" } })),
      {
        run: "2026-11",
        set: {
          Prices: [
            fee(60, { "Price ID": "JAN", "Effective to": "2026-01-31" }),
            fee(100, { "Price ID": "REST", "Effective from": "2026-02-01" }),
          ],
        },
        add: { Adjustments: [credit("2026-11-10", -40, "PRICE")] },
        net: { C1: "60.00" },
      },
      { run: "2026-12", net: { C1: "440.00" } },
      { run: "2027-01", net: { C1: "100.00" } },
    ],
  },
  "a year that ends inside a quarter": {
    arithmetic: "830 + 3 × 920 and 9 of 92 days of the quarter from 1 Mar 2027, 90: 5,000 − 3,680 = 1,320",
    tables: {
      Contracts: [
        contract({
          "Start date": "2026-03-10",
          "Billing frequency": "Quarterly",
          "Minimum commitment": 5000,
          "Commitment period": "Contract year",
        }),
      ],
      Prices: [fee(920)],
    },
    runs: [
      // 10 Mar to 31 May are 83 of 92 days
      { run: "2026-03", net: { C1: "830.00" } },
      { run: "2026-06", net: { C1: "920.00" } },
      { run: "2026-09", net: { C1: "920.00" } },
      { run: "2026-12", net: { C1: "920.00" } },
      // 1 to 9 March 2027 count 920 × 9/92 = 90 of the new quarter: 5,000 − 830 − 3 × 920 − 90 = 1,320
      { run: "2027-03", net: { C1: "2240.00" } },
      { run: "2027-04", net: {} },
    ],
  },
  "a year, and usage by its date": {
    arithmetic:
      "10 × 10 on the last day counts, 20 × 10 on the next day belongs to the second year: 1,500 − 100",
    tables: {
      Contracts: [ofYear({ "Start date": "2025-10-16" })],
      Prices: [perUnit(10)],
      Usage: [used("2026-10-15", 10), used("2026-10-16", 20)],
    },
    runs: [
      { run: "2026-10", net: { C1: "1700.00" } },
      { run: "2026-11", net: {} },
    ],
  },
  "a year whose contract ends early": {
    arithmetic: "1,460 × 73/365 = 292 agreed; 80 + 80 + 80 × 14/31 = 196.13: true-up 95.87",
    tables: {
      Contracts: [ofYear({ "Minimum commitment": 1460, "End date": "2026-03-14" })],
      Prices: [fee(80)],
    },
    runs: [
      { run: "2026-01", net: { C1: "80.00" } },
      { run: "2026-02", net: { C1: "80.00" } },
      // 80 × 14/31 = 36.13, and 292 − 196.13 = 95.87
      { run: "2026-03", net: { C1: "132.00" } },
      { run: "2026-04", net: {} },
    ],
  },
  "rows of a year's last days that come after its end": {
    arithmetic: "1,000 with October; 3 of 28 Oct come with November: 80 − 30; 2 of 20 Oct come late: 20 − 20",
    tables: {
      Contracts: [
        contract({
          "Start date": "2025-11-01",
          "Anchor day": 5,
          "Minimum commitment": 1000,
          "Commitment period": "Contract year",
        }),
      ],
      Prices: [perUnit(10)],
    },
    runs: [
      { run: "2026-10", net: { C1: "1000.00" } },
      {
        run: "2026-11",
        add: { Usage: [used("2026-10-28", 3), used("2026-11-02", 5)] },
        net: { C1: "50.00" },
      },
      { run: "2026-12", add: { Usage: [used("2026-10-20", 2)] }, net: { C1: "0.00" } },
      { run: "2027-01", net: {} },
    ],
  },
  "a late row that makes a month cheaper": {
    arithmetic: "90 × 1 and 10 of true-up; 110 × 0.50 = 55 is −35, and 45 of true-up 35 more: 100 in all",
    tables: {
      Contracts: [
        contract({ "Start date": "2026-10-01", "End date": "2026-10-31", "Minimum commitment": 100 }),
        contract({
          "Contract ID": "C2",
          "Start date": "2026-10-01",
          "End date": "2026-10-31",
          "Minimum commitment": 60,
        }),
      ],
      Prices: ["C1", "C2"].map((id) =>
        perUnit(0, {
          "Contract ID": id,
          "Pricing model": "volume",
          "Unit price": undefined,
          Tiers: "100: 1.00; *: 0.50",
        }),
      ),
      Usage: [used("2026-10-05", 90), used("2026-10-05", 90, { "Contract ID": "C2" })],
    },
    runs: [
      { run: "2026-10", net: { C1: "100.00", C2: "90.00" } },
      // C2: 90 were more than the 60 agreed on, 55 are not: −35 + 5
      {
        run: "2026-11",
        add: { Usage: [used("2026-10-06", 20), used("2026-10-06", 20, { "Contract ID": "C2" })] },
        net: { C1: "0.00", C2: "-30.00" },
      },
      { run: "2026-12", net: {} },
    ],
  },
  "a late row beyond a year that was topped up": {
    arithmetic: "300 and 700 of true-up; 900 late: max(1,000, 1,200) − 1,000 = 200",
    tables: {
      Contracts: [
        contract({
          "Start date": "2025-11-01",
          "Minimum commitment": 1000,
          "Commitment period": "Contract year",
        }),
      ],
      Prices: [perUnit(10)],
      Usage: [used("2026-10-05", 30)],
    },
    runs: [
      { run: "2026-10", net: { C1: "1000.00" } },
      {
        run: "2026-11",
        add: { Usage: [used("2026-10-06", 90), used("2026-11-06", 5)] },
        net: { C1: "250.00" },
      },
      { run: "2026-12", net: {} },
    ],
  },
  "a topped-up month that is made void and billed again": {
    arithmetic: "30 and 70 of true-up; void; 50 late belong to October now: 80 and 20 of true-up, 100 again",
    tables: {
      Contracts: [contract({ "Start date": "2026-10-01", "Minimum commitment": 100 })],
      Prices: [perUnit(10)],
      Usage: [used("2026-10-05", 3)],
    },
    runs: [
      { run: "2026-10", net: { C1: "100.00" } },
      {
        run: "2026-10",
        asOf: "2026-11-02",
        voided: "INV-2026-0001",
        add: { Usage: [used("2026-10-06", 5)] },
        net: { C1: "100.00" },
      },
      { run: "2026-11", net: { C1: "100.00" } },
    ],
  },
  "a commitment that rises after a month was billed": {
    arithmetic: "the commitment rises from 100 to 150 after October was billed: +50, and November 150",
    tables: {
      Contracts: [contract({ "Start date": "2026-10-01", "Minimum commitment": 100 })],
      Prices: [perUnit(10)],
      Usage: [used("2026-10-05", 3)],
    },
    runs: [
      { run: "2026-10", net: { C1: "100.00" } },
      {
        run: "2026-11",
        set: { Contracts: [contract({ "Start date": "2026-10-01", "Minimum commitment": 150 })] },
        net: { C1: "150.00" },
        findings: ["C1 MINIMUM_NOT_BILLED 50.00"],
      },
    ],
  },
};
