import { Decimal, one, sum, zero } from "../money/decimal";
import { chargeQuantity, mergeLines, type Charge, type ChargeLine, type ChargeTerms } from "./charge";

/** What is free of events that are each priced alone; with both, the one used up first ends both. */
export interface EventAllowance {
  /** The first events of a period. */
  readonly events: Decimal | undefined;
  /** The first of what they add up to. */
  readonly amount: Decimal | undefined;
}

/** An event wholly inside what is free owes nothing, no fee and no minimum either. */
function freeOf(quantity: Decimal): ChargeLine {
  return { kind: "included", tier: "", quantity, unitPrice: zero, flatFee: zero, amount: zero };
}

/**
 * Events in their order, each priced alone, the first of them free. 3 events of 50, 100 and 250 at 1 % + 2 with the
 * first 2 free: 250 × 1 % + 2 = 4.50; with the first 100 free instead: 50 × 1 % + 2 and 4.50, 7.00.
 */
export function chargeInOrder(
  quantities: readonly Decimal[],
  terms: ChargeTerms,
  { events, amount }: EventAllowance,
): Charge {
  let eventsLeft = events;
  let amountLeft = amount;
  const lines: ChargeLine[] = [];
  for (const quantity of quantities) {
    const isOver = eventsLeft?.lessThan(one) === true || amountLeft?.lessThanOrEqualTo(0) === true;
    const free = isOver ? zero : Decimal.min(quantity, amountLeft ?? quantity);
    const isWhollyFree = !isOver && free.equals(quantity);
    const charge = isWhollyFree ? undefined : chargeQuantity(quantity, { ...terms, included: free });
    if (charge && !charge.ok) return charge;
    lines.push(...(charge ? charge.lines : [freeOf(quantity)]));
    eventsLeft = eventsLeft?.minus(one);
    amountLeft = amountLeft?.minus(quantity);
  }
  const merged = mergeLines(lines);
  return { ok: true, lines: merged, amount: sum(merged.map((line) => line.amount)) };
}
