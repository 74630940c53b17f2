import { knownValue } from "../base/knownValue";
import { makeIssue, type Issue } from "../issues/issue";
import { refOf, type BoundTable } from "./boundTable";
import { columnName } from "../grid/grid";
import { shownText, type Column } from "./column";
import type { Moment } from "./momentCell";
import type { Rival } from "./header";
import { contextOf } from "./readRecords";
import { viewCell } from "./viewCell";

const decisiveKinds = new Set(["decimal", "money", "fraction", "percent", "day", "moment"]);
/** What is the same in two columns this month need not be next month. */
const NEVER_CHOSEN = "Quantity";
const decisiveTitles = new Set(["Contract ID", "Customer ID", "Customer name", "Meter"]);

/** Whether it changes a bill which of two columns is read for a field. */
function isDecisive({ kind, title }: Column<unknown>): boolean {
  return decisiveKinds.has(kind) || decisiveTitles.has(title);
}

/** What a column says in a row, so that two columns can be compared: its value where it can be read. */
function reader(bound: BoundTable, column: Column<unknown>, index: number): (row: number) => string {
  const context = contextOf(bound, column, index);
  return (row) => {
    const cell = viewCell(bound.grid, row, index);
    const shown = shownText(cell);
    if (shown === "") return "";
    const parsed = column.parse(cell, context);
    if (!parsed.ok) return shown;
    // Two columns of one day agree, whatever the time of day.
    return column.kind === "moment" ? String((parsed.value as Moment).day) : String(parsed.value);
  };
}

function differ(bound: BoundTable, column: Column<unknown>, a: number, b: number): boolean {
  const first = reader(bound, column, a);
  const second = reader(bound, column, b);
  for (let row = bound.firstRow; row <= bound.lastRow; row++) if (first(row) !== second(row)) return true;
  return false;
}

/**
 * Two columns that could equally be one field of weight are an error where they differ in a row, and neither is read.
 */
export function settleRivals(bound: BoundTable, rivals: readonly Rival[]): BoundTable {
  const unsettled = new Map<string, Issue>();
  const agreeing = new Map<number, string>();
  for (const { field, column: other } of rivals.filter(({ isEqual }) => isEqual)) {
    const column = bound.definition.columns[field] as Column<unknown>;
    const read = knownValue(bound.columnOf, field);
    if (unsettled.has(field) || !isDecisive(column)) continue;
    if (column.title !== NEVER_CHOSEN && !differ(bound, column, read, other)) {
      agreeing.set(other, field);
      continue;
    }
    const named = [read, other].map(
      (index) => `“${shownText(viewCell(bound.grid, bound.headerRow, index))}” (${columnName(index)})`,
    );
    const words = { columns: named.join(" and "), column: column.title, title: column.title };
    const at = refOf(bound, bound.headerRow, other);
    const lacks = { table: bound.definition.title, fields: [field] };
    unsettled.set(field, makeIssue("AMBIGUOUS_COLUMN", { at, words, lacks }));
  }
  if (unsettled.size === 0) return { ...bound, agreeing };
  const columnOf = new Map(bound.columnOf);
  const others = new Map(bound.others);
  const named = new Map(bound.rivals);
  for (const field of unsettled.keys()) {
    const column = knownValue(bound.columnOf, field);
    columnOf.delete(field);
    named.set(column, field);
    others.set(column, shownText(viewCell(bound.grid, bound.headerRow, column)));
  }
  return { ...bound, columnOf, others, rivals: named, agreeing, unsettled };
}
