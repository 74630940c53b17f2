import { nameKey } from "../../base/name";
import { accountsTable } from "../../catalog/accounts.table";
import { customersTable } from "../../catalog/customers.table";
import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import { settingDefinitions, settingNames, type SettingName } from "../../settings/definitions";
import type { Column } from "../../schema/column";
import type { TableDefinition } from "../../schema/table";

/** What a Source names: a column of a table, or a setting. */
export type SourceOf =
  | {
      readonly kind: "invoice" | "line" | "customer" | "account";
      readonly field: string;
      readonly column: Column<unknown>;
    }
  | { readonly kind: "setting"; readonly field: SettingName };

const TABLES: readonly (readonly ["invoice" | "line" | "customer" | "account", TableDefinition])[] = [
  ["invoice", invoicesTable],
  ["line", invoiceLinesTable],
  ["customer", customersTable],
  ["account", accountsTable],
];

/** The table or setting of “Invoices.Total”; undefined where there is no such column. */
export function sourceNamed(source: string): SourceOf | undefined {
  const point = source.indexOf(".");
  const [table, title] = [source.slice(0, point), source.slice(point + 1)].map(nameKey);
  if (point < 0) return undefined;
  if (table === "settings") {
    const found = settingNames.find((name) => nameKey(settingDefinitions[name].title) === title);
    return found && { kind: "setting", field: found };
  }
  for (const [kind, definition] of TABLES) {
    if (nameKey(definition.title) !== table) continue;
    const found = Object.entries(definition.columns).find(([, column]) => nameKey(column.title) === title);
    return found && { kind, field: found[0], column: found[1] as Column<unknown> };
  }
  return undefined;
}
