import { contract, fee, perUnit, used, type Relative } from "./chain";

const october = contract({ "Start date": "2026-10-01" });
const metered = (aggregation: string, row: Record<string, string> = {}) => ({
  Meters: [{ Meter: "API", Aggregation: aggregation, ...row }],
});
const upTo = (day: string, unitPrice: number, row = {}) =>
  perUnit(unitPrice, { "Price ID": `to ${day}`, "Effective to": day, ...row });
const from = (day: string, unitPrice: number, row = {}) =>
  perUnit(unitPrice, { "Price ID": `from ${day}`, "Effective from": day, ...row });
const twoThenThree = [upTo("2026-10-15", 2), from("2026-10-16", 3)];

/** A price that changes inside a billing period: each part is rated on the usage dated in it. */
export const splitPeriods: Readonly<Record<string, Relative>> = {
  "included once over three parts": {
    arithmetic: "100 included: 50 free, (60 − 50) × 2 = 20, 40 × 3 = 120",
    tables: {
      Contracts: [october],
      Prices: [
        upTo("2026-10-10", 1, { "Included quantity": 100 }),
        perUnit(2, {
          "Price ID": "MID",
          "Effective from": "2026-10-11",
          "Effective to": "2026-10-20",
          "Included quantity": 100,
        }),
        from("2026-10-21", 3, { "Included quantity": 100 }),
      ],
      Usage: [used("2026-10-05", 50), used("2026-10-15", 60), used("2026-10-25", 40)],
    },
    runs: [{ run: "2026-10", net: { C1: "140.00" } }],
  },
  "another included quantity in each part": {
    arithmetic: "60 of 100 are free; of 150 the second part grants 150 − 60 = 90: (120 − 90) × 3 = 90",
    tables: {
      Contracts: [october],
      Prices: [
        upTo("2026-10-15", 2, { "Included quantity": 100 }),
        from("2026-10-16", 3, { "Included quantity": 150 }),
      ],
      Usage: [used("2026-10-05", 60), used("2026-10-20", 120)],
    },
    runs: [{ run: "2026-10", net: { C1: "90.00" } }],
  },
  "included once, and a late row in the first part": {
    arithmetic: "60 free and (80 − 40) × 3 = 120; 20 late before: 80 free, (80 − 20) × 3 = 180: 60",
    tables: {
      Contracts: [october],
      Prices: [
        upTo("2026-10-15", 2, { "Included quantity": 100 }),
        from("2026-10-16", 3, { "Included quantity": 100 }),
      ],
      Usage: [used("2026-10-05", 60), used("2026-10-20", 80)],
    },
    runs: [
      { run: "2026-10", net: { C1: "120.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-06", 20)] }, net: { C1: "60.00" } },
      { run: "2026-12", net: {} },
    ],
  },
  "tiers start anew in each part": {
    arithmetic: "60 × 1 and 60 × 1, though 120 together would pass the bound of 100",
    tables: {
      Contracts: [october],
      Prices: [
        upTo("2026-10-15", 0, {
          "Pricing model": "graduated",
          "Unit price": undefined,
          Tiers: "100: 1.00; *: 0.50",
        }),
        from("2026-10-16", 0, {
          "Pricing model": "graduated",
          "Unit price": undefined,
          Tiers: "100: 1.00; *: 0.25",
        }),
      ],
      Usage: [used("2026-10-05", 60), used("2026-10-20", 60)],
    },
    runs: [{ run: "2026-10", net: { C1: "120.00" } }],
  },
  "a maximum of each part": {
    arithmetic: "310 × 15/31 = 150 against 200: 150; 620 × 16/31 = 320 against 100 × 3 = 300: 300",
    tables: {
      Contracts: [october],
      Prices: [upTo("2026-10-15", 2, { Maximum: 310 }), from("2026-10-16", 3, { Maximum: 620 })],
      Usage: [used("2026-10-05", 100), used("2026-10-20", 100)],
    },
    runs: [{ run: "2026-10", net: { C1: "450.00" } }],
  },
  "a peak in the second part, and a higher one in the first that comes late": {
    arithmetic:
      "120 on the 20th × 3 = 360; 150 on the 8th is the peak now: 150 × 2 − 120 × 3 = −60, as in one calculation",
    tables: {
      Contracts: [october],
      ...metered("Max"),
      Prices: twoThenThree,
      Usage: [used("2026-10-05", 80), used("2026-10-20", 120)],
    },
    runs: [
      { run: "2026-10", net: { C1: "360.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-08", 150)] }, net: { C1: "-60.00" } },
      { run: "2026-12", net: {} },
    ],
  },
  "the latest reading of each part": {
    arithmetic: "20 on the 10th × 2 = 40, and 30 on the 28th × 3 = 90: only a peak is charged once",
    tables: {
      Contracts: [october],
      ...metered("Latest"),
      Prices: twoThenThree,
      Usage: [used("2026-10-05", 50), used("2026-10-10", 20), used("2026-10-20", 10), used("2026-10-28", 30)],
    },
    runs: [
      { run: "2026-10", net: { C1: "130.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-12", 25)] }, net: { C1: "10.00" } },
    ],
  },
  "the users of each part": {
    arithmetic: "Ann and Ben × 2 = 4, Ben and Cleo × 3 = 6; Cleo in the first part comes late: 2",
    tables: {
      Contracts: [october],
      ...metered("Unique", { "Key column": "User" }),
      Prices: twoThenThree,
      Usage: [
        used("2026-10-05", 1, { User: "Ann" }),
        used("2026-10-06", 1, { User: "Ben" }),
        used("2026-10-20", 1, { User: "Ben" }),
        used("2026-10-21", 1, { User: "Cleo" }),
      ],
    },
    runs: [
      { run: "2026-10", net: { C1: "10.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-07", 1, { User: "Cleo" })] }, net: { C1: "2.00" } },
      { run: "2026-12", add: { Usage: [used("2026-10-22", 1, { User: "Ben" })] }, net: {} },
    ],
  },
  "the average of each part": {
    arithmetic:
      "(10 + 20)/2 × 2 = 30 and (30 + 50 + 40)/3 × 3 = 120; 60 late in the second: 45 × 3 − 120 = 15",
    tables: {
      Contracts: [october],
      ...metered("Average"),
      Prices: twoThenThree,
      Usage: [
        used("2026-10-05", 10),
        used("2026-10-06", 20),
        used("2026-10-20", 30),
        used("2026-10-21", 50),
        used("2026-10-22", 40),
      ],
    },
    runs: [
      { run: "2026-10", net: { C1: "150.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-23", 60)] }, net: { C1: "15.00" } },
    ],
  },
  "a fee without proration in advance and in arrears": {
    arithmetic: "310 of the first day in advance; of the other, in arrears, the 620 of the last day: 930",
    tables: {
      Contracts: [october],
      Prices: [
        fee(310, { "Price ID": "A1", Proration: "None", "Effective to": "2026-10-15" }),
        fee(620, { "Price ID": "A2", Proration: "None", "Effective from": "2026-10-16" }),
        fee(310, {
          "Price ID": "B1",
          Product: "Line",
          Timing: "Arrears",
          Proration: "None",
          "Effective to": "2026-10-15",
        }),
        fee(620, {
          "Price ID": "B2",
          Product: "Line",
          Timing: "Arrears",
          Proration: "None",
          "Effective from": "2026-10-16",
        }),
      ],
    },
    runs: [
      { run: "2026-10", net: { C1: "930.00" } },
      { run: "2026-11", net: { C1: "1240.00" } },
    ],
  },
  "all parts by the run of the period": {
    arithmetic:
      "15 Oct to 14 Nov: 100 × 16/31 + 200 × 15/31 of it in arrears, and 10 × 2 + 5 × 3, by the run of November",
    tables: {
      Contracts: [contract({ "Start date": "2026-10-15", "Anchor day": 15, "End date": "2026-11-14" })],
      Prices: [
        fee(310, { "Price ID": "A1", Timing: "Arrears", "Effective to": "2026-10-30" }),
        fee(620, { "Price ID": "A2", Timing: "Arrears", "Effective from": "2026-10-31" }),
        upTo("2026-10-30", 2),
        from("2026-10-31", 3),
      ],
      Usage: [used("2026-10-20", 10), used("2026-11-10", 5)],
    },
    runs: [
      { run: "2026-10", net: {} },
      // 310 × 16/31 = 160, 620 × 15/31 = 300, 20 and 15
      { run: "2026-11", net: { C1: "495.00" } },
      { run: "2026-12", net: {} },
    ],
  },
  "an event's minimum is never cut by days": {
    arithmetic: "5 × 2 % → 0.50 in each part: 1.00",
    tables: {
      Contracts: [october],
      Prices: [
        upTo("2026-10-15", 0.02, { "Pricing model": "percentage", "Rate per": "Event", Minimum: 0.5 }),
        from("2026-10-16", 0.03, { "Pricing model": "percentage", "Rate per": "Event", Minimum: 0.5 }),
      ],
      Usage: [used("2026-10-05", 5), used("2026-10-20", 5)],
    },
    runs: [{ run: "2026-10", net: { C1: "1.00" } }],
  },
};
