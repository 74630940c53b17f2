import { CellKind, type CellView, type PlannedCell, type Snapshot, type WritePlan } from "../../src/core/api";
import { dateStyle } from "../../src/core/sheets/styles";
import { viewCell } from "../../src/core/schema/viewCell";

function plannedCell({ kind, number, text }: CellView, formula: string | undefined): PlannedCell | null {
  if (kind === CellKind.blank) return null;
  if (kind === CellKind.date) return { value: number, style: dateStyle };
  return { value: kind === CellKind.text ? text : number, ...(formula !== undefined && { formula }) };
}

/** A workbook in memory as a plan for an empty file; Subtotal of Invoices is a formula. */
export function planOfBook({ grids }: Snapshot): WritePlan {
  const sheets = grids.map((grid) => {
    const header = grid.columns.map((_, column) => viewCell(grid, 0, column).text);
    const isFormula = (row: number, column: number) =>
      row > 0 && grid.sheet === "Invoices" && ["Subtotal", "Total"].includes(header[column]!);
    return {
      name: grid.sheet,
      rows: Array.from({ length: grid.rowCount }, (_, row) =>
        header.map((_title, column) =>
          plannedCell(viewCell(grid, row, column), isFormula(row, column) ? "1+1" : undefined),
        ),
      ),
      widths: [],
    };
  });
  return { sheets, removedSheets: [], appended: [] };
}
