import type { Discount } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { dayInside, mayHaveChain, someProducts } from "./chain";

/** One to three percents, some for days, some for the first periods, some of one product. */
export const percentDiscounts: AddTerm = (contract, draw, frame) => {
  if (!mayHaveChain(contract, frame)) return contract;
  const discounts = Array.from({ length: draw.whole(1, 3) }, (_, at): Discount => {
    const bound = draw.whole(0, 3);
    return {
      id: `D${String(at + 1)}`,
      percent: draw.of(["5", "10", "12.5", "33.3", "50", "100"]),
      ...someProducts(draw, contract),
      ...(bound === 1 ? { from: dayInside(draw, contract, frame) } : {}),
      ...(bound === 2 ? { to: dayInside(draw, contract, frame) } : {}),
      ...(bound === 3 ? { periods: draw.whole(1, 4) } : {}),
      ...(draw.chance(0.3) ? { order: draw.whole(1, 3) } : {}),
    };
  });
  return { ...contract, discounts: [...(contract.discounts ?? []), ...discounts] };
};
