import { join } from "node:path";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { percent, writeBook, type RowInput } from "../../support/workbookFixture";

export type BookTables = Readonly<Record<string, readonly RowInput[]>>;

const usage = (
  contract: string,
  meter: string,
  day: string,
  quantity: number,
  id: string,
  more: RowInput = {},
): RowInput => ({
  "Contract ID": contract,
  Meter: meter,
  Date: day,
  Quantity: quantity,
  "Event ID": id,
  Region: "EU",
  ...more,
});

/** Three customers billed for October: tiers in a table and in a cell, a fee, a discount, a filter, a credit. */
export const october: BookTables = {
  Settings: [
    { Key: "Company name", Value: "Harbour Cloud Ltd" },
    { Key: "Company address", Value: "14 Lighthouse Quay\nPortmere" },
    { Key: "Company tax ID", Value: "IE1234567FA" },
    { Key: "Bank details", Value: "Quayside Bank" },
    { Key: "Currency", Value: "EUR" },
    { Key: "Rounding mode", Value: "half_up" },
    { Key: "Approval limit", Value: undefined },
    { Key: "Aging limits", Value: "30, 60, 90" },
  ],
  Customers: [
    {
      "Customer ID": "C1",
      "Customer name": "Blue Heron Ltd",
      Email: "pay@heron.example",
      "Address line 1": "1 Quay Street",
      City: "Bristol",
      "Payment terms": "Net 30",
    },
    {
      "Customer ID": "C2",
      "Customer name": "Kestrel GmbH",
      Email: "rechnung@kestrel.example",
      "Address line 1": "Hafenstraße 7",
      City: "Hamburg",
      "Payment terms": "Net 14",
    },
    {
      "Customer ID": "C3",
      "Customer name": "Osprey SA",
      Email: "compta@osprey.example",
      "Address line 1": "3 Rue du Port",
      City: "Nantes",
      "Payment terms": "Net 30",
    },
  ],
  Contracts: [
    {
      "Contract ID": "K1",
      "Customer ID": "C1",
      "Start date": "2026-01-01",
      "End date": undefined,
      Currency: "EUR",
      "Billing frequency": "Monthly",
      "Tax code": "STD",
      "PO number": "PO-77",
      Status: "Active",
    },
    {
      "Contract ID": "K2",
      "Customer ID": "C2",
      "Start date": "2026-01-01",
      "End date": undefined,
      Currency: "EUR",
      "Billing frequency": "Monthly",
      "Tax code": "STD",
      "PO number": undefined,
      Status: "Active",
    },
    {
      "Contract ID": "K3",
      "Customer ID": "C3",
      "Start date": "2026-01-01",
      "End date": undefined,
      Currency: "EUR",
      "Billing frequency": "Monthly",
      "Tax code": "RED",
      "PO number": undefined,
      Status: "Active",
    },
  ],
  Prices: [
    {
      "Contract ID": "K1",
      "Price ID": "P1",
      Product: "API calls",
      "Pricing model": "graduated",
      Meter: "calls",
      Unit: "call",
      "Unit price": undefined,
      Tiers: undefined,
      "Flat fee": undefined,
      "Discount %": undefined,
      "Effective from": undefined,
      "Effective to": undefined,
    },
    {
      "Contract ID": "K1",
      "Price ID": "P2",
      Product: "Support",
      "Pricing model": "flat",
      "Flat fee": 250,
      Timing: "Arrears",
    },
    {
      "Contract ID": "K2",
      "Price ID": "P3",
      Product: "Storage",
      "Pricing model": "per_unit",
      Meter: "storage",
      Unit: "GB",
      "Unit price": 0.5,
      "Discount %": percent(0.1),
    },
    {
      "Contract ID": "K3",
      "Price ID": "P4",
      Product: "Traffic",
      "Pricing model": "volume",
      Meter: "traffic EU",
      Unit: "GB",
      Tiers: "100: 0.30; *: 0.20",
    },
  ],
  Tiers: [
    { "Price ID": "P1", "Up to": 1000, "Unit price": 0.1, "Flat fee": 0 },
    { "Price ID": "P1", "Up to": 5000, "Unit price": 0.08, "Flat fee": 0 },
    { "Price ID": "P1", "Up to": "*", "Unit price": 0.05, "Flat fee": 0 },
  ],
  Meters: [
    { Meter: "calls", Aggregation: "Sum", Unit: "call", "Source meter": undefined, Filter: undefined },
    { Meter: "traffic EU", "Source meter": "traffic", Aggregation: "Sum", Unit: "GB", Filter: "Region = EU" },
  ],
  "Tax codes": [
    { "Tax code": "STD", Rate: percent(0.2), Name: "VAT 20 %", Category: "S" },
    { "Tax code": "RED", Rate: percent(0.1), Name: "VAT 10 %", Category: "S" },
  ],
  Usage: [
    usage("K1", "calls", "2026-10-03", 1200, "E1"),
    usage("K1", "calls", "2026-10-17", 4300, "E2"),
    usage("K1", "calls", "2026-10-29", 800, "E3"),
    usage("K2", "storage", "2026-10-31", 640, "E4"),
    usage("K3", "traffic", "2026-10-05", 90, "E5"),
    usage("K3", "traffic", "2026-10-20", 75, "E6"),
    usage("K3", "traffic", "2026-10-21", 40, "E7", { Region: "US" }),
  ],
  Adjustments: [
    {
      "Adjustment ID": "A1",
      "Contract ID": "K2",
      Date: "2026-10-12",
      Amount: -20,
      Description: "Outage on 3 October",
      "Reason code": "SLA",
    },
  ],
};

/** Who may do what; Ann bills, Ben approves up to 1,000, Cleo everything. */
export const policy: readonly RowInput[] = [
  { Person: "Ann", Role: "Preparer", Limit: undefined, Currency: undefined },
  { Person: "Ben", Role: "Approver", Limit: 500, Currency: "EUR" },
  { Person: "Cleo", Role: "Approver", Limit: undefined, Currency: undefined },
  { Person: "Dora", Role: "Issuer", Limit: undefined, Currency: undefined },
  { Person: "Emil", Role: "Closer", Limit: undefined, Currency: undefined },
];

/** The bytes of a workbook of tables. */
export async function bytesOf(tables: BookTables): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-review-"));
  try {
    const path = join(folder, "book.xlsx");
    await writeBook(path, tables);
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
