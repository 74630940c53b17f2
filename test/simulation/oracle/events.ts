import type { Price, UsageRow } from "../year/simulatedYear";
import { Fraction } from "./fraction";
import { adjusted, beyond, modelAmount } from "./models";
import { inUnitsOf } from "./quantities";

const { zero } = Fraction;
const one = Fraction.of(1);

/** What events before have left of the included ones; undefined where a price includes none. */
interface Included {
  readonly events: number | undefined;
  readonly amount: Fraction | undefined;
}

const isUsedUp = ({ events, amount }: Included) =>
  (events === undefined && amount === undefined) || events === 0 || amount?.isZero === true;

/** One event: free, free in part, or charged; and what it leaves. */
function chargeOf(
  quantity: Fraction,
  price: Price,
  left: Included,
): { readonly owed: Fraction; readonly left: Included } {
  const full = (charged: Fraction) => adjusted(modelAmount(charged, price), price, one);
  if (isUsedUp(left)) return { owed: full(quantity), left };
  const free = left.amount === undefined ? quantity : quantity.least(left.amount);
  const rest = beyond(quantity, free);
  return {
    owed: rest.isZero ? zero : full(rest),
    left: {
      events: left.events === undefined ? undefined : left.events - 1,
      amount: left.amount?.minus(free),
    },
  };
}

/** Every row alone, in the order of time, with the event's own fee, minimum and maximum. */
export function eventsAmount(inOrder: readonly UsageRow[], price: Price): Fraction {
  const { includedEvents, includedAmount } = price;
  let left: Included = {
    events: includedEvents === undefined ? undefined : Number(includedEvents),
    amount: includedAmount === undefined ? undefined : Fraction.of(includedAmount),
  };
  return Fraction.sum(
    inOrder.map((row) => {
      const charge = chargeOf(inUnitsOf(price, Fraction.of(row.quantity)), price, left);
      left = charge.left;
      return charge.owed;
    }),
  );
}
