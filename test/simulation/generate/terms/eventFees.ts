import type { AddTerm } from "./addTerm";
import { changeProduct, digitsOfMoney, eachPrice, isSummed, positive } from "./product";

/** A unit price for every event with a fee for connecting it. */
export const eventFees: AddTerm = (contract, draw) =>
  changeProduct(
    contract,
    draw,
    (product) => isSummed(product) && product.prices.every(({ model }) => model === "per_unit"),
    (product) => {
      const rounded = draw.chance(0.5) ? { step: "60", quantityRounding: "Up" as const } : {};
      const { prices } = eachPrice(({ id, product: of, from, to, taxCode, unitPrice }) => ({
        id,
        product: of,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(taxCode === undefined ? {} : { taxCode }),
        unitPrice: unitPrice ?? "1.5",
        flatFee: draw.decimal(0, 3, digitsOfMoney(contract.currency)),
        ratePer: "Event",
        ...rounded,
      }))(product);
      const bare = prices.map(({ included: _, discount: __, ...price }) => price);
      return { prices: bare, usage: positive(product.usage) };
    },
  );
