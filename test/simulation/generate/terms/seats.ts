import { billingPeriods } from "../../oracle/periods";
import { isoOf } from "../../year/day";
import type { Level } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { daysOf } from "./chain";

/** Seats that are added and removed, at most once a period; where none is settled they need no commitment. */
export const seats: AddTerm = (contract, draw, frame) => {
  const products = contract.prices.filter(
    ({ product }, _, all) => all.filter((p) => p.product === product).length === 1,
  );
  const price = products.find(({ quantity }) => quantity !== undefined);
  if (!price || contract.frequency === "One-time" || contract.commitment || frame.ahead || frame.lineRounding)
    return contract;
  const { from, to } = daysOf(contract, frame);
  const levels = billingPeriods(contract, to).flatMap(({ cut }): Level[] => {
    if (!draw.chance(0.35)) return [];
    const on = draw.whole(Math.max(cut.from, from), Math.min(cut.to, to));
    return [{ product: price.product, date: isoOf(on), quantity: String(draw.whole(1, 60)) }];
  });
  // A row that changes nothing says nothing.
  const changes = levels.filter(
    ({ quantity }, at) => quantity !== (levels[at - 1]?.quantity ?? price.quantity),
  );
  return changes.length === 0 ? contract : { ...contract, levels: changes };
};
