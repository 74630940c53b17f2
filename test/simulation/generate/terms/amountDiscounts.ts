import type { Discount } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { isOfOnePeriod, mayHaveChain, money, someProducts } from "./chain";

/** Amounts off each period, or once with Carry. */
export const amountDiscounts: AddTerm = (contract, draw, frame) => {
  if (!mayHaveChain(contract, frame) || !isOfOnePeriod(contract, frame)) return contract;
  const discounts = Array.from({ length: draw.whole(1, 2) }, (_, at): Discount => {
    const carry = draw.chance(0.4);
    return {
      id: `E${String(at + 1)}`,
      amount: money(draw, contract, 5, 400),
      ...(carry ? { carry: true, periods: 1 } : draw.chance(0.4) ? { periods: draw.whole(1, 4) } : {}),
      ...(carry ? {} : someProducts(draw, contract)),
    };
  });
  return { ...contract, discounts: [...(contract.discounts ?? []), ...discounts] };
};
