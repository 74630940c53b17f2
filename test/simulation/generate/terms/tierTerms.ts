import type { AddTerm } from "./addTerm";
import { changeProduct, eachPrice } from "./product";

/** Tiers priced by started blocks, and tiers that never cost more than so much. */
export const tierTerms: AddTerm = (contract, draw) =>
  changeProduct(
    contract,
    draw,
    ({ prices }) => prices.every(({ model }) => model === "graduated" || model === "volume"),
    eachPrice(({ tiers = [] }) => ({
      tiers: tiers.map((tier) => ({
        ...tier,
        ...(draw.chance(0.6) ? { blockSize: String(draw.whole(2, 12)) } : {}),
        ...(draw.chance(0.5) ? { maximum: String(draw.whole(20, 200)) } : {}),
      })),
    })),
  );
