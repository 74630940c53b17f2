import { accountsTable } from "../catalog/accounts.table";
import { adjustmentsTable } from "../catalog/adjustments.table";
import { contractsTable } from "../catalog/contracts.table";
import { customersTable } from "../catalog/customers.table";
import { exportProfilesTable } from "../catalog/exportProfiles.table";
import { metersTable } from "../catalog/meters.table";
import { pricesTable } from "../catalog/prices.table";
import { taxCodesTable } from "../catalog/taxCodes.table";
import { unitsTable } from "../catalog/units.table";
import { tiersTable } from "../catalog/tiers.table";
import { termTables } from "../catalog/terms/termTables";
import { usageTable } from "../metering/usage.table";
import { paymentsTable } from "../payments/payments.table";
import { applicationsTable } from "../receivables/tables/applications.table";
import { disputesTable } from "../receivables/tables/disputes.table";
import { promisesTable } from "../receivables/tables/promises.table";
import { reminderLevelsTable } from "../receivables/tables/reminderLevels.table";
import { checklistTable } from "../review/tables/checklist.table";
import { policyTable } from "../review/tables/policy.table";
import type { TableDefinition } from "../schema/table";
import { settingsTable } from "../settings/settings.table";

/** Tables that say who owes what, and how other systems call it; a billing run leaves them alone. */
const receivableTables: readonly TableDefinition[] = [
  paymentsTable,
  applicationsTable,
  disputesTable,
  promisesTable,
  reminderLevelsTable,
  accountsTable,
  exportProfilesTable,
];

/** Tables that decide nothing of a bill: who owes what, who may do what, what is to be done, and units of other systems. */
export const tablesBesideBilling: readonly TableDefinition[] = [
  ...receivableTables,
  policyTable,
  checklistTable,
  unitsTable,
];

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
  ...termTables,
  ...tablesBesideBilling,
];
