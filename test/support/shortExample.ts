import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayCell, momentCell } from "../../scripts/example/cell";
import { exampleSheets } from "../../scripts/example/sheets";
import { usageColumns } from "../../scripts/example/usageSheet";
import { CellKind, type Grid } from "../../src/core/grid/grid";
import { viewCell } from "../../src/core/schema/viewCell";
import type { PlannedCell, PlannedRow } from "../../src/core/sheets/plan";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";

const EXAMPLE = join(__dirname, "../../examples/harbour.xlsx");

/** The bundled example with every twentieth of its hundred thousand rows of usage, where their number proves nothing. */
export async function shortExample(): Promise<Uint8Array> {
  const reading = await readWorkbook(readFileSync(EXAMPLE));
  const usage = reading.ok && reading.snapshot.grids.find(({ sheet }) => sheet === "Usage");
  if (!usage) throw new Error("the example has no sheet Usage");
  // Out of the file: drawing all rows anew takes longer than reading them.
  const rows: PlannedRow[] = [];
  for (let row = 20; row < usage.rowCount; row += 20)
    rows.push(usageColumns.map((_, column) => cellAt(usage, row, column)));
  return applyPlan(emptyPackage(), { sheets: exampleSheets(rows), removedSheets: [], appended: [] });
}

/** A cell as it is planned. */
function cellAt(grid: Grid, row: number, column: number): PlannedCell | null {
  const { kind, number, text } = viewCell(grid, row, column);
  if (kind === CellKind.blank) return null;
  if (kind === CellKind.text) return { value: text };
  if (kind !== CellKind.date) return { value: number };
  return usageColumns[column] === "Received" ? dayCell(number) : momentCell(number);
}
