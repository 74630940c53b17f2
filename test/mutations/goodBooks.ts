import { booksWithTerms } from "./booksWithTerms";
import { contractHeader, earlier, october, start, usageHeader, type GoodBook } from "./goodBook";

/** Books of contracts, prices and usage, and some with more. */
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
  ...booksWithTerms,
];
