import type { AddTerm } from "./addTerm";
import { changeProduct, eachPrice } from "./product";

/** A quantity × factor, in steps: of a period, or of each event. */
export const quantityRounding: AddTerm = (contract, draw) =>
  changeProduct(
    contract,
    draw,
    ({ prices }) => prices.every(({ aggregation }) => aggregation !== "Average"),
    (product) => {
      const terms = {
        factor: draw.of(["0.1", "0.25", "1", "1.5"]),
        step: draw.of(["1", "5", "0.5"]),
        quantityRounding: draw.of(["Up", "Down", "Nearest"] as const),
      };
      const unrounded = { factor: terms.factor };
      return eachPrice(() => (draw.chance(0.8) ? terms : unrounded))(product);
    },
  );
