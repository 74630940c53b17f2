import type { Cell, Tables } from "./sheet";

/** A book that nobody has touched, and what its contracts owe for October 2026, worked out by hand. */
export interface GoodBook {
  readonly name: string;
  readonly tables: Tables;
  readonly bills: Readonly<Record<string, string>>;
}

const day = (date: string): Cell => ({ day: date });
const october = (date: number): Cell => day(`2026-10-${String(date).padStart(2, "0")}`);
const start = october(1);
const earlier = day("2026-01-01");

const usageHeader = ["Contract ID", "Meter", "Date", "Quantity"];
const contractHeader = ["Contract ID", "Customer ID", "Customer name", "Start date", "Currency"];

export const goodBooks: readonly GoodBook[] = [
  {
    name: "telephony",
    // 1500 × 0.10 = 150.00 and 12.50; 300 × 0.20 = 60.00
    bills: { K1: "162.50 EUR", K2: "60.00 EUR" },
    tables: {
      Contracts: [
        contractHeader,
        ["K1", "C1", "Alder Ltd", start, "EUR"],
        ["K2", "C2", "Birch GmbH", start, "EUR"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee"],
        ["K1", "Calls", "per_unit", 0.1, null],
        ["K1", "Line rental", "flat", null, 12.5],
        ["K2", "Calls", "per_unit", 0.2, null],
      ],
      Usage: [
        usageHeader,
        ["K1", "Calls", october(5), 1000],
        ["K1", "Calls", october(20), 500],
        ["K2", "Calls", october(7), 300],
      ],
    },
  },
  {
    name: "cloud",
    // 1000 × 0.10 + 500 × 0.08 = 140.00; 800 - 200 included = 600 × 0.05 = 30.00
    bills: { "4711": "140.00 USD", "4712": "30.00 USD" },
    tables: {
      Contracts: [
        contractHeader,
        ["4711", "C1", "Nimbus Inc", earlier, "USD"],
        ["4712", "C2", "Stratus LLC", earlier, "USD"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price", "Tiers", "Included quantity"],
        ["4711", "Storage", "graduated", null, "1000: 0.10; *: 0.08", null],
        ["4712", "Storage", "per_unit", 0.05, null, 200],
      ],
      Usage: [
        ["Event ID", ...usageHeader, "Region"],
        ["E1", "4711", "Storage", october(3), 700, "EU"],
        ["E2", "4711", "Storage", october(14), 800, "US"],
        ["E3", "4712", "Storage", october(14), 800, "EU"],
      ],
    },
  },
  {
    name: "water",
    // 42.5 × 1.90 = 80.75 and 9.95; 3 × 1.90 = 5.70, at least 15.00
    bills: { W1: "90.70 GBP", W2: "15.00 GBP" },
    tables: {
      Contracts: [
        contractHeader,
        ["W1", "C1", "Mill House", earlier, "GBP"],
        ["W2", "C2", "Ferry Cottage", earlier, "GBP"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit", "Unit price", "Flat fee", "Minimum"],
        ["W1", "Water", "per_unit", "m3", 1.9, null, null],
        ["W1", "Standing charge", "flat", null, null, 9.95, null],
        ["W2", "Water", "per_unit", "m3", 1.9, null, 15],
      ],
      Usage: [
        usageHeader,
        ["W1", "Water", october(10), 20.25],
        ["W1", "Water", october(31), 22.25],
        ["W2", "Water", october(31), 3],
      ],
    },
  },
  {
    name: "software",
    // Pro: 49.00 and 120 × 0.25 = 30.00; Team: 99.00 less 10 % = 89.10 and 40 × 0.20 less 10 % = 7.20
    bills: { S1: "79.00 EUR", S2: "96.30 EUR" },
    tables: {
      Contracts: [
        [...contractHeader, "Plan", "Discount %"],
        ["S1", "C1", "Quill AG", start, "EUR", "Pro", null],
        ["S2", "C2", "Vellum SA", start, "EUR", "Team", 10],
      ],
      Prices: [
        ["Plan", "Product", "Pricing model", "Unit price", "Flat fee"],
        ["Pro", "Base", "flat", null, 49],
        ["Pro", "Seats", "per_unit", 0.25, null],
        ["Team", "Base", "flat", null, 99],
        ["Team", "Seats", "per_unit", 0.2, null],
      ],
      Usage: [
        usageHeader,
        ["S1", "Seats", october(2), 50],
        ["S1", "Seats", october(16), 70],
        ["S2", "Seats", october(16), 40],
      ],
    },
  },
  {
    name: "charging",
    // 125.375 × 0.4567 = 57.25876…; 80.5 × 0.39 = 31.395
    bills: { L1: "57.26 EUR", L2: "31.40 EUR" },
    tables: {
      Customers: [
        ["Customer ID", "Customer name", "City"],
        ["C1", "Fleet One", "Kiel"],
        ["C2", "Depot Two", "Bonn"],
      ],
      Contracts: [
        ["Contract ID", "Customer ID", "Start date", "Currency"],
        ["L1", "C1", earlier, "EUR"],
        ["L2", "C2", earlier, "EUR"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price", "Unit"],
        ["L1", "Energy", "per_unit", 0.4567, "kWh"],
        ["L2", "Energy", "per_unit", 0.39, "kWh"],
      ],
      Usage: [
        [...usageHeader, "Station"],
        ["L1", "Energy", october(4), 61.125, "North"],
        ["L1", "Energy", october(18), 64.25, "South"],
        ["L2", "Energy", october(13), 80.5, "North"],
      ],
    },
  },
  {
    name: "agency",
    // 12.5 × 140.00 less 20 % = 1400.00; 7.75 × 95.00 = 736.25 and a retainer of 500.00
    bills: { A1: "1400.00 USD", A2: "1236.25 USD" },
    tables: {
      Contracts: [
        contractHeader,
        ["A1", "C1", "Hart & Sons", earlier, "USD"],
        ["A2", "C2", "Lark Media", earlier, "USD"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee", "Discount %"],
        ["A1", "Design", "per_unit", 140, null, { percent: 0.2 }],
        ["A2", "Copy", "per_unit", 95, null, null],
        ["A2", "Retainer", "flat", null, 500, null],
      ],
      Usage: [
        usageHeader,
        ["A1", "Design", october(6), 8],
        ["A1", "Design", october(13), 4.5],
        ["A2", "Copy", october(15), 7.75],
      ],
    },
  },
  {
    name: "couriers",
    // 260 parcels, all at 3.90 = 1014.00; 90, all at 4.50 = 405.00
    bills: { P1: "1014.00 EUR", P2: "405.00 EUR" },
    tables: {
      Contracts: [
        contractHeader,
        ["P1", "C1", "Fern Shop", earlier, "EUR"],
        ["P2", "C2", "Moss Shop", earlier, "EUR"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Tiers"],
        ["P1", "Parcels", "volume", "100: 4.50; *: 3.90"],
        ["P2", "Parcels", "volume", "100: 4.50; *: 3.90"],
      ],
      "Usage North": [usageHeader, ["P1", "Parcels", october(9), 160], ["P2", "Parcels", october(9), 90]],
      "Usage South": [usageHeader, ["P1", "Parcels", october(21), 100]],
    },
  },
  {
    name: "printers",
    // 52500 at 14.00 per 1000 = 735.00; 8250 at 16.00 per 1000 = 132.00
    bills: { "001": "735.00 EUR", "002": "132.00 EUR" },
    tables: {
      Contracts: [
        contractHeader,
        ["001", "C1", "Town Hall", earlier, "EUR"],
        ["002", "C2", "Library", earlier, "EUR"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price", "Price per"],
        ["001", "Pages", "per_unit", 14, 1000],
        ["002", "Pages", "per_unit", 16, 1000],
      ],
      Usage: [
        usageHeader,
        ["001", "Pages", october(8), 30000],
        ["001", "Pages", october(29), 22500],
        ["002", "Pages", october(29), 8250],
      ],
    },
  },
  {
    name: "laboratory",
    // 14 × 22.40 = 313.60 and 6 × 75.00 = 450.00; 9 × 24.00 = 216.00
    bills: { B1: "763.60 CHF", B2: "216.00 CHF" },
    tables: {
      Contracts: [
        contractHeader,
        ["B1", "C1", "Clinic East", earlier, "CHF"],
        ["B2", "C2", "Clinic West", earlier, "CHF"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price"],
        ["B1", "Blood count", "per_unit", 22.4],
        ["B1", "Culture", "per_unit", 75],
        ["B2", "Blood count", "per_unit", 24],
      ],
      Usage: [
        ["Event ID", ...usageHeader],
        ["10001", "B1", "Blood count", october(7), 8],
        ["10002", "B1", "Blood count", october(22), 6],
        ["10003", "B1", "Culture", october(22), 6],
        ["10004", "B2", "Blood count", october(13), 9],
      ],
    },
  },
  {
    name: "warehouse",
    // 1240 × 0.35 = 434.00; 210 × 0.35 = 73.50, at least 100.00, and 60.00
    bills: { H1: "434.00 EUR", H2: "160.00 EUR" },
    tables: {
      Settings: [
        ["Key", "Value"],
        ["Company name", "Quay Storage"],
      ],
      Contracts: [
        contractHeader,
        ["H1", "C1", "Amber Foods", earlier, "EUR"],
        ["H2", "C2", "Basil Foods", earlier, "EUR"],
      ],
      Prices: [
        ["Contract ID", "Product", "Pricing model", "Unit price", "Flat fee", "Minimum"],
        ["H1", "Pallet days", "per_unit", 0.35, null, null],
        ["H2", "Pallet days", "per_unit", 0.35, null, 100],
        ["H2", "Handling", "flat", null, 60, null],
      ],
      Usage: [
        usageHeader,
        ["H1", "Pallet days", october(11), 600],
        ["H1", "Pallet days", october(31), 640],
        ["H2", "Pallet days", october(31), 210],
      ],
    },
  },
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
];
