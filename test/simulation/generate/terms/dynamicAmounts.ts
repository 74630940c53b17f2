import type { AddTerm } from "./addTerm";
import { changeProduct, digitsOfMoney, eachRow, isSummed, positive } from "./product";

/** Rows bring their money, which the price charges × a factor. */
export const dynamicAmounts: AddTerm = (contract, draw) =>
  changeProduct(
    contract,
    draw,
    (product) => isSummed(product) && product.prices.every(({ model }) => model === "per_unit"),
    ({ prices, usage }) => ({
      prices: prices.map(({ included: _, unitPrice: __, ...price }) => ({
        ...price,
        model: "dynamic",
        ...(draw.chance(0.5) ? { unitPrice: draw.of(["1.1", "0.95", "1.175"]) } : {}),
      })),
      usage: eachRow(positive(usage), () => ({
        amount: draw.decimal(1, 120, digitsOfMoney(contract.currency)),
      })),
    }),
  );
