import { FIRST_DAY, LAST_DAY, type Day } from "../calendar/day";
import { CellKind } from "../grid/grid";
import { viewCell, type BoundTable } from "../schema/bind";
import { settleDateOrder } from "../schema/readRecords";
import type { UsageColumns } from "./usage.table";

/** The latest day of the Usage table that can be read, for the default period; undefined when there is none. */
export function latestUsageDay(bound: BoundTable<UsageColumns>): Day | undefined {
  const index = bound.columnOf.get("date")!;
  const column = bound.grid.columns[index];
  if (!column) return undefined;
  const dateOrder = settleDateOrder(bound, index);
  let latest = 0;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const kind = column.kinds[row];
    if (kind === CellKind.date || kind === CellKind.number) {
      const day = Math.floor(column.values[row]!);
      if (day > latest && day >= FIRST_DAY && day <= LAST_DAY) latest = day;
    } else if (kind === CellKind.text) {
      const parsed = bound.definition.columns.date.parse(viewCell(bound.grid, row, index), { dateOrder });
      if (parsed.ok && parsed.value.day > latest) latest = parsed.value.day;
    }
  }
  return latest === 0 ? undefined : latest;
}
