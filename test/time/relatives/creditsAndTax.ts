import { contract, credit, fee, perUnit, priceOf, setting, used, type Relative } from "./chain";

const rates = [
  { "Tax code": "STD", Rate: { percent: 0.2 }, "Effective to": "2026-10-31" },
  { "Tax code": "STD", Rate: { percent: 0.22 }, "Effective from": "2026-11-01" },
  { "Tax code": "LOW", Rate: { percent: 0.05 } },
];

const october = contract({ "Start date": "2026-10-01" });
const calls = { Contracts: [october], Prices: [perUnit(10)], Usage: [used("2026-10-05", 100)] };

/** Credits of an invoice, its cancelling and billing again, and the tax that goes with them. */
export const creditsAndTax: Readonly<Record<string, Relative>> = {
  "a credit of goodwill leaves the line billed": {
    arithmetic: "November 40 × 10 = 400 less 100; October stays billed in full",
    tables: calls,
    runs: [
      { run: "2026-10", net: { C1: "1000.00" } },
      {
        run: "2026-11",
        add: { Usage: [used("2026-11-05", 40)], Adjustments: [credit("2026-11-10", -100, "GOODWILL")] },
        net: { C1: "300.00" },
      },
      { run: "2026-12", net: {} },
    ],
  },
  "a correction that nobody owed is missing again": {
    arithmetic: "100 credited for a wrong price, and the price is right: +100",
    tables: calls,
    runs: [
      { run: "2026-10", net: { C1: "1000.00" } },
      {
        run: "2026-11",
        add: { Adjustments: [credit("2026-11-10", -100, "PRICE")] },
        net: { C1: "-100.00" },
        findings: ["C1 AMOUNT_MISMATCH 100.00"],
      },
    ],
  },
  "a late row after a correction": {
    arithmetic: "110 × 8 − 100 × 8 = 80: the credit moved the price, not the quantity",
    tables: calls,
    runs: [
      { run: "2026-10", net: { C1: "1000.00" } },
      {
        run: "2026-11",
        set: { Prices: [perUnit(8)] },
        add: { Adjustments: [credit("2026-11-10", -200, "PRICE")], Usage: [used("2026-10-06", 10)] },
        net: { C1: "-120.00" },
      },
    ],
  },
  "two codes credited in full after a change of rate": {
    arithmetic:
      "100 at 20 % and 50 at 5 % are 22.50 of tax; the credit gives them back, whatever is in force now",
    tables: {
      Contracts: [october],
      "Tax codes": rates,
      Prices: [
        fee(100, { "Tax code": "STD", "Effective to": "2026-10-31" }),
        fee(50, { Product: "Book", "Tax code": "LOW", "Effective to": "2026-10-31" }),
      ],
    },
    runs: [
      { run: "2026-10", net: { C1: "150.00" }, tax: "22.50" },
      {
        run: "2026-11",
        add: { Adjustments: [credit("2026-11-10", -150, "GOODWILL")] },
        net: { C1: "-150.00" },
        tax: "-22.50",
      },
    ],
  },
  "thirds of an invoice": {
    arithmetic: "33.33 at 20 % is 6.67; 11.11 are 2.22 and 2.22, and the last takes 2.23",
    tables: {
      Contracts: [october],
      "Tax codes": rates,
      Prices: [fee(33.33, { "Tax code": "STD", "Effective to": "2026-10-31" })],
    },
    runs: [
      { run: "2026-10", net: { C1: "33.33" }, tax: "6.67" },
      {
        run: "2026-11",
        add: { Adjustments: [credit("2026-11-10", -11.11, "SLA")] },
        net: { C1: "-11.11" },
        tax: "-2.22",
      },
      {
        run: "2026-12",
        add: { Adjustments: [credit("2026-12-10", -11.11, "SLA")] },
        net: { C1: "-11.11" },
        tax: "-2.22",
      },
      {
        run: "2027-01",
        add: { Adjustments: [credit("2027-01-10", -11.11, "SLA")] },
        net: { C1: "-11.11" },
        tax: "-2.23",
      },
    ],
  },
  "credits in dinars": {
    arithmetic: "10.001 at 5 % is 0.500; 5.001 → 0.250, and the rest 5.000 takes 0.250",
    tables: {
      Contracts: [contract({ "Start date": "2026-10-01", Currency: "KWD" })],
      "Tax codes": rates,
      Prices: [fee(10.001, { "Tax code": "LOW", "Effective to": "2026-10-31" })],
    },
    runs: [
      { run: "2026-10", net: { C1: "10.001" }, tax: "0.500" },
      {
        run: "2026-11",
        add: { Adjustments: [credit("2026-11-10", -5.001, "SLA")] },
        net: { C1: "-5.001" },
        tax: "-0.250",
      },
      {
        run: "2026-12",
        add: { Adjustments: [credit("2026-12-10", -5, "SLA")] },
        net: { C1: "-5.000" },
        tax: "-0.250",
      },
    ],
  },
  "goodwill first, and then the rest to bill it again": {
    arithmetic:
      "100 goodwill, the other 900 with REBILL: credited in full, so October is free: 100 × 8 = 800",
    tables: calls,
    runs: [
      { run: "2026-10", net: { C1: "1000.00" } },
      {
        run: "2026-11",
        set: { Prices: [perUnit(8)] },
        add: {
          Adjustments: [credit("2026-11-10", -100, "GOODWILL"), credit("2026-11-11", -900, "REBILL")],
        },
        net: { C1: "-1000.00" },
        findings: ["C1 UNBILLED_USAGE 800.00"],
      },
      { run: "2026-10", asOf: "2026-11-30", net: { C1: "800.00" } },
      { run: "2026-12", net: {} },
    ],
  },
  "an invoice made void whose rows came late as well": {
    arithmetic: "the run of November bills none of October; billed again it is 120 × 10 = 1,200",
    tables: calls,
    runs: [
      { run: "2026-10", net: { C1: "1000.00" } },
      {
        run: "2026-11",
        voided: "INV-2026-0001",
        add: { Usage: [used("2026-10-06", 20), used("2026-11-05", 1)] },
        net: { C1: "10.00" },
        findings: ["C1 UNBILLED_USAGE 1200.00"],
      },
      { run: "2026-10", asOf: "2026-12-01", net: { C1: "1200.00" } },
      { run: "2026-12", net: {} },
    ],
  },
  "an invoice made void with a late row on it": {
    arithmetic:
      "November bills 50 and 5 late of October; void, both are free: October late 50 + November 40 × 10",
    tables: calls,
    runs: [
      { run: "2026-10", net: { C1: "1000.00" } },
      {
        run: "2026-11",
        add: { Usage: [used("2026-10-06", 5), used("2026-11-05", 40)] },
        net: { C1: "450.00" },
      },
      { run: "2026-11", asOf: "2026-11-30", voided: "INV-2026-0002", net: { C1: "450.00" } },
      { run: "2026-12", net: {} },
    ],
  },
  "more given back than a month costs": {
    arithmetic: "100 − 150 with October: one document of −50, whatever is run again, and 100 in November",
    tables: {
      Contracts: [october],
      Prices: [fee(100)],
      Adjustments: [credit("2026-10-10", -150, "SLA", { "Invoice number": undefined })],
    },
    runs: [
      { run: "2026-10", net: { C1: "-50.00" } },
      { run: "2026-10", net: {} },
      { run: "2026-11", net: { C1: "100.00" } },
    ],
  },
  "a fee credited in part, and the contract cancelled": {
    arithmetic:
      "365 for a year, ended after 73 days: 73 stays, 292 is credited for the contract: nothing is open",
    tables: {
      Contracts: [contract({ "Billing frequency": "Annual" })],
      Prices: [fee(365)],
    },
    runs: [
      { run: "2026-01", net: { C1: "365.00" } },
      {
        run: "2026-03",
        set: { Contracts: [contract({ "Billing frequency": "Annual", "End date": "2026-03-14" })] },
        add: { Adjustments: [credit("2026-03-20", -292, "CONTRACT")] },
        net: { C1: "-292.00" },
      },
      { run: "2026-04", net: {} },
    ],
  },
  "a year cancelled and settled by agreement": {
    arithmetic:
      "365 for a year, ended after 73 days; 292 given back by agreement settle it, however the credit is called",
    tables: {
      Contracts: [contract({ "Billing frequency": "Annual" })],
      Prices: [fee(365)],
    },
    runs: [
      { run: "2026-01", net: { C1: "365.00" } },
      {
        run: "2026-03",
        set: { Contracts: [contract({ "Billing frequency": "Annual", "End date": "2026-03-14" })] },
        add: { Adjustments: [credit("2026-03-20", -292, "SETTLEMENT")] },
        net: { C1: "-292.00" },
      },
    ],
  },
  "a year cancelled, and less given back by agreement": {
    arithmetic: "292 of 365 are beyond the end; 150 given back as a settlement close it",
    tables: {
      Contracts: [contract({ "Billing frequency": "Annual" })],
      Prices: [fee(365)],
    },
    runs: [
      { run: "2026-01", net: { C1: "365.00" } },
      {
        run: "2026-03",
        set: { Contracts: [contract({ "Billing frequency": "Annual", "End date": "2026-03-14" })] },
        add: { Adjustments: [credit("2026-03-20", -150, "SETTLEMENT")] },
        net: { C1: "-150.00" },
      },
    ],
  },
  "a year cancelled, of which a part was credited": {
    arithmetic: "292 of 365 are beyond the end, 150 of it was credited or given as goodwill: −142",
    tables: {
      Contracts: [
        contract({ "Billing frequency": "Annual" }),
        contract({ "Contract ID": "C2", "Billing frequency": "Annual" }),
      ],
      Prices: [fee(365), fee(365, { "Contract ID": "C2" })],
    },
    runs: [
      { run: "2026-01", net: { C1: "365.00", C2: "365.00" } },
      {
        run: "2026-03",
        set: {
          Contracts: [
            contract({ "Billing frequency": "Annual", "End date": "2026-03-14" }),
            contract({ "Contract ID": "C2", "Billing frequency": "Annual", "End date": "2026-03-14" }),
          ],
        },
        add: {
          Adjustments: [
            credit("2026-03-20", -150, "CONTRACT"),
            credit("2026-03-20", -150, "GOODWILL", {
              "Contract ID": "C2",
              "Invoice number": "INV-2026-0002",
            }),
          ],
        },
        net: { C1: "-150.00", C2: "-150.00" },
        findings: ["C1 EXPIRED_CONTRACT_BILLED -142.00", "C2 EXPIRED_CONTRACT_BILLED -142.00"],
      },
    ],
  },
  "the tax point is the last day of service, or the invoice date before it": {
    arithmetic:
      "October's usage is taxed 20 % though invoiced in November; a fee for November billed in October as well",
    tables: {
      Settings: [setting("Advance billing", "Ahead")],
      Contracts: [october],
      "Tax codes": rates,
      Prices: [fee(100, { "Tax code": "STD" }), perUnit(10, { "Tax code": "STD" })],
      Usage: [used("2026-10-05", 10), used("2026-11-05", 10)],
    },
    runs: [
      { run: "2026-10", net: { C1: "300.00" }, tax: "60.00" },
      { run: "2026-11", net: { C1: "200.00" }, tax: "44.00" },
    ],
  },
  "a late row is taxed as its days were": {
    arithmetic: "5 × 10 late of October at 20 % and 40 × 10 of November at 22 %: 10 + 88",
    tables: { ...calls, "Tax codes": rates, Prices: [perUnit(10, { "Tax code": "STD" })] },
    runs: [
      { run: "2026-10", net: { C1: "1000.00" }, tax: "200.00" },
      {
        run: "2026-11",
        add: { Usage: [used("2026-10-06", 5), used("2026-11-05", 40)] },
        net: { C1: "450.00" },
        tax: "98.00",
      },
    ],
  },
  "lines rounded once an invoice, credited in full and billed again": {
    arithmetic: "0.004 + 0.004 + 0.004 = 0.012 → 0.01; credited −0.01; again 0.01",
    tables: {
      Settings: [setting("Line rounding", "invoice")],
      Contracts: [october],
      Prices: ["A", "B", "C"].map((meter) => priceOf(meter, 0.004)),
      Usage: ["A", "B", "C"].map((Meter) => used("2026-10-05", 1, { Meter })),
    },
    runs: [
      { run: "2026-10", net: { C1: "0.01" } },
      {
        run: "2026-11",
        add: { Adjustments: [credit("2026-11-10", -0.01, "REBILL")] },
        net: { C1: "-0.01" },
        findings: ["C1 UNBILLED_USAGE 0.01"],
      },
      { run: "2026-10", asOf: "2026-11-30", net: { C1: "0.01" } },
      { run: "2026-12", net: {} },
    ],
  },
};
