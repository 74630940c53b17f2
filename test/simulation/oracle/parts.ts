import { day, meet, type Span } from "../year/day";
import type { Price, SimulatedYear } from "../year/simulatedYear";
import type { Fraction } from "./fraction";
import { FOREVER, type BillingPeriod } from "./periods";
import { sharesOf } from "./shares";

/** The days of a billing period under one price, and their share in the full period. */
export interface Part {
  readonly price: Price;
  readonly days: Span;
  readonly share: Fraction;
}

const reachOf = ({ from, to }: Price): Span => ({
  from: from === undefined ? 0 : day(from),
  to: to === undefined ? FOREVER : day(to),
});

/** A billing period split where the price of a product changes. */
export function partsOf(
  prices: readonly Price[],
  { full, cut }: BillingPeriod,
  basis: SimulatedYear["basis"],
): Part[] {
  const met = prices
    .flatMap((price) => {
      const days = meet(reachOf(price), cut);
      return days === undefined ? [] : [{ price, days }];
    })
    .sort((a, b) => a.days.from - b.days.from);
  const shares = sharesOf(
    met.map(({ days }) => days),
    cut,
    full,
    basis,
  );
  return met.flatMap((part, at) => {
    const share = shares[at];
    return share === undefined ? [] : [{ ...part, share }];
  });
}

/** From the first day of the first part to the last day of the last one. */
export function extentOf(parts: readonly { readonly days: Span }[]): Span | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last && { from: first.days.from, to: last.days.to };
}
