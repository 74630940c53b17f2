import type { WrittenDocument } from "../engine/documents";
import { owedBy } from "../oracle/billedBy";
import { isoOf, type Day, type Month, type Span } from "../year/day";
import { isFixed, type Contract, type SimulatedYear } from "../year/simulatedYear";
import type { Fault } from "./fault";

/** How often each day is on one of the runs of days. */
function timesOf(spans: readonly Span[]): ReadonlyMap<Day, number> {
  const times = new Map<Day, number>();
  for (const { from, to } of spans)
    for (let of = from; of <= to; of++) times.set(of, (times.get(of) ?? 0) + 1);
  return times;
}

/** No service day of a fixed fee is billed twice, none that is owed is left out. */
export function judgeServiceDays(
  contract: Contract,
  year: SimulatedYear,
  lastRun: Month,
  documents: readonly WrittenDocument[],
): Fault[] {
  if (contract.frequency === "One-time") return [];
  const { charges } = owedBy(contract, year, lastRun);
  const lines = documents.flatMap((document) => document.lines);
  // Seats that change are settled by lines over days that were billed before.
  const seats = new Set(contract.levels?.map(({ product }) => product));
  const products = new Set(
    contract.prices
      .filter((price) => isFixed(price) && !seats.has(price.product))
      .map(({ product }) => product),
  );
  return [...products].flatMap((product): Fault[] => {
    const owed = timesOf(charges.flatMap((charge) => (charge.product === product ? [charge.days] : [])));
    const billed = timesOf(
      lines.flatMap((line) =>
        line.contractId === contract.id && line.product === product && line.kind === "fixed"
          ? [line.days]
          : [],
      ),
    );
    const wrong = [...new Set([...owed.keys(), ...billed.keys()])]
      .sort((a, b) => a - b)
      .find((of) => owed.get(of) !== billed.get(of));
    if (wrong === undefined) return [];
    const times = `${String(billed.get(wrong) ?? 0)} times instead of ${String(owed.get(wrong) ?? 0)}`;
    return [{ kind: "days", contractId: contract.id, text: `${product}: ${isoOf(wrong)} billed ${times}` }];
  });
}
