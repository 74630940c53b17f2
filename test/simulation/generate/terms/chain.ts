import { isoOf, day, lastOfMonth, month, type Day } from "../../year/day";
import type { Contract } from "../../year/simulatedYear";
import type { Draw } from "../draw";
import type { AddTerm } from "./addTerm";
import { digitsOfMoney } from "./product";

type Frame = Parameters<AddTerm>[2];

/** What counts over prices needs amounts that are rounded price by price, and years that end where periods end. */
export const isRoundedByPrice = (contract: Contract, frame: Frame): boolean =>
  contract.frequency !== "One-time" &&
  frame.lineRounding === undefined &&
  contract.commitment?.period !== "Contract year" &&
  contract.levels === undefined;

export const mayHaveChain = (contract: Contract, frame: Frame): boolean =>
  isRoundedByPrice(contract, frame) &&
  // What a discount, a cap or a commitment makes of an amount below zero nobody has agreed.
  contract.prices.every(({ negative }) => negative !== "Mirror");

/** Every line of a run is of the billing period that the run is for. */
export const isOfOnePeriod = ({ frequency, anchor }: Contract, { ahead }: Frame): boolean =>
  frequency === "Monthly" && anchor === 1 && !ahead;

/** The days in which a contract and the runs of the year meet. */
export function daysOf(
  { start, end }: Contract,
  { firstRun, runs }: Frame,
): { readonly from: Day; readonly to: Day } {
  const last = lastOfMonth(month(firstRun) + runs - 1);
  return { from: day(start), to: end === undefined ? last : Math.min(day(end), last) };
}

export const dayInside = (draw: Draw, contract: Contract, frame: Frame): string => {
  const { from, to } = daysOf(contract, frame);
  return isoOf(draw.whole(from, Math.max(from, to)));
};

export const money = (draw: Draw, contract: Contract, least: number, most: number): string =>
  draw.decimal(least, most, digitsOfMoney(contract.currency));

export const someProducts = (draw: Draw, { prices }: Contract): { readonly products?: readonly string[] } => {
  const products = [...new Set(prices.map(({ product }) => product))];
  if (products.length < 2 || draw.chance(0.6)) return {};
  return {
    products: products
      .filter(() => draw.chance(0.5))
      .concat(products[0] ?? "")
      .slice(0, 1),
  };
};
