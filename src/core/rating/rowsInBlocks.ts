import { groupBy } from "../base/groupBy";
import type { RegisteredLine } from "../documents/register";
import { one, sum, zero, type Decimal } from "../money/decimal";
import { receivedInTime } from "./lateRows";
import { quantityOfRows, readsRows } from "./meterPrice";
import type { RatedPart } from "./ratedUsage";
import { chargeParts } from "./rateUsage";
import type { RatingContext } from "./ratingContext";

type Step = Pick<RegisteredLine, "kind" | "tier" | "quantity">;

const isOfUnits = ({ kind = "usage" }: Step) => kind === "usage" || kind === "included";

const unitsOf = (steps: readonly Step[]) =>
  sum(steps.filter(isOfUnits).map(({ quantity = zero }) => quantity));

/** Whether steps count the same units, tier by tier. */
function areAlike(some: readonly Step[], others: readonly Step[]): boolean {
  const byTier = (steps: readonly Step[]) =>
    groupBy(steps.filter(isOfUnits), ({ kind = "usage", tier = "" }) => `${kind} ${tier}`);
  const [a, b] = [byTier(some), byTier(others)];
  return [...a.keys(), ...b.keys()].every((key) =>
    unitsOf(a.get(key) ?? []).equals(unitsOf(b.get(key) ?? [])),
  );
}

/** Whether lines count started blocks, which do not tell how much of them was used. */
function countsBlocks({ price }: RatedPart, lines: readonly RegisteredLine[]): boolean {
  const sizeOf = ({ tier = "" }: RegisteredLine) => price.model.unitsPerLineUnit?.(price, tier) ?? one;
  return lines.some((line) => (line.kind ?? "usage") === "usage" && !sizeOf(line).equals(one));
}

/** The most of the first rows of the sheet of which something that only grows is not above a figure. */
function mostWithin(rows: Int32Array, most: Decimal, of: (first: Int32Array) => Decimal): Int32Array {
  let fits = 0;
  let above = rows.length + 1;
  while (above - fits > 1) {
    const middle = Math.floor((fits + above) / 2);
    if (of(rows.subarray(0, middle)).greaterThan(most)) above = middle;
    else fits = middle;
  }
  return rows.subarray(0, fits);
}

/**
 * The rows that lines bill of a part where these count started blocks and its price looks at every row: those received in
 * time, else the first of the sheet, of which as many blocks were started. Of 79 and 40 a day, 36 of each included, 4
 * packages of 11 are the first alone. Undefined where lines tell the units themselves, and where no rows come to them.
 */
export function rowsInBlocks(
  rated: RatedPart,
  lines: readonly RegisteredLine[],
  context: RatingContext,
): Int32Array | undefined {
  const { price, usage } = rated;
  if (!context.metered || !readsRows(price, context) || !countsBlocks(rated, lines)) return undefined;
  const stepsOf = (rows: Int32Array): readonly Step[] => {
    const [part] = chargeParts([{ ...rated, rows, quantity: quantityOfRows(price, rows, context) }], context);
    return part?.usage.charge.ok ? part.usage.charge.lines : [];
  };
  const first = () => mostWithin(usage.rows, unitsOf(lines), (rows) => unitsOf(stepsOf(rows)));
  const tried = [() => usage.rows, () => receivedInTime(usage.rows, lines, context), first];
  for (const rowsOf of tried) {
    const rows = rowsOf();
    if (areAlike(stepsOf(rows), lines)) return rows;
  }
  return undefined;
}
