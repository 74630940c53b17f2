import { isOverTime } from "../../oracle/overTime";
import { isoOf, monthOf, monthText } from "../../year/day";
import type { Escalation } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { daysOf, someProducts } from "./chain";

/** Prices that rise with time, by a percent or by an index, with a cap and a floor. */
export const escalations: AddTerm = (contract, draw, frame) => {
  const isKeptOut = contract.prices.some(
    ({ rollover, includedEvents, includedAmount, model, maximumPeriod, aggregation = "Sum" }) =>
      rollover ??
      includedEvents ??
      includedAmount ??
      maximumPeriod ??
      // A raise inside a month would ask what share of a level over time, or of a peak, each part is.
      (model === "dynamic" || model === "capacity" || isOverTime(aggregation) ? model : undefined),
  );
  // What a promised quantity stands for would be raised with its price.
  const isOfQuantity = contract.commitments?.some(({ quantity }) => quantity !== undefined) ?? false;
  if (isKeptOut || isOfQuantity || contract.levels || contract.frequency === "One-time") return contract;
  const { from, to } = daysOf(contract, frame);
  const first = draw.whole(from - 40, to);
  const begins = draw.chance(0.5) ? `${monthText(monthOf(first))}-01` : isoOf(first);
  const months = Array.from({ length: 60 }, (_, at) => monthText(monthOf(from) - 24 + at));
  const lag = draw.whole(0, 3);
  const index = {
    base: "104.2",
    lag,
    values: Object.fromEntries(months.map((name) => [name, draw.decimal(101, 118, 2)])),
  };
  const escalation: Escalation = {
    id: "S1",
    from: begins,
    every: draw.of([12, 6, 3]),
    ...(draw.chance(0.5)
      ? { percent: draw.of(["3", "2.5", "4.75", "7"]) }
      : {
          index,
          ...(draw.chance(0.5) ? { cap: draw.of(["3", "2"]) } : {}),
          ...(draw.chance(0.5) ? { floor: draw.of(["0", "1"]) } : {}),
        }),
    ...someProducts(draw, contract),
  };
  return { ...contract, escalations: [escalation] };
};
