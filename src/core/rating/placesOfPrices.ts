import { remembered } from "../base/remembered";
import type { Contract, Price } from "../catalog/records";

/** Where each price of a contract stands among its prices: what is billed of them is in their order. */
export const placesOfPrices = remembered(
  ({ prices }: Contract): ReadonlyMap<Price, number> => new Map(prices.map((price, index) => [price, index])),
);
