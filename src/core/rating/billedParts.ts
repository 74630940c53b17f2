import type { Contract } from "../catalog/records";
import { asMetered, asStarted } from "../documents/billedQuantity";
import type { BilledDays, BilledService } from "../documents/billedService";
import type { RegisteredLine } from "../documents/register";
import { Decimal, sum, zero } from "../money/decimal";
import type { BillingPeriod } from "./billingPeriods";
import { unbilledRows, uncountedEvents } from "./lateRows";
import { noRows } from "./ratedItem";
import type { RatedPart } from "./ratedUsage";
import { addsUp, quantityOfRows, readsRows, rowsOfPrice } from "./meterPrice";
import { rowsInBlocks } from "./rowsInBlocks";
import type { RatingContext } from "./ratingContext";

/** A part of a period with what documents bill of it. */
export interface BilledPart {
  readonly rated: RatedPart;
  /** Lines that bill some of its days. */
  readonly lines: readonly RegisteredLine[];
  readonly quantity: Decimal;
  /** The rows behind the billed quantity, where they can be told. */
  readonly rows: Int32Array | undefined;
}

function without(rows: Int32Array, others: Int32Array): Int32Array {
  const left = new Set(others);
  return rows.filter((row) => !left.has(row));
}

/**
 * The billed quantity of parts whose lines do not tell their days apart: what is left of each without the rows that came
 * late; where these cannot be told, the parts were billed in the order of their days.
 */
function splitBilled(
  contract: Contract,
  chain: readonly RatedPart[],
  whole: BilledDays,
  period: BillingPeriod,
  context: RatingContext,
): BilledPart[] | undefined {
  const { price } = chain[0]!;
  const rows = rowsOfPrice(contract, price, period.service, context);
  const isAdded = addsUp(price, context);
  const metered = isAdded
    ? quantityOfRows(price, rows, context)
    : sum(chain.map((rated) => rated.usage.quantity));
  const missing = metered.minus(asMetered(whole.quantity ?? zero, metered));
  const late = missing.greaterThan(0) ? unbilledRows(rows, whole.lines, missing, price, context) : noRows;
  const { lines } = whole;
  if (late) {
    return chain.map((rated) => {
      const kept = late.length === 0 ? rated.usage.rows : without(rated.usage.rows, late);
      const quantity =
        late.length === 0
          ? rated.usage.quantity
          : isAdded
            ? quantityOfRows(price, kept, context)
            : rated.usage.quantity;
      return { rated, lines, quantity, rows: kept };
    });
  }
  const coversAll =
    chain[0]!.part.from === period.service.from && chain[chain.length - 1]!.part.to === period.service.to;
  if (!coversAll || readsRows(price, context)) return undefined;
  let rest = whole.quantity ?? zero;
  return chain.map((rated) => {
    const quantity = Decimal.min(rest, rated.usage.quantity);
    rest = rest.minus(quantity);
    return { rated, lines, quantity, rows: undefined };
  });
}

/** What documents bill of each part of a period; undefined where they leave it open. */
export function billedParts(
  contract: Contract,
  chain: readonly RatedPart[],
  period: BillingPeriod,
  billed: BilledService,
  context: RatingContext,
): BilledPart[] | undefined {
  const [first] = chain;
  if (!first) return [];
  const whole = billed.of(contract, first.price, period.service);
  if (whole.reachesBeyond || whole.quantity === undefined) return undefined;
  const mayBillUsage = ({ kind }: RegisteredLine) => kind !== "fixed";
  if (billed.unnamed(contract, period.service).some(mayBillUsage)) return undefined;
  const parts = chain.map((rated) => ({ rated, ...billed.of(contract, rated.price, rated.part) }));
  if (parts.some(({ reachesBeyond }) => reachesBeyond))
    return splitBilled(contract, chain, whole, period, context);
  return parts.map(({ rated, lines, quantity: found = zero }) => {
    const { price, usage } = rated;
    const inBlocks = rowsInBlocks(rated, lines, context);
    if (inBlocks) return { rated, lines, quantity: quantityOfRows(price, inBlocks, context), rows: inBlocks };
    const quantity = asStarted(asMetered(found, usage.quantity), usage.quantity, lines, price);
    const missing = usage.quantity.minus(quantity);
    const isOpen =
      missing.greaterThan(0) || (missing.isZero() && uncountedEvents(usage.rows, lines, price) > 0);
    const late =
      readsRows(price, context) && isOpen ? unbilledRows(usage.rows, lines, missing, price, context) : noRows;
    return { rated, lines, quantity, rows: late && without(usage.rows, late) };
  });
}
