import type { AddTerm } from "./addTerm";
import { changeProduct, eachPrice } from "./product";

/** Whole quantities, so that a bound is met now and then. */
const whole = (quantity: string) => String(Math.trunc(Number(quantity) / 5) * 5 || 5);

/** The bound of a tier belongs to the next one. */
export const exclusiveBounds: AddTerm = (contract, draw) =>
  changeProduct(
    contract,
    draw,
    ({ prices }) => prices.every(({ tiers }) => tiers !== undefined),
    (product) => {
      const { prices } = eachPrice(({ tiers = [] }) => ({
        tierBound: "Exclusive",
        tiers: tiers.map((tier, at) =>
          tier.upTo === undefined ? tier : { ...tier, upTo: String(25 * (at + 1)) },
        ),
      }))(product);
      return {
        prices,
        usage: product.usage.map((row) => ({
          ...row,
          quantity: row.quantity.startsWith("-") ? `-${whole(row.quantity.slice(1))}` : whole(row.quantity),
        })),
      };
    },
  );
