import { billingPeriods } from "../../oracle/periods";
import { isoOf } from "../../year/day";
import type { Price, Tier, UsageRow } from "../../year/simulatedYear";
import type { AddTerm } from "./addTerm";
import { daysOf, money } from "./chain";

const meters = ["seats", "GB"] as const;

/** Steps by the peaks of two meters. */
export const capacities: AddTerm = (contract, draw, frame) => {
  if (contract.frequency === "One-time" || contract.commitment?.period === "Contract year") return contract;
  const { from, to } = daysOf(contract, frame);
  const steps = draw.whole(2, 4);
  const tiers = Array.from({ length: steps }, (_, at): Tier => ({
    unitPrice: "0",
    flatFee: money(draw, contract, 10 + at * 100, 100 + at * 100),
    ...(at < steps - 1
      ? { limits: { seats: String(10 * (at + 1)), GB: String(40 * (at + 1) + draw.whole(0, 9)) } }
      : {}),
  }));
  const price: Price = { id: "Z1", product: "Capacity", model: "capacity", tiers };
  const rows = billingPeriods(contract, to).flatMap(({ cut }) =>
    meters.flatMap((product) =>
      Array.from({ length: draw.whole(0, 3) }, (_, at): UsageRow => ({
        product,
        date: isoOf(draw.whole(Math.max(cut.from, from), Math.min(cut.to, to))),
        quantity: draw.decimal(1, product === "seats" ? 35 : 150, product === "seats" ? 0 : 1),
        eventId: `${product}-${String(cut.from)}-${String(at)}`,
      })),
    ),
  );
  return { ...contract, prices: [...contract.prices, price], usage: [...contract.usage, ...rows] };
};
