import { Decimal, zero } from "../../money/decimal";
import { HEADER_ROW } from "../layout";
import type { PlannedCell, PlannedRow, PlannedSheet } from "../plan";

/** The figure of a cell; undefined for texts and empty cells. */
export function figureOf(cell: PlannedCell | null | undefined): Decimal | undefined {
  const value = cell?.value;
  if (value === undefined || typeof value === "string" || typeof value === "boolean") return undefined;
  if (value === 0) return zero;
  return value instanceof Decimal ? value : new Decimal(value);
}

/** A row of a planned table, by the titles of its header: what the file will show, whoever filled it. */
export class PlannedTableRow {
  constructor(
    private readonly cells: PlannedRow,
    private readonly columnOf: ReadonlyMap<string, number>,
  ) {}

  text(title: string): string {
    const value = this.cellOf(title)?.value;
    return value === undefined || value instanceof Decimal ? (value?.toString() ?? "") : String(value);
  }

  /** The figure in a column; undefined where the cell is empty or no figure. */
  figure(title: string): Decimal | undefined {
    return figureOf(this.cellOf(title));
  }

  private cellOf(title: string): PlannedCell | null | undefined {
    return this.cells[this.columnOf.get(title) ?? -1];
  }
}

/** The figure of a column, 0 where there is none. */
export const amountIn = (row: PlannedTableRow, title: string): Decimal => row.figure(title) ?? zero;

/** Where the columns of a planned table are, by their titles. */
export function plannedColumns({ rows }: PlannedSheet): ReadonlyMap<string, number> {
  const columnOf = new Map<string, number>();
  // A column that somebody added may bear a title of ours; ours come first.
  for (const [column, cell] of (rows[HEADER_ROW] ?? []).entries()) {
    const title = String(cell?.value ?? "");
    if (!columnOf.has(title)) columnOf.set(title, column);
  }
  return columnOf;
}

/** The rows of a planned table as they will be read. */
export function plannedRows(sheet: PlannedSheet): PlannedTableRow[] {
  const columnOf = plannedColumns(sheet);
  return sheet.rows.slice(HEADER_ROW + 1).map((cells) => new PlannedTableRow(cells, columnOf));
}
