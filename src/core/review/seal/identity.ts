import { contractsTable } from "../../catalog/contracts.table";
import { customersTable } from "../../catalog/customers.table";
import { invoicesTable } from "../../documents/invoices.table";
import { settingDefinitions } from "../../settings/definitions";
import { settingsTable } from "../../settings/settings.table";

const { columns: customer } = customersTable;
const { columns: contract } = contractsTable;

const titles = (columns: readonly { readonly title: string }[]): ReadonlySet<string> =>
  new Set(columns.map(({ title }) => title));

/** Columns that say who somebody is rather than what is owed, by table: issued documents keep theirs. */
const identity: Readonly<Record<string, ReadonlySet<string>>> = {
  [customersTable.title]: titles([
    customer.customerName,
    customer.email,
    customer.addressLine1,
    customer.addressLine2,
    customer.city,
    customer.postalCode,
    customer.region,
    customer.country,
    customer.taxId,
    customer.buyerReference,
    customer.poNumber,
    customer.language,
    customer.reminders,
    customer.template,
  ]),
  [contractsTable.title]: titles([contract.customerName, contract.poNumber]),
  [invoicesTable.title]: titles([invoicesTable.columns.customerName, invoicesTable.columns.poNumber]),
  [settingsTable.title]: titles([
    settingDefinitions.companyName,
    settingDefinitions.companyAddress,
    settingDefinitions.companyTaxId,
    settingDefinitions.bankDetails,
    settingDefinitions.termsAndConditions,
  ]),
};

/** Whether a column is of names, addresses, the bank or an order number. */
export function isIdentityColumn(table: string, column: string): boolean {
  return identity[table]?.has(column) ?? false;
}
