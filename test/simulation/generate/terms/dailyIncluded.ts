import type { AddTerm } from "./addTerm";
import { changeProduct, eachPrice, isSummed } from "./product";

/** An included quantity of every day. */
export const dailyIncluded: AddTerm = (contract, draw) =>
  changeProduct(
    contract,
    draw,
    isSummed,
    eachPrice(() => ({ included: String(draw.whole(5, 40)), includedReset: "Day" })),
  );
