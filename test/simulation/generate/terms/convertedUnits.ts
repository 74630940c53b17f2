import { isoOf, lastOfMonth, month } from "../../year/day";
import type { Rate } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { daysOf, isRoundedByPrice } from "./chain";

const over = [
  "discounts",
  "commitments",
  "grants",
  "notToExceed",
  "retention",
  "deposits",
  "commitment",
] as const;

/** Prices in a unit that is no currency, whose rate changes with the months; what limits them is no money. */
export const convertedUnits: AddTerm = (contract, draw, frame) => {
  const hasOver = over.some((term) => contract[term] !== undefined);
  if (!isRoundedByPrice(contract, frame) || hasOver || contract.escalations || frame.grouping)
    return contract;
  if (contract.prices.some(({ maximumPeriod, model }) => maximumPeriod ?? model === "dynamic"))
    return contract;
  const { from } = daysOf(contract, frame);
  const rates = Array.from({ length: draw.whole(1, 12) }, (_, at): Rate => ({
    date: at === 0 ? isoOf(from - 400) : isoOf(lastOfMonth(month(frame.firstRun) + at) - draw.whole(0, 25)),
    rate: draw.decimal(0.03, 1.4, 4) === "0" ? "0.05" : String(draw.whole(300, 14_000) / 10_000),
  }));
  return { ...contract, rates, prices: contract.prices.map((price) => ({ ...price, pricedIn: "CREDITS" })) };
};
