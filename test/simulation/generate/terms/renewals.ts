import { billingPeriods } from "../../oracle/periods";
import { day, isoOf, lastOfMonth, month } from "../../year/day";
import { isFixed, type UsageRow } from "../../year/simulatedYear";
import type { AddTerm } from "./addTerm";

/** A contract that goes on past its end, and is used there. */
export const renewals: AddTerm = (contract, draw, frame) => {
  if (contract.end === undefined || contract.frequency === "One-time") return contract;
  const ended = day(contract.end);
  const last = lastOfMonth(month(frame.firstRun) + frame.runs - 1);
  const renewed = { ...contract, renewal: { term: draw.of([1, 3, 6, 12]) } };
  const products = new Set(contract.prices.flatMap((price) => (isFixed(price) ? [] : [price.product])));
  const rows = [...products].flatMap((product) =>
    billingPeriods(renewed, last).flatMap(({ cut }) => {
      const [from, to] = [Math.max(cut.from, ended + 1), Math.min(cut.to, last)];
      if (from > to) return [];
      return Array.from({ length: draw.whole(0, 2) }, (_, at): UsageRow => ({
        product,
        date: isoOf(draw.whole(from, to)),
        quantity: draw.decimal(1, 90, 2),
        user: `U${String(draw.whole(1, 4))}`,
        eventId: `${product}-${String(cut.from)}-${String(at)}`,
      }));
    }),
  );
  return { ...renewed, usage: [...contract.usage, ...rows] };
};
