import {
  inputSheet,
  inputTables,
  invoiceLinesTable,
  invoicesTable,
  type TableDefinition,
  type WritePlan,
} from "../../../../core/api";
import {
  sampleContracts,
  sampleCustomers,
  sampleMeters,
  samplePrices,
  sampleSettings,
  sampleTaxCodes,
  sampleTiers,
} from "./sampleContracts";
import { sampleInvoiceLines, sampleInvoices } from "./sampleInvoices";
import { sampleUsage } from "./sampleUsage";

/** Rows as they would be typed. */
const rowsByTable: Readonly<Record<string, TableDefinition["examples"]>> = {
  Settings: sampleSettings,
  Customers: sampleCustomers,
  Contracts: sampleContracts,
  Prices: samplePrices,
  Tiers: sampleTiers,
  Meters: sampleMeters,
  "Tax codes": sampleTaxCodes,
  Usage: sampleUsage,
  Invoices: sampleInvoices,
  "Invoice lines": sampleInvoiceLines,
};

/**
 * Contracts and usage of an invented company for September and October 2026, September issued: the first preview shows
 * changes against it, one usage row holds an invoice, and one invoice of September billed too little.
 */
export function samplePlan(): WritePlan {
  const tables: readonly TableDefinition[] = [...inputTables, invoicesTable, invoiceLinesTable];
  const sheets = tables.flatMap((table) => {
    const rows = rowsByTable[table.title];
    return rows ? [inputSheet(table, rows)] : [];
  });
  return { sheets, removedSheets: [], appended: [] };
}
