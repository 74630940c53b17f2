import { groupBy } from "../../base/groupBy";
import { CellKind, type Grid } from "../../grid/grid";
import { viewCell } from "../../schema/bind";
import { Column } from "./columns";
import { isAmountHeading } from "./lines";

/** The header of the line table, as addLines writes it. */
function headerRowOf(grid: Grid): number | undefined {
  for (let row = 0; row < grid.rowCount; row++) {
    const { kind, text } = viewCell(grid, row, Column.amount);
    if (kind === CellKind.text && isAmountHeading(text)) return row;
  }
  return undefined;
}

/** The texts among which a formatted invoice shows its number; none for a sheet that is no formatted invoice. */
export function factsOnInvoiceSheet(grid: Grid): string[] {
  const headerRow = headerRowOf(grid) ?? 0;
  return Array.from({ length: headerRow }, (_, row) => viewCell(grid, row, Column.unitPrice).text).filter(
    (text) => text !== "",
  );
}

/**
 * Which of an invoice's lines is in a row of its formatted sheet: the amounts below the header are those of the
 * lines, in the order of addLines, and a row without an amount belongs to the line above it.
 */
export function lineOnInvoiceSheet<Line extends { readonly contractId: string }>(
  grid: Grid,
  row: number,
  lines: readonly Line[],
): Line | undefined {
  const headerRow = headerRowOf(grid);
  if (headerRow === undefined) return undefined;
  let lineIndex = -1;
  for (let sheetRow = headerRow + 1; sheetRow <= row; sheetRow++) {
    if (viewCell(grid, sheetRow, Column.amount).kind === CellKind.number) lineIndex++;
  }
  const shown = [...groupBy(lines, ({ contractId }) => contractId).values()].flat();
  return shown[lineIndex];
}
