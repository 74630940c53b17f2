import { CellKind } from "../grid/grid";
import { usageTable } from "../metering/usage.table";
import type { PersonalColumns } from "../personal/personalColumns";
import type { BoundTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import type { UnderstoodTable } from "./understoodTables";

/** What becomes of a column of a table in the copy. */
type ColumnRole = "read" | "personal" | "apart";

export interface CopiedColumn {
  readonly table: UnderstoodTable;
  readonly column: number;
  /** Its field where the table's definition knows it. */
  readonly field: string | undefined;
  readonly title: string;
  readonly role: ColumnRole;
}

export const headerText = ({ bound }: UnderstoodTable, column: number): string =>
  shownText(viewCell(bound.grid, bound.headerRow, column));
export const isUsage = ({ bound }: UnderstoodTable): boolean => bound.definition.title === usageTable.title;

/** The columns that go into the copy, each once, with their roles. */
export function copiedColumns(
  table: UnderstoodTable,
  personal: PersonalColumns,
  keepsOthers: boolean,
): CopiedColumn[] {
  const { bound } = table;
  const named = personal.of(bound, (column) => headerText(table, column));
  const fieldOf = new Map([...bound.columnOf].map(([field, column]) => [column, field]));
  const kept = new Set([...table.columns, ...named.keys(), ...(keepsOthers ? table.others.keys() : [])]);
  return [...kept].map((column): CopiedColumn => {
    const field = fieldOf.get(column);
    const title = field === undefined ? headerText(table, column) : bound.definition.columns[field]!.title;
    const role = named.has(column) ? "personal" : table.others.has(column) ? "apart" : "read";
    return { table, column, field, title, role };
  });
}

export const columnKey = ({ grid: { sheet }, headerRow }: BoundTable, column: number): string =>
  `${sheet}|${String(headerRow)}|${String(column)}`;

/** The columns of all tables; two tables in the same rows of one sheet may read the same column. */
export function columnsOnce(columns: readonly CopiedColumn[]): CopiedColumn[] {
  const byKey = new Map<string, CopiedColumn>();
  for (const copied of columns) {
    const key = columnKey(copied.table.bound, copied.column);
    if (!byKey.has(key) || copied.role === "personal") byKey.set(key, copied);
  }
  return [...byKey.values()];
}

/** Every row of a table's column that holds something, below its header. */
export function* rowsOf({ table: { bound }, column }: CopiedColumn): Generator<number> {
  const kinds = bound.grid.columns[column]?.kinds ?? [];
  for (let row = bound.firstRow; row <= Math.min(bound.lastRow, kinds.length - 1); row++)
    if (kinds[row] !== CellKind.blank) yield row;
}
