import { CellKind, type CellRef, type Grid, type Snapshot } from "../../grid/grid";
import type { PersonalColumns } from "../../personal/personalColumns";
import { PersonalValues } from "../../personal/personalValues";
import type { BoundTable } from "../../schema/boundTable";
import { shownText } from "../../schema/column";
import { viewCell } from "../../schema/viewCell";
import { comparedValue } from "../pseudonyms";
import type { CustomerData, TableOfCustomer } from "./customerRows";

/** A cell that holds a value of a person by itself. */
export interface PersonalCell {
  readonly at: CellRef;
  readonly table: BoundTable;
  readonly title: string;
  readonly value: string;
}

const header =
  ({ grid, headerRow }: BoundTable) =>
  (column: number) =>
    shownText(viewCell(grid, headerRow, column));

/** The personal cells of some rows of a table. */
export function personalCells(
  { table: { bound } }: TableOfCustomer,
  rows: Iterable<number>,
  columns: PersonalColumns,
): PersonalCell[] {
  const personal = [...columns.of(bound, header(bound))];
  return [...rows].flatMap((row) =>
    personal.flatMap(([column, title]): PersonalCell[] => {
      const view = viewCell(bound.grid, row, column);
      const value = view.kind === CellKind.error ? "" : shownText(view);
      return value === ""
        ? []
        : [{ at: { sheet: bound.grid.sheet, row, column }, table: bound, title, value }];
    }),
  );
}

/** What of a customer is looked for inside texts. */
export interface CustomerValues {
  /** In its own rows: everything personal. */
  readonly ofCustomer: PersonalValues;
  /** Everywhere else: what tells it, and is of nobody else. */
  readonly anywhere: PersonalValues;
}

/** Personal columns whose values are shared by many: a city is no name. */
const shared = new Set(["City", "Postal code"]);

/** The values of a customer, and which of them are of no other. */
export function customerValues(
  { tables }: Pick<CustomerData, "tables">,
  columns: PersonalColumns,
): CustomerValues {
  const ofCustomer = new PersonalValues();
  const anywhere = new PersonalValues();
  const others = new Set<string>();
  for (const found of tables) {
    const { firstRow, lastRow } = found.table.bound;
    const ours = new Set(found.rows);
    const foreign = Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index).filter(
      (row) => !ours.has(row),
    );
    for (const { value } of personalCells(found, foreign, columns)) others.add(comparedValue(value));
  }
  for (const found of tables)
    for (const { value, title } of personalCells(found, found.rows, columns)) {
      ofCustomer.add(value);
      if (!shared.has(title) && !others.has(comparedValue(value))) anywhere.add(value);
    }
  return { ofCustomer, anywhere };
}

/** Every cell of a sheet with a text. */
export function* textCells({
  sheet,
  columns,
}: Grid): Generator<{ readonly at: CellRef; readonly text: string }> {
  for (const [column, { kinds, values, texts }] of columns.entries())
    for (const [row, kind] of kinds.entries())
      if (kind === CellKind.text) yield { at: { sheet, row, column }, text: texts.at(values[row]!)! };
}

/** Cells outside the rows of a customer whose texts hold a value of it and of nobody else. */
export function mentionsOf(
  { grids }: Snapshot,
  { tables }: Pick<CustomerData, "tables">,
  { anywhere }: CustomerValues,
): CellRef[] {
  const rowsOfCustomer = new Map<string, Set<number>>();
  for (const { table, rows } of tables) {
    const { sheet } = table.bound.grid;
    rowsOfCustomer.set(sheet, new Set([...(rowsOfCustomer.get(sheet) ?? []), ...rows]));
  }
  return grids.flatMap((grid) =>
    [...textCells(grid)]
      .filter(({ at, text }) => rowsOfCustomer.get(grid.sheet)?.has(at.row) !== true && anywhere.isIn(text))
      .map(({ at }) => at),
  );
}
