import { makeIssue, type Report } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import type { ContractRecord } from "./contracts.table";
import type { CatalogTables } from "./readTables";
import type { Customer } from "./records";

/** Customers by id: the Customers table, or what Contracts says where there is none. */
export function customersOf(
  tables: CatalogTables,
  contracts: readonly ContractRecord[],
  report: Report,
): ReadonlyMap<string, Customer> {
  const customers = new Map<string, Customer>();
  const contractsOf = (customerId: string) =>
    contracts.filter((contract) => contract.customerId === customerId).map(({ contractId }) => contractId);
  for (const record of tables.customers.good) {
    const first = customers.get(record.customerId);
    if (!first) customers.set(record.customerId, record);
    else {
      const at = cellOf(tables.customers.bound!, record.row, "customerId");
      const words = { column: "Customer ID", first: String(first.row! + 1) };
      const holds = contractsOf(record.customerId);
      report(makeIssue("DUPLICATE_KEY", { at, value: record.customerId, words, holds }));
    }
  }
  if (tables.customers.bound) return customers;
  for (const { customerId, customerName } of contracts) {
    const known = customers.get(customerId);
    if (!known || known.customerName === customerId) {
      customers.set(customerId, { customerId, customerName: customerName ?? customerId });
    }
  }
  return customers;
}
