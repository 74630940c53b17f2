import { adjustmentsTable } from "../catalog/adjustments.table";
import { contractsTable } from "../catalog/contracts.table";
import { customersTable } from "../catalog/customers.table";
import { metersTable } from "../catalog/meters.table";
import { pricesTable } from "../catalog/prices.table";
import { taxCodesTable } from "../catalog/taxCodes.table";
import { tiersTable } from "../catalog/tiers.table";
import { usageTable } from "../metering/usage.table";
import type { TableDefinition } from "../schema/table";
import { settingsTable } from "../settings/settings.table";

/** Every input table, in the order in which a person fills them. */
export const inputTables: readonly TableDefinition[] = [
  settingsTable,
  customersTable,
  contractsTable,
  pricesTable,
  tiersTable,
  metersTable,
  taxCodesTable,
  usageTable,
  adjustmentsTable,
];
