import type { AddTerm } from "./addTerm";
import { changeProduct, eachPrice } from "./product";

/** A negative total counts 0 instead of being mirrored. */
export const negativeAsZero: AddTerm = (contract, draw) =>
  changeProduct(
    contract,
    draw,
    ({ prices }) => prices.every(({ negative }) => negative === "Mirror"),
    eachPrice(() => ({ negative: "Zero" })),
  );
