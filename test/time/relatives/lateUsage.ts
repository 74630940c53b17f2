import { contract, fee, perUnit, used, type Relative } from "./chain";

const october = contract({ "Start date": "2026-10-01" });
const ended = contract({ "Start date": "2026-10-01", "End date": "2026-10-31" });

/** A meter that gathers its rows in another way than by their sum. */
const gathered = (aggregation: string, row: Record<string, string> = {}) => [
  { Meter: "API", Aggregation: aggregation, ...row },
];

/** Rows that come after their period was billed, by model and by the way a meter gathers them. */
export const lateUsage: Readonly<Record<string, Relative>> = {
  "two late rows of the same size after the end": {
    arithmetic: "80, then 10 and again 10: each is owed, none is a second invoice for the same",
    tables: { Contracts: [ended], Prices: [perUnit(1)], Usage: [used("2026-10-05", 80)] },
    runs: [
      { run: "2026-10", net: { C1: "80.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-06", 10)] }, net: { C1: "10.00" } },
      { run: "2026-12", add: { Usage: [used("2026-10-07", 10)] }, net: { C1: "10.00" } },
      { run: "2027-01", net: {} },
    ],
  },
  "packages that are full at last": {
    arithmetic: "15 are 2 packages of 10; 4 late open none; 2 more open the third: 5",
    tables: {
      Contracts: [ended],
      Prices: [perUnit(5, { "Pricing model": "package", "Package size": 10 })],
      Usage: [used("2026-10-05", 15)],
    },
    runs: [
      { run: "2026-10", net: { C1: "10.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-06", 4)] }, net: {} },
      { run: "2026-12", add: { Usage: [used("2026-10-07", 2)] }, net: { C1: "5.00" } },
    ],
  },
  "a step that is climbed": {
    arithmetic: "90 is the step of 50; 20 late climb to the step of 80: 30",
    tables: {
      Contracts: [ended],
      Prices: [
        perUnit(0, {
          "Pricing model": "stairstep",
          "Unit price": undefined,
          Tiers: "100: 0 + 50; *: 0 + 80",
        }),
      ],
      Usage: [used("2026-10-05", 90)],
    },
    runs: [
      { run: "2026-10", net: { C1: "50.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-06", 20)] }, net: { C1: "30.00" } },
    ],
  },
  "a volume price that becomes cheaper": {
    arithmetic:
      "90 × 1 = 90; 110 × 0.50 = 55: the difference is −35, and the year is what one calculation gives",
    tables: {
      Contracts: [ended],
      Prices: [
        perUnit(0, { "Pricing model": "volume", "Unit price": undefined, Tiers: "100: 1.00; *: 0.50" }),
      ],
      Usage: [used("2026-10-05", 90)],
    },
    runs: [
      { run: "2026-10", net: { C1: "90.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-06", 20)] }, net: { C1: "-35.00" } },
      { run: "2026-11", net: {} },
      { run: "2026-12", net: {} },
    ],
  },
  "a maximum that is reached late": {
    arithmetic: "90, then 110 → 100: 10; then 140 → 100: 0",
    tables: { Contracts: [ended], Prices: [perUnit(1, { Maximum: 100 })], Usage: [used("2026-10-05", 90)] },
    runs: [
      { run: "2026-10", net: { C1: "90.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-06", 20)] }, net: { C1: "10.00" } },
      { run: "2026-12", add: { Usage: [used("2026-10-07", 30)] }, net: { C1: "0.00" } },
    ],
  },
  "a true-up that two late rows use up": {
    arithmetic: "max(100, 95) − max(100, 80) = 0; max(100, 135) − max(100, 95) = 35; 135 in all",
    tables: {
      Contracts: [
        contract({ "Start date": "2026-10-01", "End date": "2026-10-31", "Minimum commitment": 100 }),
      ],
      Prices: [fee(50), perUnit(10)],
      Usage: [used("2026-10-05", 3)],
    },
    runs: [
      { run: "2026-10", net: { C1: "100.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-06", 1.5)] }, net: { C1: "0.00" } },
      { run: "2026-12", add: { Usage: [used("2026-10-07", 4)] }, net: { C1: "35.00" } },
      { run: "2027-01", net: {} },
    ],
  },
  "the latest reading, and an earlier one that comes late": {
    arithmetic:
      "20 on the 20th counts; 50 of the 10th comes late and changes nothing; 30 of the 25th adds 10 × 2",
    tables: {
      Contracts: [ended],
      Meters: gathered("Latest"),
      Prices: [perUnit(2)],
      Usage: [used("2026-10-20", 20)],
    },
    runs: [
      { run: "2026-10", net: { C1: "40.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-10", 50)] }, net: {} },
      { run: "2026-12", add: { Usage: [used("2026-10-25", 30)] }, net: { C1: "20.00" } },
    ],
  },
  "the latest reading falls": {
    arithmetic:
      "20 was billed, 12 of the 25th is the latest now: never credited by itself, (12 − 20) × 2 = −16",
    tables: {
      Contracts: [ended],
      Meters: gathered("Latest"),
      Prices: [perUnit(2)],
      Usage: [used("2026-10-20", 20)],
    },
    runs: [
      { run: "2026-10", net: { C1: "40.00" } },
      {
        run: "2026-11",
        add: { Usage: [used("2026-10-25", 12)] },
        net: {},
        findings: ["C1 QUANTITY_MISMATCH -16.00"],
      },
    ],
  },
  "users that are known and users that are new": {
    arithmetic: "Ann and Ben are 2 × 5; Ann again adds nothing, Cleo 5",
    tables: {
      Contracts: [ended],
      Meters: gathered("Unique", { "Key column": "User" }),
      Prices: [perUnit(5)],
      Usage: [used("2026-10-05", 1, { User: "Ann" }), used("2026-10-06", 1, { User: "Ben" })],
    },
    runs: [
      { run: "2026-10", net: { C1: "10.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-20", 1, { User: "Ann" })] }, net: {} },
      { run: "2026-12", add: { Usage: [used("2026-10-21", 1, { User: "Cleo" })] }, net: { C1: "5.00" } },
    ],
  },
  "an average that rises, and one that falls": {
    arithmetic:
      "(10 + 20)/2 = 15 → 30; with 30 it is 20 → +10; with 8 it is 17: never credited, (17 − 20) × 2 = −6",
    tables: {
      Contracts: [ended],
      Meters: gathered("Average"),
      Prices: [perUnit(2)],
      Usage: [used("2026-10-05", 10), used("2026-10-06", 20)],
    },
    runs: [
      { run: "2026-10", net: { C1: "30.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-20", 30)] }, net: { C1: "10.00" } },
      {
        run: "2026-12",
        add: { Usage: [used("2026-10-21", 8)] },
        net: {},
        findings: ["C1 QUANTITY_MISMATCH -6.00"],
      },
    ],
  },
  "an average that no cell can hold": {
    arithmetic: "(31.61 + 16 + 39.58)/3 = 29.06333… × 3 = 87.19; nothing came late, so nothing is written",
    tables: {
      Contracts: [october],
      Meters: gathered("Average"),
      Prices: [perUnit(3)],
      Usage: [used("2026-10-05", 31.61), used("2026-10-06", 16), used("2026-10-07", 39.58)],
    },
    runs: [
      { run: "2026-10", net: { C1: "87.19" } },
      { run: "2026-11", net: {} },
      // (87.19 + 40)/4 = 31.7975, × 3 = 95.3925 → 95.39
      { run: "2026-12", add: { Usage: [used("2026-10-08", 40)] }, net: { C1: "8.20" } },
      { run: "2027-01", net: {} },
    ],
  },
  "a peak that is passed late": {
    arithmetic: "peak 20 → 40; 15 late is below it; 32 late is 12 more: 24",
    tables: {
      Contracts: [ended],
      Meters: gathered("Max"),
      Prices: [perUnit(2)],
      Usage: [used("2026-10-05", 20)],
    },
    runs: [
      { run: "2026-10", net: { C1: "40.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-06", 15)] }, net: {} },
      { run: "2026-12", add: { Usage: [used("2026-10-07", 32)] }, net: { C1: "24.00" } },
    ],
  },
  "a row that takes usage back": {
    arithmetic: "100 billed at 10, −20 comes late: 80 × 10 − 1,000 = −200 is found, never credited by itself",
    tables: { Contracts: [october], Prices: [perUnit(10)], Usage: [used("2026-10-05", 100)] },
    runs: [
      { run: "2026-10", net: { C1: "1000.00" } },
      {
        run: "2026-11",
        add: { Usage: [used("2026-10-06", -20), used("2026-11-06", 7)] },
        net: { C1: "70.00" },
        findings: ["C1 QUANTITY_MISMATCH -200.00"],
      },
      {
        run: "2026-12",
        add: { Usage: [used("2026-10-07", 30)] },
        net: { C1: "100.00" },
      },
    ],
  },
  "an event that is sent again": {
    arithmetic: "the same Event ID with the same content counts once, also late: 100 × 1 and nothing more",
    tables: {
      Contracts: [october],
      Prices: [perUnit(1)],
      Usage: [used("2026-10-05", 100, { "Event ID": "E1" })],
    },
    runs: [
      { run: "2026-10", net: { C1: "100.00" } },
      { run: "2026-11", add: { Usage: [used("2026-10-05", 100, { "Event ID": "E1" })] }, net: {} },
    ],
  },
  "late into a month without an invoice, which is billed afterwards": {
    arithmetic: "20 × 2 of October stand on no invoice: found by November; October run again bills them",
    tables: {
      Contracts: [contract({ "Start date": "2026-09-01" })],
      Prices: [perUnit(2)],
      Usage: [used("2026-09-05", 10)],
    },
    runs: [
      { run: "2026-09", net: { C1: "20.00" } },
      { run: "2026-10", net: {} },
      {
        run: "2026-11",
        add: { Usage: [used("2026-10-05", 20), used("2026-11-05", 3)] },
        net: { C1: "6.00" },
        findings: ["C1 UNBILLED_USAGE 40.00"],
      },
      { run: "2026-10", asOf: "2026-11-30", net: { C1: "40.00" } },
      { run: "2026-12", net: {} },
    ],
  },
  "a negative total and Mirror": {
    arithmetic: "−30 × 2 = −60; 10 late make it −20: −40 + 60 = 20",
    tables: {
      Contracts: [ended],
      Prices: [perUnit(2, { "Negative usage": "Mirror" })],
      Usage: [used("2026-10-05", -30)],
    },
    runs: [
      { run: "2026-10", net: { C1: "-60.00" } },
      { run: "2026-10", net: {} },
      { run: "2026-11", add: { Usage: [used("2026-10-06", 10)] }, net: { C1: "20.00" } },
    ],
  },
};
