import type { Price } from "../../year/simulatedYear";
import type { Condition } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { changeProduct, eachRow, isSummed, positive } from "./product";

const choices: readonly (Condition | undefined)[] = [
  { Region: "EU" },
  { Region: "EU", Role: "Senior" },
  { Region: "U*" },
  undefined,
];

/** How far the prices of rows are apart: rates are fractions. */
const apartOf = ({ model }: Price) => (model === "percentage" ? 0.1 : 1);

/** Prices of one meter, each for the rows whose columns say so; the last takes what no other does. */
export const conditions: AddTerm = (contract, draw) =>
  changeProduct(
    contract,
    draw,
    (product) => isSummed(product) && product.prices.length === 1,
    ({ product, prices, usage }) => ({
      prices: prices.flatMap((price) =>
        choices.map((condition, at) => ({
          ...price,
          id: `${price.id}.${String(at + 1)}`,
          product: `${product} ${"ABCD"[at] ?? ""}`,
          meter: product,
          ...(condition === undefined ? {} : { condition }),
          ...(price.unitPrice === undefined
            ? {}
            : { unitPrice: String(Number((Number(price.unitPrice) + at * apartOf(price)).toFixed(4))) }),
        })),
      ),
      // A row that takes another back may fall under another price, which would be below zero then.
      usage: eachRow(positive(usage), () => ({
        columns: { Region: draw.of(["EU", "US", "UK", "JP"]), Role: draw.of(["Senior", "Junior"]) },
      })),
    }),
  );
