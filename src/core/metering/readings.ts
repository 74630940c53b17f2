import { Decimal, zero } from "../money/decimal";
import { QUANTITY_SCALE, unscaleQuantity } from "../money/scaledQuantity";
import { sumScaled, unscale } from "../pricing/events";
import { countRows } from "./foldedRows";

export const aggregations = ["sum", "count", "max", "latest", "unique", "average"] as const;
export type Aggregation = (typeof aggregations)[number];

/** Metered quantities by row: integers of a millionth (scaledQuantity.ts), the few that do not fit in `wide`. */
export interface Readings {
  readonly scaled: Float64Array;
  readonly wide: ReadonlyMap<number, Decimal>;
  /** Serial with the time of day as its fraction. */
  readonly moments: Float64Array;
  /** Rows that a row stands for (foldedRows.ts). */
  readonly counts?: Int32Array | undefined;
  /** What `unique` counts; empty counts as nothing. */
  readonly keyOf: (row: number) => string;
}

type Quantities = Pick<Readings, "scaled" | "wide">;

/** The quantity of a row, exactly. */
export function quantityOf({ scaled, wide }: Quantities, row: number): Decimal {
  return wide.get(row) ?? unscaleQuantity(scaled[row]!);
}

/** Exact sum of the rows' quantities. */
export function sumQuantities({ scaled, wide }: Quantities, rows: Int32Array): Decimal {
  const positive = new Float64Array(rows.length);
  const negative = new Float64Array(rows.length);
  let total = zero;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const quantity = scaled[row]!;
    if (quantity >= 0) positive[i] = quantity;
    else negative[i] = -quantity;
    if (wide.size > 0 && wide.has(row)) total = total.plus(wide.get(row)!);
  }
  return total.plus(unscale(sumScaled(positive) - sumScaled(negative), QUANTITY_SCALE));
}

function latestRow({ moments }: Readings, rows: Int32Array): number {
  return rows.reduce((latest, row) =>
    moments[row]! > moments[latest]! || (moments[row] === moments[latest] && row > latest) ? row : latest,
  );
}

const aggregates: Readonly<Record<Aggregation, (readings: Readings, rows: Int32Array) => Decimal>> = {
  sum: sumQuantities,
  count: (readings, rows) => new Decimal(countRows(readings, rows)),
  max: (readings, rows) =>
    [...rows].map((row) => quantityOf(readings, row)).reduce((most, quantity) => Decimal.max(most, quantity)),
  latest: (readings, rows) => quantityOf(readings, latestRow(readings, rows)),
  unique: ({ keyOf }, rows) => {
    const keys = new Set([...rows].map(keyOf));
    keys.delete("");
    return new Decimal(keys.size);
  },
  average: (readings, rows) => sumQuantities(readings, rows).dividedBy(rows.length),
};

/**
 * One quantity over at least one row: latest is by moment, then by the lower row. Readings 3, 4, 4 of the keys a, b, b:
 * sum 11, count 3, max 4, latest 4, unique 2, average 3.66…
 */
export function aggregateReadings(readings: Readings, rows: Int32Array, aggregation: Aggregation): Decimal {
  return aggregates[aggregation](readings, rows);
}
