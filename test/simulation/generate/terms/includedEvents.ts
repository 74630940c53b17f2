import type { AddTerm } from "./addTerm";
import { changeProduct, eachPrice } from "./product";

/** The first events of a period are free, or the first units of them, or the first of both that is used up. */
export const includedEvents: AddTerm = (contract, draw) =>
  changeProduct(
    contract,
    draw,
    ({ prices }) => prices.length === 1 && prices[0]?.ratePer === "Event",
    eachPrice(() => ({
      ...(draw.chance(0.6) ? { includedEvents: String(draw.whole(1, 3)) } : {}),
      ...(draw.chance(0.6) ? { includedAmount: String(draw.whole(10, 120)) } : {}),
    })),
  );
