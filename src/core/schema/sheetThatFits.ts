import type { Snapshot } from "../grid/grid";
import { wholeSheet } from "./areas";
import { missingFields } from "./bind";
import { findHeader, meanings } from "./header";
import type { Mapping } from "./mapping";
import type { TableDefinition } from "./table";

/** The sheet whose headers would best make a table of it, whatever its name; one column alone says nothing. */
export function sheetThatFits(
  definition: TableDefinition,
  snapshot: Snapshot,
  mapping: Mapping,
): string | undefined {
  const keys = meanings(definition, mapping);
  const fitting = snapshot.grids.flatMap((grid) => {
    if (grid.rowCount === 0) return [];
    const { columnOf } = findHeader(wholeSheet(grid), keys);
    const understood = new Set(columnOf.values()).size;
    const fits = missingFields(definition, columnOf).length === 0 && understood > 1;
    return fits ? [{ sheet: grid.sheet, understood }] : [];
  });
  const [best, second] = fitting.sort((a, b) => b.understood - a.understood);
  return best && best.understood !== second?.understood ? best.sheet : undefined;
}
