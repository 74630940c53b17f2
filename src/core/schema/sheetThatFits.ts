import type { Grid } from "../grid/grid";
import { wholeSheet } from "./areas";
import { missingFields } from "./bind";
import { findHeader, meanings } from "./header";
import type { Mapping } from "./mapping";
import type { TableDefinition } from "./table";

/** A sheet that would make a table under another name, and the titles of the one column that it lacks, if any. */
interface FittingSheet {
  readonly sheet: string;
  readonly lacks: readonly string[];
}

/**
 * The sheet whose headers would best make a table of it, whatever its name; with one column short only where two or more
 * are understood besides. One column alone says nothing.
 */
export function sheetThatFits(
  definition: TableDefinition,
  grids: readonly Grid[],
  mapping: Mapping,
): FittingSheet | undefined {
  const keys = meanings(definition, mapping);
  const fitting = grids.flatMap((grid) => {
    if (grid.rowCount === 0) return [];
    const { columnOf } = findHeader(wholeSheet(grid), keys);
    const understood = new Set(columnOf.values()).size;
    const lacks = missingFields(definition, columnOf).map((field) => definition.columns[field]!.title);
    return lacks.length < 2 && understood > 1 + lacks.length
      ? [{ sheet: grid.sheet, lacks, understood }]
      : [];
  });
  const [best, second] = fitting.sort(
    (a, b) => a.lacks.length - b.lacks.length || b.understood - a.understood,
  );
  const isSure = best?.understood !== second?.understood || best?.lacks.length !== second?.lacks.length;
  return isSure ? best : undefined;
}
