import { contractHeader, earlier, october, start, usageHeader, type GoodBook } from "./goodBook";

/** Books with tiers, discounts, promises, adjustments, quantities and settings in tables of their own. */
export const booksWithTerms: readonly GoodBook[] = [
  {
    name: "bands",
    // 1000 × 0.10 + 500 × 0.05 = 125.00; 800, all at 0.15 = 120.00
    bills: { N1: "125.00 EUR", N2: "120.00 EUR" },
    tables: {
      Contracts: [
        contractHeader,
        ["N1", "C1", "Larch Ltd", earlier, "EUR"],
        ["N2", "C2", "Maple GmbH", earlier, "EUR"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model"],
        ["N1", "Calls", "graduated"],
        ["N2", "Calls", "volume"],
      ],
      Tiers: [
        ["Price ID", "Up to", "Unit price"],
        ["N1 Calls", 1000, 0.1],
        ["N1 Calls", null, 0.05],
        ["N2 Calls", 500, 0.2],
        ["N2 Calls", null, 0.15],
      ],
      Usage: [
        usageHeader,
        ["N1", "Calls", october(5), 900],
        ["N1", "Calls", october(6), 600],
        ["N2", "Calls", october(6), 800],
      ],
    },
  },
  {
    name: "fitters",
    // 10 × 80.00 + 25.00 less 10 % = 742.50, less 15.00; 5 × 80.00 + 25.00 and 40.00
    bills: { F1: "727.50 GBP", F2: "465.00 GBP" },
    tables: {
      Customers: [
        ["Customer ID", "Customer name", "Discount %"],
        ["C1", "Wren Homes", 10],
        ["C2", "Finch Estates", null],
      ],
      Contracts: [
        ["Contract ID", "Customer ID", "Start date", "Currency"],
        ["F1", "C1", earlier, "GBP"],
        ["F2", "C2", earlier, "GBP"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee"],
        ["F1", "Hours", "per_unit", 80, null],
        ["F1", "Call-out", "flat", null, 25],
        ["F2", "Hours", "per_unit", 80, null],
        ["F2", "Call-out", "flat", null, 25],
      ],
      Adjustments: [
        ["Contract ID", "Date", "Amount", "Description", "Reason code"],
        ["F1", october(12), -15, "late arrival", "SLA"],
        ["F2", october(20), 40, "parts", "PARTS"],
      ],
      Usage: [
        usageHeader,
        ["F1", "Hours", october(12), 6],
        ["F1", "Hours", october(13), 4],
        ["F2", "Hours", october(20), 5],
      ],
    },
  },
  {
    name: "licences",
    // 25 × 12.00 and 50.00 once; 40 × 10.00
    bills: { Q1: "350.00 USD", Q2: "400.00 USD" },
    tables: {
      Contracts: [
        contractHeader,
        ["Q1", "C1", "Opal Bank", start, "USD"],
        ["Q2", "C2", "Agate Bank", start, "USD"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price", "Quantity", "Setup fee"],
        ["Q1", "Seats", "per_unit", 12, 25, 50],
        ["Q2", "Seats", "per_unit", 10, 40, null],
      ],
    },
  },
  {
    name: "promotions",
    // 500 × 0.20 less 20 % = 80.00; 300 × 0.50 less 30.00 = 120.00
    bills: { R1: "80.00 EUR", R2: "120.00 EUR" },
    tables: {
      Contracts: [
        contractHeader,
        ["R1", "C1", "Tern Media", earlier, "EUR"],
        ["R2", "C2", "Gull Media", earlier, "EUR"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price"],
        ["R1", "Clicks", "per_unit", 0.2],
        ["R2", "Clicks", "per_unit", 0.5],
      ],
      Discounts: [
        ["Discount ID", "Contract ID", "Percent", "Amount", "From", "To"],
        ["D1", "R1", 20, null, october(1), october(31)],
        ["D2", "R2", null, 30, october(1), october(31)],
      ],
      Usage: [usageHeader, ["R1", "Clicks", october(9), 500], ["R2", "Clicks", october(9), 300]],
    },
  },
  {
    name: "promises",
    // 400 × 0.25 = 100.00, at least 200.00; 600 × 0.25 = 150.00
    bills: { T1: "200.00 EUR", T2: "150.00 EUR" },
    tables: {
      Contracts: [
        contractHeader,
        ["T1", "C1", "Elm Cargo", earlier, "EUR"],
        ["T2", "C2", "Oak Cargo", earlier, "EUR"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price"],
        ["T1", "Tonnes", "per_unit", 0.25],
        ["T2", "Tonnes", "per_unit", 0.25],
      ],
      Commitments: [
        ["Commitment ID", "Contract ID", "Amount"],
        ["M1", "T1", 200],
        ["M2", "T2", 100],
      ],
      Usage: [usageHeader, ["T1", "Tonnes", october(9), 400], ["T2", "Tonnes", october(9), 600]],
    },
  },
  {
    name: "ferries",
    // 3 × 12.345 = 37.035, in pounds of the Settings and rounded half to even: 37.04; 5 × 12.345 = 61.725: 61.72
    bills: { G1: "37.04 GBP", G2: "61.72 GBP" },
    tables: {
      Settings: [
        ["Key", "Value"],
        ["Currency", "GBP"],
        ["Rounding mode", "half_even"],
      ],
      Contracts: [
        ["Contract ID", "Customer ID", "Customer name", "Start date"],
        ["G1", "C1", "Isle Freight", earlier],
        ["G2", "C2", "Bay Freight", earlier],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price"],
        ["G1", "Crossings", "per_unit", 12.345],
        ["G2", "Crossings", "per_unit", 12.345],
      ],
      Usage: [usageHeader, ["G1", "Crossings", october(9), 3], ["G2", "Crossings", october(9), 5]],
    },
  },
];
