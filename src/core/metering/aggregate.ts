import { nameKey } from "../base/name";
import { CellKind } from "../grid/grid";
import { zero, type Decimal } from "../money/decimal";
import { viewCell } from "../schema/bind";
import { shownText } from "../schema/column";
import type { Condition, Meter } from "./meters";
import { aggregateReadings } from "./readings";
import type { Usage } from "./usage";
import type { UsageColumns } from "./usage.table";

/** Whether a field of Usage bears a header, by its title or as some sheet writes it. */
function bearsHeader({ parts, definition }: Usage["bound"], field: keyof UsageColumns, key: string): boolean {
  if (nameKey(definition.columns[field].title) === key) return true;
  return parts.some(({ bound }) => {
    const column = bound.columnOf.get(field);
    return column !== undefined && nameKey(viewCell(bound.grid, bound.headerRow, column).text) === key;
  });
}

/** A property of usage rows by its header, whether the contract knows the column or it is the user's own. */
function propertyOf(usage: Usage, header: string): (row: number) => string {
  const key = nameKey(header);
  const { bound } = usage;
  const unnamedColumn = [...bound.others].find(([, title]) => nameKey(title) === key)?.[0];
  const known = [...bound.columnOf].find(([field]) => bearsHeader(bound, field, key))?.[1];
  const column = unnamedColumn ?? known;
  if (column === undefined) return () => "";
  return (row) => {
    const cell = viewCell(bound.grid, usage.firstRow + row, column);
    return cell.kind === CellKind.error ? "" : shownText(cell);
  };
}

/** A test of the meter's conditions on a row; each distinct value is compared once. */
export function conditionTest(usage: Usage, conditions: readonly Condition[]): (row: number) => boolean {
  const tests = conditions.map(({ column, equals, value }) => {
    const property = propertyOf(usage, column);
    const wanted = nameKey(value);
    const known = new Map<string, boolean>();
    return (row: number): boolean => {
      const text = property(row);
      let holds = known.get(text);
      if (holds === undefined) known.set(text, (holds = (nameKey(text) === wanted) === equals));
      return holds;
    };
  });
  return (row) => tests.every((test) => test(row));
}

/** The quantity of a meter over rows that passed its conditions; without rows it is 0. */
export function aggregate(usage: Usage, rows: Int32Array, meter: Meter): Decimal {
  if (rows.length === 0) return zero;
  const keyOf = meter.aggregation === "unique" ? propertyOf(usage, meter.keyColumn) : () => "";
  return aggregateReadings({ ...usage, keyOf }, rows, meter.aggregation);
}
