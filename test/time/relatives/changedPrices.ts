import { contract, credit, fee, perUnit, used, type Relative } from "./chain";

/** October of 100 units at 10 is issued, and then the price is typed over. */
const october = { run: "2026-10", net: { C1: "1000.00" } } as const;

const calls = { Contracts: [contract({ "Start date": "2026-10-01" })], Usage: [used("2026-10-05", 100)] };

/** Prices that change after days were issued: only quantity is billed, the rest is found. */
export const changedPrices: Readonly<Record<string, Relative>> = {
  "a price that is typed over": {
    arithmetic: "November 50 × 8 = 400; October 800 − 1,000 = −200",
    tables: { ...calls, Prices: [perUnit(10)] },
    runs: [
      october,
      {
        run: "2026-11",
        set: { Prices: [perUnit(8)] },
        add: { Usage: [used("2026-11-05", 50)] },
        net: { C1: "400.00" },
        findings: ["C1 PRICE_MISMATCH -200.00"],
      },
      { run: "2026-12", net: {}, findings: ["C1 PRICE_MISMATCH -200.00"] },
    ],
  },
  "a change from the middle on, and late rows after it": {
    arithmetic: "(60 × 10 + 50 × 12) − (60 × 10 + 40 × 12) = 120; the billed 100: 1,080 − 1,000 = +80",
    tables: {
      Contracts: calls.Contracts,
      Prices: [perUnit(10)],
      Usage: [used("2026-10-05", 60), used("2026-10-20", 40)],
    },
    runs: [
      october,
      {
        run: "2026-11",
        set: {
          Prices: [
            perUnit(10, { "Price ID": "OLD", "Effective to": "2026-10-15" }),
            perUnit(12, { "Price ID": "NEW", "Effective from": "2026-10-16" }),
          ],
        },
        add: { Usage: [used("2026-10-18", 10)] },
        net: { C1: "120.00" },
        findings: ["C1 PRICE_MISMATCH 80.00"],
      },
    ],
  },
  "tiers that are typed over, and a late row": {
    arithmetic: "100 × 1 + 50 × 0.50 = 125; now 100 × 2 + 50 × 1 = 250: +125; late 10 × 1 = 10",
    tables: {
      Contracts: calls.Contracts,
      Prices: [
        perUnit(0, { "Pricing model": "graduated", "Unit price": undefined, Tiers: "100: 1.00; *: 0.50" }),
      ],
      Usage: [used("2026-10-05", 150)],
    },
    runs: [
      { run: "2026-10", net: { C1: "125.00" } },
      {
        run: "2026-11",
        set: {
          Prices: [
            perUnit(0, {
              "Pricing model": "graduated",
              "Unit price": undefined,
              Tiers: "100: 2.00; *: 1.00",
            }),
          ],
        },
        add: { Usage: [used("2026-10-06", 10)] },
        net: { C1: "10.00" },
        findings: ["C1 PRICE_MISMATCH 125.00"],
      },
    ],
  },
  "a minimum that is typed over": {
    arithmetic: "30 and 20 of minimum; now 80: +30; November, without usage, 80",
    tables: { ...calls, Usage: [used("2026-10-05", 30)], Prices: [perUnit(1, { Minimum: 50 })] },
    runs: [
      { run: "2026-10", net: { C1: "50.00" } },
      {
        run: "2026-11",
        set: { Prices: [perUnit(1, { Minimum: 80 })] },
        net: { C1: "80.00" },
        findings: ["C1 PRICE_MISMATCH 30.00"],
      },
    ],
  },
  "an included quantity that is typed over": {
    arithmetic: "(120 − 100) × 2 = 40; now (120 − 50) × 2 = 140: +100",
    tables: {
      ...calls,
      Usage: [used("2026-10-05", 120)],
      Prices: [perUnit(2, { "Included quantity": 100 })],
    },
    runs: [
      { run: "2026-10", net: { C1: "40.00" } },
      {
        run: "2026-11",
        set: { Prices: [perUnit(2, { "Included quantity": 50 })] },
        net: {},
        findings: ["C1 PRICE_MISMATCH 100.00"],
      },
    ],
  },
  "a discount that is typed over": {
    arithmetic: "1,000 less 10 % = 900, less 20 % = 800: −100",
    tables: { ...calls, Prices: [perUnit(10, { "Discount %": 10 })] },
    runs: [
      { run: "2026-10", net: { C1: "900.00" } },
      {
        run: "2026-11",
        set: { Prices: [perUnit(10, { "Discount %": 20 })] },
        net: {},
        findings: ["C1 PRICE_MISMATCH -100.00"],
      },
    ],
  },
  "a rate per event with a minimum": {
    arithmetic: "5 × 2 % → 0.50, 100 × 2 % = 2: 2.50; at 3 % 0.50 + 3: +1.00",
    tables: {
      Contracts: calls.Contracts,
      Prices: [perUnit(0.02, { "Pricing model": "percentage", "Rate per": "Event", Minimum: 0.5 })],
      Usage: [used("2026-10-05", 5), used("2026-10-06", 100)],
    },
    runs: [
      { run: "2026-10", net: { C1: "2.50" } },
      {
        run: "2026-11",
        set: {
          Prices: [perUnit(0.03, { "Pricing model": "percentage", "Rate per": "Event", Minimum: 0.5 })],
        },
        net: {},
        findings: ["C1 PRICE_MISMATCH 1.00"],
      },
    ],
  },
  "a fee that changes inside an issued quarter": {
    arithmetic: "900 × 46/92 + 1,200 × 46/92 = 1,050 against 900: +150",
    tables: {
      Contracts: [contract({ "Start date": "2026-10-01", "Billing frequency": "Quarterly" })],
      Prices: [fee(900)],
    },
    runs: [
      { run: "2026-10", net: { C1: "900.00" } },
      {
        run: "2026-11",
        set: {
          Prices: [
            fee(900, { "Price ID": "OLD", "Effective to": "2026-11-15" }),
            fee(1200, { "Price ID": "NEW", "Effective from": "2026-11-16" }),
          ],
        },
        net: {},
        findings: ["C1 PRICE_MISMATCH 150.00"],
      },
    ],
  },
  "seats that are typed over": {
    arithmetic: "10 × 5 = 50 billed, 12 × 5 = 60 contracted: +10; November 60",
    tables: {
      Contracts: [contract({ "Start date": "2026-10-01" })],
      Prices: [perUnit(5, { Product: "Seats", Quantity: 10 })],
    },
    runs: [
      { run: "2026-10", net: { C1: "50.00" } },
      {
        run: "2026-11",
        set: { Prices: [perUnit(5, { Product: "Seats", Quantity: 12 })] },
        net: { C1: "60.00" },
        findings: ["C1 QUANTITY_MISMATCH 10.00"],
      },
    ],
  },
  "seats with a discount whose price is typed over": {
    arithmetic: "10 × 5 less 10 % = 45, 10 × 6 less 10 % = 54: the price, not the seats: +9",
    tables: {
      Contracts: [contract({ "Start date": "2026-10-01" })],
      Prices: [perUnit(5, { Product: "Seats", Quantity: 10, "Discount %": 10 })],
    },
    runs: [
      { run: "2026-10", net: { C1: "45.00" } },
      {
        run: "2026-11",
        set: { Prices: [perUnit(6, { Product: "Seats", Quantity: 10, "Discount %": 10 })] },
        net: { C1: "54.00" },
        findings: ["C1 PRICE_MISMATCH 9.00"],
      },
    ],
  },
  "a lower price that a credit has made good": {
    arithmetic: "1,000 − 200 credited = 100 × 8: nothing is open; November 50 × 8 = 400 − 200",
    tables: { ...calls, Prices: [perUnit(10)] },
    runs: [
      october,
      {
        run: "2026-11",
        set: { Prices: [perUnit(8)] },
        add: { Usage: [used("2026-11-05", 50)], Adjustments: [credit("2026-11-10", -200, "PRICE")] },
        net: { C1: "200.00" },
      },
      {
        run: "2026-12",
        add: { Usage: [used("2026-10-07", 10)] },
        net: { C1: "80.00" },
      },
    ],
  },
  "a second product of the meter that is added later, and late rows": {
    arithmetic:
      "January 10 × 2; with a surcharge of 1: +10; 5 late × (2 + 1) = 15, and still +10 for the first 10",
    tables: {
      Contracts: [contract()],
      Prices: [perUnit(2)],
      Usage: [used("2026-01-05", 10), used("2026-02-05", 20)],
    },
    runs: [
      { run: "2026-01", net: { C1: "20.00" } },
      {
        run: "2026-02",
        set: { Prices: [perUnit(2), perUnit(1, { Product: "Surcharge", Meter: "API" })] },
        net: { C1: "60.00" },
        findings: ["C1 PRICE_MISMATCH 10.00"],
      },
      {
        run: "2026-03",
        add: { Usage: [used("2026-01-06", 5)] },
        net: { C1: "15.00" },
        findings: ["C1 PRICE_MISMATCH 10.00"],
      },
    ],
  },
  "a product under a new name": {
    arithmetic:
      "Calls until September, Calls Pro of the same meter from October on: late 5 × 3 = 15, October 10 × 4 = 40",
    tables: {
      Contracts: [contract({ "Start date": "2026-09-01" })],
      Prices: [
        perUnit(3, { Product: "Calls", Meter: "API", "Effective to": "2026-09-30" }),
        perUnit(4, { Product: "Calls Pro", Meter: "API", "Effective from": "2026-10-01" }),
      ],
      Usage: [used("2026-09-10", 20)],
    },
    runs: [
      { run: "2026-09", net: { C1: "60.00" } },
      {
        run: "2026-10",
        add: { Usage: [used("2026-09-11", 5), used("2026-10-02", 10)] },
        net: { C1: "55.00" },
      },
    ],
  },
};
