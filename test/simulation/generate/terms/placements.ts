import { day, isoOf } from "../../year/day";
import type { Price } from "../../year/simulatedYear";
import type { Placement } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { dayInside, daysOf } from "./chain";
import { isAlone } from "./results";

/** People placed for a share of their pay, a part of it back for those who leave early. */
export const placements: AddTerm = (contract, draw, frame) => {
  if (!isAlone(contract, frame) || contract.results) return contract;
  const { to } = daysOf(contract, frame);
  const price: Price = {
    id: "T1",
    product: "Placement",
    model: "percentage",
    unitPrice: draw.of(["0.2", "0.25", "0.18"]),
    refundScale: [
      { days: 30, share: "1" },
      { days: 60, share: "0.5" },
      { days: 90, share: "0.25" },
    ],
  };
  const rows = Array.from({ length: draw.whole(1, 5) }, (_, at): Placement => {
    const start = dayInside(draw, contract, frame);
    const left = Math.min(day(start) + draw.of([0, 12, 29, 30, 59, 60, 89, 90, 120]), to);
    return {
      id: `H${String(at + 1)}`,
      start,
      pay: String(1000 * draw.whole(20, 90)),
      ...(draw.chance(0.6) ? { left: isoOf(left) } : {}),
    };
  });
  return { ...contract, prices: [...contract.prices, price], placements: rows };
};
