import type { Day } from "../calendar/day";
import { CellKind } from "../grid/grid";
import { viewCell, type BoundTable } from "../schema/bind";
import { settleDateOrder } from "../schema/readRecords";
import { USAGE_DAYS, type UsageColumns } from "./usage.table";

/** Reads the day of a sheet row of Usage, or undefined where it cannot be read; nothing else of the row is looked at. */
export function usageDays(bound: BoundTable<UsageColumns>): (row: number) => Day | undefined {
  const index = bound.columnOf.get("date")!;
  const column = bound.grid.columns[index];
  const dateOrder = settleDateOrder(bound, index);
  /** Days of texts; NaN for one that is no date. */
  const dayOfText: Day[] = [];
  const parse = (row: number): Day => {
    const parsed = bound.definition.columns.date.parse(viewCell(bound.grid, row, index), { dateOrder });
    return parsed.ok ? parsed.value.day : NaN;
  };
  return (row) => {
    const kind = column?.kinds[row];
    if (kind === CellKind.date || kind === CellKind.number) {
      const day = Math.floor(column!.values[row]!);
      return day >= USAGE_DAYS.first && day <= USAGE_DAYS.last ? day : undefined;
    }
    if (kind !== CellKind.text) return undefined;
    const day = (dayOfText[column!.values[row]!] ??= parse(row));
    return Number.isNaN(day) ? undefined : day;
  };
}
