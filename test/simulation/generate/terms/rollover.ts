import type { AddTerm } from "./addTerm";
import { changeProduct, inTime, isSummed } from "./product";

/** Units that were not used move on; which of them a late row would take back is not agreed, so none is late. */
export const rollover: AddTerm = (contract, draw) =>
  changeProduct(
    contract,
    draw,
    (product) => isSummed(product) && product.prices.length === 1,
    ({ prices, usage }) => ({
      prices: prices.map((price) => ({
        ...price,
        included: String(draw.whole(40, 160)),
        rollover: {
          periods: draw.whole(1, 3),
          ...(draw.chance(0.4) ? { maximum: String(draw.whole(20, 150)) } : {}),
        },
      })),
      usage: inTime(usage),
    }),
  );
