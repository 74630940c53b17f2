import { percent, type RowInput } from "../../support/workbookFixture";
import type { BookTables } from "./smallBook";

const contract = (id: string, more: RowInput = {}) => ({
  "Contract ID": id,
  "Customer ID": `C-${id}`,
  "Start date": more["Start date"] ?? "2026-01-01",
  "End date": more["End date"],
  Renewal: more.Renewal,
  "Renewal term": more["Renewal term"],
  Notice: more.Notice,
  "Retention %": more["Retention %"],
  "Not to exceed": more["Not to exceed"],
  Currency: "EUR",
  "Billing frequency": "Monthly",
});

const price = (id: string, contractId: string, product: string, more: object) => ({
  "Price ID": id,
  "Contract ID": contractId,
  Product: product,
  "Pricing model": undefined,
  Meter: undefined,
  Quantity: undefined,
  Currency: undefined,
  "Unit price": undefined,
  Tiers: undefined,
  "Flat fee": undefined,
  Maximum: undefined,
  "Maximum period": undefined,
  Timing: undefined,
  "Of product": undefined,
  "Refund scale": undefined,
  "Evidence required": undefined,
  ...more,
});

/** One contract for each kind of terms, billed for October: whatever decides an amount stands in a table of its own. */
export const agreedOctober: BookTables = {
  Settings: [
    { Key: "Company name", Value: "Harbour Cloud Ltd" },
    { Key: "Currency", Value: "EUR" },
    { Key: "Cash rounding", Value: undefined },
  ],
  Contracts: [
    contract("DISCOUNTED"),
    contract("COMMITTED"),
    contract("PREPAID"),
    contract("SEATS", { "End date": "2026-09-30", Renewal: "Auto", "Renewal term": 12, Notice: 30 }),
    contract("INDEXED"),
    contract("CONVERTED"),
    contract("PROJECT", { "Start date": "2026-10-01", "Retention %": percent(0.1), "Not to exceed": 4000 }),
    contract("MEASURED", { "Start date": "2026-10-01" }),
    contract("PLACED"),
  ],
  Prices: [
    price("P-DISCOUNTED", "DISCOUNTED", "Calls", {
      "Pricing model": "per_unit",
      Meter: "calls",
      "Unit price": 0.5,
    }),
    price("P-COMMITTED", "COMMITTED", "Calls", {
      "Pricing model": "per_unit",
      Meter: "calls",
      "Unit price": 0.5,
      Maximum: 900,
      "Maximum period": "Contract year",
    }),
    price("P-PREPAID", "PREPAID", "Calls", {
      "Pricing model": "per_unit",
      Meter: "calls",
      "Unit price": 0.5,
    }),
    price("P-SEATS", "SEATS", "Seats", {
      "Pricing model": "per_unit",
      Quantity: 10,
      "Unit price": 8,
      Timing: "Arrears",
    }),
    price("P-INDEXED", "INDEXED", "Support", { "Pricing model": "flat", "Flat fee": 1000 }),
    price("P-RAISED", "INDEXED", "Hosting", { "Pricing model": "flat", "Flat fee": 200 }),
    price("P-CONVERTED", "CONVERTED", "Tokens", {
      "Pricing model": "per_unit",
      Meter: "tokens",
      "Unit price": 2,
      Currency: "CREDITS",
    }),
    price("P-SITE", "PROJECT", "Site", {
      "Pricing model": "milestone",
      "Flat fee": 5000,
      "Evidence required": "Yes",
    }),
    price("P-BUILD", "PROJECT", "Build", { "Pricing model": "percent_complete", "Flat fee": 10000 }),
    price("P-SHARE", "MEASURED", "Savings", {
      "Pricing model": "percentage",
      Meter: "Savings",
      "Unit price": 0.05,
    }),
    price("P-HOST", "MEASURED", "Hosting", { "Pricing model": "flat", "Flat fee": 1000 }),
    price("P-SLA", "MEASURED", "Availability", {
      "Pricing model": "service_credit",
      Meter: "Uptime",
      "Of product": "Hosting",
      Tiers: "99.9: 0; 99: 0.10; *: 0.25",
    }),
    price("P-PLACED", "PLACED", "Placement", {
      "Pricing model": "percentage",
      "Unit price": 0.2,
      "Refund scale": "30: 1; 60: 0.5; 90: 0.25",
    }),
  ],
  Usage: ["DISCOUNTED", "COMMITTED", "PREPAID"]
    .map((id) => ({
      "Contract ID": id,
      Meter: "calls",
      Date: "2026-10-12",
      Quantity: 1000,
      "Event ID": `E-${id}`,
    }))
    .concat({
      "Contract ID": "CONVERTED",
      Meter: "tokens",
      Date: "2026-10-12",
      Quantity: 100,
      "Event ID": "E-CONVERTED",
    }),
  Discounts: [
    {
      "Discount ID": "D1",
      "Contract ID": "DISCOUNTED",
      Percent: percent(0.1),
      From: "2026-01-01",
      To: "2026-12-31",
    },
    {
      "Discount ID": "D2",
      "Contract ID": "DISCOUNTED",
      Percent: percent(0.25),
      From: "2026-11-01",
      To: undefined,
    },
  ],
  Commitments: [
    {
      "Commitment ID": "M1",
      "Contract ID": "COMMITTED",
      Amount: 400,
      Period: "Billing period",
      "Overage factor": 1.5,
    },
  ],
  Grants: [
    {
      "Grant ID": "G1",
      "Contract ID": "PREPAID",
      Amount: 300,
      From: "2026-01-01",
      To: "2027-12-31",
      "Warn below": 10,
    },
  ],
  Quantities: [
    { "Contract ID": "SEATS", Product: "Seats", Date: "2026-10-16", Quantity: 20 },
    { "Contract ID": "SEATS", Product: "Seats", Date: "2026-11-16", Quantity: 30 },
  ],
  Escalations: [
    {
      "Escalation ID": "S1",
      "Contract ID": "INDEXED",
      Products: "Support",
      From: "2026-07-01",
      Percent: undefined,
      Index: "CPI",
      "Base value": 100,
      Lag: 2,
      Cap: percent(0.2),
    },
    {
      "Escalation ID": "S2",
      "Contract ID": "INDEXED",
      Products: "Hosting",
      From: "2026-07-01",
      Percent: percent(0.03),
    },
  ],
  Indices: [
    { Index: "CPI", Month: "2026-05", Value: 110 },
    { Index: "CPI", Month: "2026-11", Value: 115 },
  ],
  "Exchange rates": [
    { Date: "2026-10-01", From: "CREDITS", To: "EUR", Rate: 0.05 },
    { Date: "2026-11-01", From: "CREDITS", To: "EUR", Rate: 0.06 },
  ],
  Milestones: [
    {
      "Contract ID": "PROJECT",
      Milestone: "Design",
      Product: "Site",
      Amount: 1000,
      Due: "2026-09-30",
      Reached: "2026-10-10",
      Evidence: "Protocol 7",
    },
    {
      "Contract ID": "PROJECT",
      Milestone: "Launch",
      Product: "Site",
      Amount: 1500,
      Due: "2026-10-31",
      Reached: "2026-10-30",
      Evidence: undefined,
    },
  ],
  Progress: [{ "Contract ID": "PROJECT", Product: "Build", Date: "2026-10-20", Percent: percent(0.2) }],
  Results: [
    { "Contract ID": "MEASURED", Measure: "Savings", Period: "2026-10", Value: 10000, Status: "Provisional" },
    { "Contract ID": "MEASURED", Measure: "Uptime", Period: "2026-10", Value: 99.5, Status: "Audited" },
  ],
  Placements: [
    { "Placement ID": "PL1", "Contract ID": "PLACED", Start: "2026-10-05", Pay: 80000, Left: "2026-11-29" },
  ],
  Adjustments: [
    {
      "Adjustment ID": "DEP1",
      "Contract ID": "PREPAID",
      Date: "2026-10-10",
      Amount: 300,
      Description: "Deposit",
      "Reason code": "DEPOSIT",
    },
  ],
};
