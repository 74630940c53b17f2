import { nameKey } from "../base/name";
import { CellKind, type CellRef } from "../grid/grid";
import { zero, type Decimal } from "../money/decimal";
import { viewCell } from "../schema/bind";
import { anyTable, refOf } from "../schema/boundTable";
import { shownText, type CellView } from "../schema/column";
import type { Condition } from "../catalog/conditions";
import type { Meter } from "./meters";
import { aggregateReadings } from "./readings";
import { timeTest } from "./timeConditions";
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

/** The column of Usage with a header, whether the contract knows the column or it is the user's own. */
function propertyColumn({ bound }: Usage, header: string): number | undefined {
  const key = nameKey(header);
  const unnamed = [...bound.others].find(([, title]) => nameKey(title) === key)?.[0];
  return unnamed ?? [...bound.columnOf].find(([field]) => bearsHeader(bound, field, key))?.[1];
}

/** A property of usage rows by its header; empty where there is no such column. */
export function propertyOf(usage: Usage, header: string): (row: number) => string {
  const { bound, firstRow } = usage;
  const column = propertyColumn(usage, header);
  if (column === undefined) return () => "";
  return (row) => {
    const cell = viewCell(bound.grid, firstRow + row, column);
    return cell.kind === CellKind.error ? "" : shownText(cell);
  };
}

/** Cells of a usage row under a header; undefined where Usage has no such column. */
export function cellsOf(usage: Usage, header: string): UsageCells | undefined {
  const { bound, firstRow } = usage;
  const column = propertyColumn(usage, header);
  if (column === undefined) return undefined;
  return {
    view: (row) => viewCell(bound.grid, firstRow + row, column),
    at: (row) => refOf(anyTable(bound), firstRow + row, column),
  };
}

/** A column of Usage that is read where something asks for it. */
interface UsageCells {
  readonly view: (row: number) => CellView;
  readonly at: (row: number) => CellRef;
}

function testOf(usage: Usage, condition: Condition): (row: number) => boolean {
  const { column, equals, value, isPrefix = false } = condition;
  const ofMoment = timeTest(condition, propertyColumn(usage, column) !== undefined);
  if (ofMoment) return (row) => ofMoment(usage.moments[row]!) === equals;
  const property = propertyOf(usage, column);
  const wanted = nameKey(value);
  const known = new Map<string, boolean>();
  return (row) => {
    const text = property(row);
    let holds = known.get(text);
    if (holds === undefined) {
      const key = nameKey(text);
      known.set(text, (holds = (isPrefix ? key.startsWith(wanted) : key === wanted) === equals));
    }
    return holds;
  };
}

/** A test of conditions on a row; each distinct value is compared once. */
export function conditionTest(usage: Usage, conditions: readonly Condition[]): (row: number) => boolean {
  const tests = conditions.map((condition) => testOf(usage, condition));
  return (row) => tests.every((test) => test(row));
}

/** The quantity of a meter over rows that passed its conditions; without rows it is 0. */
export function aggregate(usage: Usage, rows: Int32Array, meter: Meter): Decimal {
  if (rows.length === 0) return zero;
  const keyOf = meter.aggregation === "unique" ? propertyOf(usage, meter.keyColumn) : () => "";
  const { scaled, wide, moments, counts } = usage;
  return aggregateReadings({ scaled, wide, moments, counts, keyOf }, rows, meter.aggregation);
}
