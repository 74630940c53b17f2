import { readRegister } from "../documents/register";
import type { Grid, Snapshot } from "../grid/grid";
import { isOutputSheet } from "../intake/outputSheets";
import { readSettings } from "../settings/readSettings";
import { unheard } from "../issues/issue";

/** Cells of one sheet, 0-based and inclusive. */
export interface SheetArea {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The Excel tables of a sheet; all of it where it has none. */
function areasOf({ sheet, rowCount, columns }: Grid, { tables }: Snapshot): readonly SheetArea[] {
  const ofSheet = tables.filter((table) => table.sheet === sheet);
  const whole = { sheet, firstRow: 0, lastRow: rowCount - 1, firstColumn: 0, lastColumn: columns.length - 1 };
  return ofSheet.length > 0 ? ofSheet : [whole];
}

/** The cells of the tables that runs and reports write into a workbook. */
export function outputAreas(snapshot: Snapshot): SheetArea[] {
  const { invoicesBound, linesBound } = readRegister(snapshot, readSettings(snapshot, unheard), unheard);
  const registers = [invoicesBound?.grid, linesBound?.grid];
  return snapshot.grids
    .filter((grid) => registers.includes(grid) || isOutputSheet(grid))
    .flatMap((grid) => areasOf(grid, snapshot));
}
