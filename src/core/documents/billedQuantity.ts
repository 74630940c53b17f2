import { nameKey } from "../base/name";
import { groupBy } from "../base/groupBy";
import { coveringPeriod } from "../calendar/period";
import type { Price } from "../catalog/records";
import { Decimal, one, sum, zero } from "../money/decimal";
import type { RegisteredLine } from "./register";

/** The units of the meter that one line bills: packages count as their units, units included as themselves. */
function unitsOf(
  { kind = "usage", quantity, tier = "" }: RegisteredLine,
  price: Price | undefined,
): Decimal | undefined {
  if (kind === "included") return quantity;
  if (kind === "usage") return quantity?.times(price?.model.unitsPerLineUnit?.(price, tier) ?? one);
  // A fee that was billed for what a meter prices now says nothing of units; steps around a price have none.
  return kind === "fixed" ? undefined : zero;
}

interface LineUnits {
  readonly line: RegisteredLine;
  readonly price: Price | undefined;
  readonly quantity: Decimal;
}

/** Blocks of a tier say how many were started, the last one in part: never more units than the tier holds. */
function unitsOfProduct(lines: readonly LineUnits[]): Decimal {
  const ofTiers = groupBy(
    lines,
    ({ line, price }) =>
      `${String(line.period?.from)} ${price?.priceId ?? ""} ${line.kind ?? ""} ${line.tier ?? ""}`,
  );
  return sum(
    [...ofTiers.values()].map((ofTier) => {
      const units = sum(ofTier.map(({ quantity }) => quantity));
      const [{ line, price }] = ofTier;
      const most =
        line.kind === "included" ? undefined : price?.model.mostUnitsOfTier?.(price, line.tier ?? "");
      return most ? Decimal.min(units, most) : units;
    }),
  );
}

/** Of a figure the share that is lost when lines of a workbook keep 15 digits of it. */
const LOST_IN_CELLS = new Decimal("1e-13");

/** A billed quantity as it was metered, where only a cell cut it: an average of 29.06333… stands as 29.0633333333333. */
export function asMetered(billed: Decimal, metered: Decimal): Decimal {
  const isCut = billed.minus(metered).abs().lessThan(metered.abs().times(LOST_IN_CELLS));
  return isCut ? metered : billed;
}

/**
 * A billed quantity as it was metered, where it ends in the last block that lines started, which do not tell how much of
 * it was used: 37.89 units in 1 package of 49 are billed as 49, and are 37.89 still.
 */
export function asStarted(
  billed: Decimal,
  metered: Decimal,
  lines: readonly RegisteredLine[],
  price: Price,
): Decimal {
  const last = lines.filter(({ kind, quantity }) => kind === "usage" && quantity?.isZero() === false).at(-1);
  const block = last && price.model.unitsPerLineUnit?.(price, last.tier ?? "");
  const unused = billed.minus(metered);
  return block && unused.greaterThan(zero) && unused.lessThan(block) ? metered : billed;
}

/** Lines of one product after another, no two products on the same day. */
interface Chain {
  readonly to: number;
  readonly quantity: Decimal;
}

/**
 * The units of a meter that lines bill. Products that follow each other bill one unit after the other, those of the
 * same days the same units: 60 and then 40 under a new name are 100; 100 calls and a surcharge on 100 calls are 100.
 * Undefined where a line does not say.
 */
export function billedQuantity(
  lines: readonly RegisteredLine[],
  priceOf: (line: RegisteredLine) => Price | undefined,
): Decimal | undefined {
  const units = lines.map((line) => {
    const price = priceOf(line);
    return { line, price, quantity: unitsOf(line, price) };
  });
  const known = units.flatMap(({ line, price, quantity }) => (quantity ? [{ line, price, quantity }] : []));
  if (known.length < units.length) return undefined;
  const byProduct = groupBy(known, ({ line, price }) => nameKey(price?.product ?? line.product ?? ""));
  const products = [...byProduct.values()]
    .map((group) => ({
      days: coveringPeriod(group.map(({ line }) => line.period!)),
      quantity: unitsOfProduct(group),
    }))
    .sort((a, b) => a.days.from - b.days.from);
  const chains: Chain[] = [];
  for (const { days, quantity } of products) {
    const index = chains.findIndex(({ to }) => to < days.from);
    const before = chains[index];
    if (before) chains[index] = { to: days.to, quantity: before.quantity.plus(quantity) };
    else chains.push({ to: days.to, quantity });
  }
  return chains
    .map(({ quantity }) => quantity)
    .reduce((most, quantity) => Decimal.max(most, quantity), chains[0]?.quantity ?? zero);
}
