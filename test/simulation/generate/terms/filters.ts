import type { TimeFilter, WeekdayFilter } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { changeProduct, eachRow, isSummed, positive } from "./product";

const halves: readonly [
  readonly (TimeFilter | WeekdayFilter)[],
  ...(readonly (TimeFilter | WeekdayFilter)[])[],
] = [
  [
    { kind: "time", from: "09:00", to: "17:30" },
    { kind: "time", from: "17:30", to: "09:00" },
  ],
  [
    { kind: "time", from: "22:00", to: "06:00" },
    { kind: "time", from: "06:00", to: "22:00" },
  ],
  [
    { kind: "weekday", first: 0, last: 4 },
    { kind: "weekday", first: 5, last: 6 },
  ],
];

/** One meter by the time of its rows: a price for the day and one for the night, or for the weekend. */
export const filters: AddTerm = (contract, draw) => {
  const chosen = draw.of(halves);
  return changeProduct(
    contract,
    draw,
    (product) => isSummed(product) && product.prices.length === 1,
    ({ product, prices, usage }) => ({
      prices: prices.flatMap((price) =>
        chosen.map((filter, at) => ({
          ...price,
          id: `${price.id}.${String(at + 1)}`,
          product: `${product} ${"AB"[at] ?? ""}`,
          meter: product,
          filter,
        })),
      ),
      // A row that takes another back may fall under the other price, which would be below zero then.
      usage: eachRow(positive(usage), () =>
        draw.chance(0.85)
          ? { time: draw.of(["00:00", "05:59", "06:00", "09:00", "13:20", "17:30", "22:00"]) }
          : {},
      ),
    }),
  );
};
