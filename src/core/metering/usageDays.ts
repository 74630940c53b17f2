import type { Day } from "../calendar/day";
import { CellKind } from "../grid/grid";
import { viewCell } from "../schema/bind";
import { anyTable } from "../schema/boundTable";
import { contextOf } from "../schema/readRecords";
import { partAt, type TablePart } from "../schema/stackTables";
import type { UsageTable } from "./bindUsage";
import { USAGE_DAYS, type UsageColumns } from "./usage.table";

function dayReader({ bound, firstRow }: TablePart<UsageColumns>): (row: number) => Day | undefined {
  const index = bound.columnOf.get("date")!;
  const column = bound.grid.columns[index];
  const { date } = bound.definition.columns;
  const context = contextOf(anyTable(bound), date, index);
  /** Days of texts; NaN for one that is no date. */
  const dayOfText: Day[] = [];
  const parse = (row: number): Day => {
    const parsed = date.parse(viewCell(bound.grid, row, index), context);
    return parsed.ok ? parsed.value.day : NaN;
  };
  return (stackedRow) => {
    const row = stackedRow - firstRow + bound.firstRow;
    const kind = column?.kinds[row];
    if (kind === undefined || kind === CellKind.blank || bound.skipped.has(row)) return undefined;
    const day =
      kind === CellKind.text
        ? (dayOfText[column!.values[row]!] ??= parse(row))
        : (quickDay(row, kind) ?? parse(row));
    return Number.isNaN(day) ? undefined : day;
  };

  function quickDay(row: number, kind: number): Day | undefined {
    if (kind !== CellKind.date || context.isEpoch === true) return undefined;
    const day = Math.floor(column!.values[row]!);
    return day >= USAGE_DAYS.first && day <= USAGE_DAYS.last ? day : undefined;
  }
}

/** Reads the day of a row of Usage, or undefined where it cannot be read; nothing else of the row is looked at. */
export function usageDays(table: UsageTable): (row: number) => Day | undefined {
  const readers = new Map(table.parts.map((part) => [part, dayReader(part)]));
  let part = table.parts[0]!;
  let read = readers.get(part)!;
  return (row) => {
    if (row < part.firstRow || row > part.lastRow) {
      part = partAt(table.parts, row);
      read = readers.get(part)!;
    }
    return read(row);
  };
}
