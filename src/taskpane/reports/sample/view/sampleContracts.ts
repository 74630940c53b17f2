import type { TableDefinition } from "../../../../core/api";

type SampleRows = TableDefinition["examples"];

export const sampleSettings: SampleRows = [
  { key: "Company name", value: "Lakeside Telemetry Ltd" },
  { key: "Company address", value: "4 Boathouse Lane\nPortmere" },
  { key: "Currency", value: "GBP" },
  { key: "Payment terms", value: "Net 30" },
  { key: "Tax code", value: "STD" },
  { key: "Invoice number pattern", value: "INV-{YYYY}-{0000}" },
];

export const sampleCustomers: SampleRows = [
  { customerId: "C-101", customerName: "Blue Heron Ltd", city: "Bristol", country: "GB" },
  { customerId: "C-102", customerName: "Kestrel GmbH", city: "Berlin", country: "DE", taxCode: "RC" },
  { customerId: "C-103", customerName: "Osprey Foods Ltd", city: "Leeds", country: "GB" },
  { customerId: "C-104", customerName: "Redwing Clinics Ltd", city: "Cardiff", country: "GB" },
  { customerId: "C-105", customerName: "Wagtail Media Ltd", city: "Exeter", country: "GB" },
];

export const sampleContracts: SampleRows = [
  { contractId: "S-1", customerId: "C-101", startDate: "2026-09-01", currency: "GBP", status: "Active" },
  { contractId: "S-2", customerId: "C-102", startDate: "2026-09-01", currency: "EUR", status: "Active" },
  { contractId: "S-3", customerId: "C-103", startDate: "2026-09-01", currency: "GBP", status: "Active" },
  { contractId: "S-4", customerId: "C-104", startDate: "2026-10-12", currency: "GBP", status: "Active" },
  { contractId: "S-5", customerId: "C-105", startDate: "2026-09-01", currency: "GBP", status: "Active" },
];

export const samplePrices: SampleRows = [
  { contractId: "S-1", product: "Platform fee", pricingModel: "flat", flatFee: 300 },
  {
    contractId: "S-1",
    product: "API calls",
    pricingModel: "graduated",
    unit: "call",
    tiers: "10000: 0.02; 50000: 0.015; *: 0.01",
    includedQuantity: 1000,
  },
  {
    contractId: "S-2",
    product: "Seats",
    pricingModel: "per_unit",
    quantity: 25,
    unit: "seat",
    unitPrice: 18,
    discount: 10,
  },
  { contractId: "S-2", priceId: "S-2-GB", product: "Storage", pricingModel: "volume", unit: "GB" },
  {
    contractId: "S-3",
    product: "Messages",
    pricingModel: "package",
    unit: "pack of 1,000",
    packageSize: 1000,
    unitPrice: 4,
    minimum: 50,
  },
  { contractId: "S-4", product: "Platform fee", pricingModel: "flat", flatFee: 200 },
  { contractId: "S-4", product: "API calls", pricingModel: "per_unit", unit: "call", unitPrice: 0.025 },
  { contractId: "S-5", product: "Messages", pricingModel: "per_unit", unit: "message", unitPrice: 0.006 },
];

export const sampleTiers: SampleRows = [
  { priceId: "S-2-GB", upTo: 500, unitPrice: 0.12 },
  { priceId: "S-2-GB", upTo: "*", unitPrice: 0.09 },
];

export const sampleMeters: SampleRows = [{ meter: "Storage", aggregation: "Max", unit: "GB" }];

export const sampleTaxCodes: SampleRows = [
  { taxCode: "STD", rate: 0.2, name: "VAT 20 %", category: "S" },
  {
    taxCode: "RC",
    rate: 0,
    name: "Reverse charge",
    category: "AE",
    exemptionReason: "VAT is due from the customer",
  },
];
