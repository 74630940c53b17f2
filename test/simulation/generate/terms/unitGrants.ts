import { day, isoOf } from "../../year/day";
import type { UnitGrant } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { dayInside } from "./chain";
import { changeProduct, inTime, isSummed } from "./product";

/** Units of a product that are granted; what a late row would draw depends on the runs between, so none is late. */
export const unitGrants: AddTerm = (contract, draw, frame) => {
  let granted = "";
  const changed = changeProduct(
    contract,
    draw,
    (product) => isSummed(product) && product.prices.length === 1,
    ({ product, prices, usage }) => {
      granted = product;
      return { prices, usage: inTime(usage) };
    },
  );
  if (granted === "" || contract.escalations) return contract;
  const grants = Array.from({ length: draw.whole(1, 2) }, (_, at): UnitGrant => {
    const from = dayInside(draw, contract, frame);
    return {
      id: `N${String(at + 1)}`,
      product: granted,
      units: String(draw.whole(20, 400)),
      from,
      ...(draw.chance(0.5) ? { to: isoOf(day(from) + draw.whole(20, 200)) } : {}),
    };
  });
  return { ...changed, unitGrants: grants };
};
