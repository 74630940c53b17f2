import { nameKey } from "../base/name";
import { CellKind } from "../grid/grid";
import { parseNumberText } from "../schema/numberText";
import { viewCell, type BoundTable } from "../schema/bind";
import { anyTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import type { CellView } from "../schema/viewCell";
import { contextOf } from "../schema/readRecords";
import type { UsageColumns } from "./usage.table";

/** What tells a row of Usage from others: its Event ID, else all that its cells say. */
export type UsageMark =
  | { readonly id: string }
  | { readonly cells: readonly (readonly [column: string, says: string | number])[] };

/** Columns that tell rows apart where these have no Event ID; when a row arrived (Received) does not. */
export function tellingColumns({
  columnOf,
  others,
}: Pick<BoundTable<UsageColumns>, "columnOf" | "others">): Map<number, string> {
  const columns = new Map<number, string>();
  for (const [field, column] of columnOf)
    if (field !== "eventId" && field !== "received") columns.set(column, `=${field}`);
  for (const [column, title] of others) columns.set(column, nameKey(title));
  return columns;
}

function saysOf(cell: CellView): string | number {
  return cell.kind === CellKind.date && !Number.isInteger(cell.number)
    ? String(cell.number)
    : shownText(cell);
}

function* marksOf(bound: BoundTable<UsageColumns>): Generator<UsageMark> {
  const { grid, columnOf, firstRow, lastRow, skipped, definition } = bound;
  const columns = [...tellingColumns(bound)];
  const ids = columnOf.get("eventId");
  const dates = columnOf.get("date");
  const quantities = columnOf.get("quantity");
  const context = dates === undefined ? {} : contextOf(anyTable(bound), definition.columns.date, dates);
  const momentOf = (cell: CellView): string | number => {
    const parsed = definition.columns.date.parse(cell, context);
    return parsed.ok ? parsed.value.day + parsed.value.time : shownText(cell);
  };
  const quantityOf = (cell: CellView): string | number => {
    if (cell.kind === CellKind.number) return cell.number;
    const read = parseNumberText(cell.text);
    return cell.kind === CellKind.text && read.kind === "number" ? read.value.toNumber() : shownText(cell);
  };
  for (let row = firstRow; row <= lastRow; row++) {
    if (skipped.has(row)) continue;
    const id = ids === undefined ? "" : shownText(viewCell(grid, row, ids));
    if (id !== "") {
      yield { id };
      continue;
    }
    const cells = columns.flatMap(([column, key]): [string, string | number][] => {
      const cell = viewCell(grid, row, column);
      if (cell.kind === CellKind.blank) return [];
      if (column === dates) return [[key, momentOf(cell)]];
      return [[key, column === quantities ? quantityOf(cell) : saysOf(cell)]];
    });
    if (cells.length > 0) yield { cells };
  }
}

/** The marks of the rows of sheets of Usage, with which those of a file are compared. */
export function* usageMarks(sheets: readonly BoundTable<UsageColumns>[]): Generator<UsageMark> {
  for (const bound of sheets) yield* marksOf(bound);
}
