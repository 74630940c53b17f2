import { isValueKind } from "./column";
import { CellKind, type GridColumn } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import type { Area } from "./areas";
import { refOf, type BoundTable } from "./boundTable";
import { readHeader, type Meanings } from "./header";

/** So many columns a row must name, and all but one of those of the table, to be a header and no row of odd texts. */
const LEAST = 3;

/** Whether most rows have something in a column. */
function isFilled({ firstRow, lastRow }: BoundTable, { kinds }: GridColumn): boolean {
  let filled = 0;
  for (let row = firstRow; row <= Math.min(lastRow, kinds.length - 1); row++)
    if (kinds[row] !== CellKind.blank) filled++;
  return filled * 2 > lastRow - firstRow;
}

/**
 * The column whose texts find such a row. Where a figure or a date is wanted texts are few, so that one such column does: of those
 * that are filled the one with the fewest, since in a file days are texts, and of a million rows each has another.
 */
function tellingColumn(bound: BoundTable): GridColumn | undefined {
  const valued = [...bound.columnOf].flatMap(([field, index]) =>
    isValueKind(bound.definition.columns[field]!.kind) ? (bound.grid.columns[index] ?? []) : [],
  );
  const filled = valued.filter((column) => isFilled(bound, column));
  return (
    filled.reduce<GridColumn | undefined>(
      (fewest, column) => (fewest && fewest.texts.length <= column.texts.length ? fewest : column),
      undefined,
    ) ?? valued[0]
  );
}

/**
 * Tells a row that is a header once more, of the same table with its columns in other places: what stands below it would
 * be read by the first header, one column as another. Whether there is one.
 */
export function reportSecondHeader(bound: BoundTable, area: Area, keys: Meanings, report: Report): boolean {
  const cells = tellingColumn(bound);
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
