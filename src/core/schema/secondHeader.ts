import { isValueKind } from "./column";
import { CellKind } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import type { Area } from "./areas";
import { refOf, type BoundTable } from "./boundTable";
import { readHeader, type Meanings } from "./header";

/** So many columns a row must name, and all but one of those of the table, to be a header and no row of odd texts. */
const LEAST = 3;

/**
 * Tells a row that is a header once more, of the same table with its columns in other places: what stands below it would
 * be read by the first header, one column as another. Whether there is one.
 */
export function reportSecondHeader(bound: BoundTable, area: Area, keys: Meanings, report: Report): boolean {
  // Where a figure or a date is wanted texts are few, so that one such column finds the row.
  const valued = [...bound.columnOf].find(([field]) => isValueKind(bound.definition.columns[field]!.kind));
  const cells = valued && bound.grid.columns[valued[1]];
  if (!cells || cells.texts.length === 0) return false;
  const seen = new Uint8Array(cells.texts.length);
  for (let row = bound.firstRow; row <= Math.min(bound.lastRow, cells.kinds.length - 1); row++) {
    if (cells.kinds[row] !== CellKind.text || seen[cells.values[row]!] === 1) continue;
    seen[cells.values[row]!] = 1;
    const { columnOf } = readHeader(area, row, keys);
    const columns = new Set(columnOf.values()).size;
    const isOther = [...columnOf].some(([field, column]) => bound.columnOf.get(field) !== column);
    if (columns < Math.max(LEAST, new Set(bound.columnOf.values()).size - 1) || !isOther) continue;
    const at = refOf(bound, row, bound.firstColumn);
    report(
      makeIssue("SECOND_HEADER", { at, value: String(row + 1), words: { table: bound.definition.title } }),
    );
    return true;
  }
  return false;
}
