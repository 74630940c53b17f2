import { isValueKind } from "./column";
import { CellKind } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { refOf, type BoundTable } from "./boundTable";
import { isBlankAt, viewCell } from "./viewCell";

/**
 * Names rows above the header that hold all that a row of the table needs, with a figure or a date where there must be one:
 * nothing of them is billed, and no letterhead looks like that.
 */
export function reportRowsAbove(bound: BoundTable, firstRow: number, report: Report): void {
  const needed = [...bound.columnOf].filter(([field]) => bound.definition.columns[field]!.required);
  const columns = [...new Set(needed.map(([, column]) => column))];
  const valued = [...bound.columnOf].flatMap(([field, column]) =>
    isValueKind(bound.definition.columns[field]!.kind) ? [column] : [],
  );
  for (let row = firstRow; row < bound.headerRow; row++) {
    const isFilled = columns.every((column) => !isBlankAt(bound.grid, row, column));
    const hasFigure = valued.some((column) => {
      const { kind } = viewCell(bound.grid, row, column);
      return kind === CellKind.number || kind === CellKind.date || kind === CellKind.percent;
    });
    if (isFilled && hasFigure)
      report(makeIssue("ROW_ABOVE_HEADER", { at: refOf(bound, row, bound.firstColumn) }));
  }
}
