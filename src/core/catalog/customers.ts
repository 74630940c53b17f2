import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import { makeIssue, type Report } from "../issues/issue";
import { cellOf } from "../schema/readRecords";
import type { ContractRows } from "./contractRows";
import type { ContractRecord } from "./contracts.table";
import type { CatalogTables } from "./readTables";
import type { Customer } from "./records";

/** Two names for one customer: the invoice can carry only one of them. */
function checkNames(customers: ReadonlyMap<string, Customer>, tables: CatalogTables, report: Report): void {
  const reported = new Set<string>();
  const { bound } = tables.contracts;
  const where = tables.customers.bound ? "Customers" : "another row";
  for (const { customerId, customerName, row } of tables.contracts.good) {
    const known = customers.get(customerId);
    if (customerName === undefined || !known || nameKey(customerName) === nameKey(known.customerName))
      continue;
    if (reported.has(customerId)) continue;
    reported.add(customerId);
    const words = { customer: customerId, other: known.customerName, where };
    report(
      makeIssue("CUSTOMER_NAMES_DIFFER", {
        at: cellOf(bound!, row, "customerName"),
        value: customerName,
        words,
      }),
    );
  }
}

function customersOfContracts(records: readonly Partial<ContractRecord>[]): Map<string, Customer> {
  const customers = new Map<string, Customer>();
  for (const { customerId, customerName } of records) {
    if (customerId === undefined) continue;
    const known = customers.get(customerId);
    if (!known || known.customerName === customerId)
      customers.set(customerId, { customerId, customerName: customerName ?? customerId });
  }
  return customers;
}

/** Customers by id: the Customers table, or what Contracts says where there is none. */
export function customersOf(
  tables: CatalogTables,
  contracts: readonly ContractRows[],
  report: Report,
): ReadonlyMap<string, Customer> {
  const { bound } = tables.customers;
  if (!bound) {
    const customers = customersOfContracts([
      ...tables.contracts.good,
      ...tables.contracts.bad.map(({ fields }) => fields),
    ]);
    checkNames(customers, tables, report);
    return customers;
  }
  const customers = new Map<string, Customer & { readonly row: number }>();
  const contractsOf = groupBy(contracts, ({ first }) => first.customerId);
  for (const record of tables.customers.good) {
    const known = customers.get(record.customerId);
    if (!known) customers.set(record.customerId, record);
    else {
      const words = { column: "Customer ID", first: String(known.row + 1) };
      const holds = (contractsOf.get(record.customerId) ?? []).map(({ contractId }) => contractId);
      const at = cellOf(bound, record.row, "customerId");
      report(makeIssue("DUPLICATE_KEY", { at, value: record.customerId, words, holds }));
    }
  }
  checkNames(customers, tables, report);
  return customers;
}
