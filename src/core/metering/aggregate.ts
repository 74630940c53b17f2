import { nameKey } from "../base/name";
import { CellKind } from "../grid/grid";
import { Decimal, zero } from "../money/decimal";
import { sumScaled, unscale } from "../pricing/events";
import { viewCell } from "../schema/bind";
import { shownText } from "../schema/column";
import type { Aggregation, Condition, Meter } from "./meters";
import { QUANTITY_SCALE } from "./scaledQuantity";
import { quantityOf, type Usage } from "./usage";

/** A property of usage rows by its header, whether the contract knows the column or it is the user's own. */
function propertyOf(usage: Usage, header: string): (row: number) => string {
  const key = nameKey(header);
  const { bound } = usage;
  const own = [...bound.others].find(([, title]) => nameKey(title) === key)?.[0];
  const known = [...bound.columnOf].find(([field]) => {
    const shown = viewCell(bound.grid, bound.headerRow, bound.columnOf.get(field)!).text;
    return nameKey(shown) === key || nameKey(bound.definition.columns[field].title) === key;
  })?.[1];
  const column = own ?? known;
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

/** Exact sum of the rows' quantities. */
export function sumQuantities(usage: Usage, rows: Int32Array): Decimal {
  const positive = new Float64Array(rows.length);
  const negative = new Float64Array(rows.length);
  let total = zero;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const scaled = usage.scaled[row]!;
    if (scaled >= 0) positive[i] = scaled;
    else negative[i] = -scaled;
    if (usage.wide.size > 0 && usage.wide.has(row)) total = total.plus(usage.wide.get(row)!);
  }
  return total.plus(unscale(sumScaled(positive) - sumScaled(negative), QUANTITY_SCALE));
}

function latestRow(usage: Usage, rows: Int32Array): number {
  return rows.reduce((latest, row) =>
    usage.moments[row]! > usage.moments[latest]! ||
    (usage.moments[row] === usage.moments[latest] && row > latest)
      ? row
      : latest,
  );
}

type Aggregate = (usage: Usage, rows: Int32Array, meter: Meter) => Decimal;

/** What each aggregation makes of at least one row; without rows the quantity is 0. */
const aggregates: Readonly<Record<Aggregation, Aggregate>> = {
  sum: sumQuantities,
  count: (_usage, rows) => new Decimal(rows.length),
  max: (usage, rows) =>
    [...rows].map((row) => quantityOf(usage, row)).reduce((most, quantity) => Decimal.max(most, quantity)),
  latest: (usage, rows) => quantityOf(usage, latestRow(usage, rows)),
  unique: (usage, rows, meter) => {
    const property = propertyOf(usage, meter.keyColumn);
    const keys = new Set([...rows].map(property));
    keys.delete("");
    return new Decimal(keys.size);
  },
  average: (usage, rows) => sumQuantities(usage, rows).dividedBy(rows.length),
};

/** The quantity of a meter over rows that passed its conditions. */
export function aggregate(usage: Usage, rows: Int32Array, meter: Meter): Decimal {
  return rows.length === 0 ? zero : aggregates[meter.aggregation](usage, rows, meter);
}
