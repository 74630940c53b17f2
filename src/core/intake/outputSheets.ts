import type { Grid } from "../grid/grid";
import { holdsOutput } from "../schema/outputSheet";
import type { TableDefinition } from "../schema/table";
import { approvalTables } from "../review/sheets/registry";
import { exportTables } from "../sheets/exports/exports.sheet";
import { importFindingsTable } from "../sheets/reconciliation.table";
import { reportTables } from "../sheets/receivables/registry";
import { reviewTables } from "../sheets/review/registry";
import { outputSheets } from "../sheets/registry";

/** Every table that a run, a report or an act writes. */
export const writtenTables: readonly TableDefinition[] = [
  ...outputSheets.map(({ table }) => table),
  ...reportTables,
  ...reviewTables,
  ...approvalTables,
  ...exportTables,
  importFindingsTable,
];
const byName = new Map(writtenTables.map((table) => [table.title.toLowerCase(), table]));

/** Whether a sheet is one that a run has written, also beside a sheet of the user: Issues (2). */
export function isOutputSheet(grid: Grid): boolean {
  const table = byName.get(grid.sheet.replace(/ \(\d+\)$/, "").toLowerCase());
  return table !== undefined && holdsOutput(grid, table);
}
