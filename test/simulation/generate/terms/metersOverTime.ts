import { billingPeriods, isOfCalendarMonths } from "../../oracle/periods";
import { isoOf, type Span } from "../../year/day";
import type { Price, Tier, UsageRow } from "../../year/simulatedYear";
import type { Draw } from "../draw";
import type { AddTerm } from "./addTerm";
import { daysOf, money } from "./chain";

/** Changes of a level that never falls below zero. */
function levelRows(draw: Draw, product: string, periods: readonly Span[], withTime: boolean): UsageRow[] {
  let level = 0;
  const days = periods.flatMap(({ from, to }) =>
    Array.from({ length: draw.whole(0, 3) }, () => draw.whole(from, to)),
  );
  return [...days]
    .sort((a, b) => a - b)
    .map((on, at) => {
      const change = level > 0 && draw.chance(0.45) ? -draw.whole(1, level) : draw.whole(1, 20);
      level += change;
      return {
        product,
        date: isoOf(on),
        quantity: String(change),
        eventId: `${product}-${String(at + 1)}`,
        // Two changes of a day stand in the order of their rows.
        ...(withTime && days.filter((other) => other === on).length === 1
          ? { time: draw.of(["06:00", "12:30", "18:45"]) }
          : {}),
      };
    });
}

/** Keys that come and go, each at most once a day. */
function keyRows(draw: Draw, product: string, periods: readonly Span[]): UsageRow[] {
  const active = new Set<string>();
  const days = new Set(
    periods.flatMap(({ from, to }) => Array.from({ length: draw.whole(0, 4) }, () => draw.whole(from, to))),
  );
  return [...days]
    .sort((a, b) => a - b)
    .map((on, at): UsageRow => {
      const user = `S${String(draw.whole(1, 6))}`;
      const state = active.has(user) ? "Inactive" : "Active";
      if (state === "Active") active.add(user);
      else active.delete(user);
      return {
        product,
        date: isoOf(on),
        quantity: "1",
        user,
        state,
        eventId: `${product}-${String(at + 1)}`,
      };
    });
}

/** Readings that rise, pass zero now and then, and are estimated here and there, never above the next one. */
function readingRows(draw: Draw, product: string, periods: readonly Span[], digits: number): UsageRow[] {
  const days = new Set(
    periods.flatMap(({ from, to }) => Array.from({ length: draw.whole(0, 2) }, () => draw.whole(from, to))),
  );
  let reading = draw.whole(0, 10 ** digits - 1);
  let isEstimated = false;
  return [...days]
    .sort((a, b) => a - b)
    .map((on, at): UsageRow => {
      const next = reading + draw.whole(0, 200);
      // One that is lower after an estimate takes it back: it has not passed zero.
      reading = isEstimated ? Math.min(next, 10 ** digits - 1) : next % 10 ** digits;
      isEstimated = draw.chance(0.2);
      return {
        product,
        date: isoOf(on),
        quantity: String(reading),
        eventId: `${product}-${String(at + 1)}`,
        ...(isEstimated ? { read: "Estimated" } : {}),
      };
    });
}

/** A level over time, what is held by days, or readings: a product of its own. */
export const metersOverTime: AddTerm = (contract, draw, frame) => {
  if (contract.frequency === "One-time" || contract.commitment?.period === "Contract year") return contract;
  if (!isOfCalendarMonths(contract) && !draw.may("metersInShortPeriods", 0.5)) return contract;
  const { to } = daysOf(contract, frame);
  const kind = draw.of(["Weighted sum", "Held", "keys", "Register"] as const);
  const digits = draw.whole(3, 5);
  const product = "Level";
  const price: Price = {
    id: "L1",
    product,
    model: "per_unit",
    aggregation: kind === "keys" ? "Held" : kind,
    unitPrice: draw.decimal(0, 12, contract.currency === "JPY" ? 0 : 4),
    ...(draw.chance(0.3) ? { included: String(draw.whole(1, 20)) } : {}),
    ...(kind === "keys" ? { keyed: true } : {}),
    ...(kind === "Register" ? { digits } : {}),
  };
  const periods = billingPeriods(contract, to).map(({ cut }) => cut);
  const rows = {
    keys: () => keyRows(draw, product, periods),
    Register: () => readingRows(draw, product, periods, digits),
    Held: () => levelRows(draw, product, periods, false),
    "Weighted sum": () => levelRows(draw, product, periods, true),
  };
  return { ...contract, prices: [...contract.prices, price], usage: [...contract.usage, ...rows[kind]()] };
};

/** What is held by tiers: a unit in full by its rank, or all by the tier of the peak. */
export const heldTiers: AddTerm = (contract, draw) => {
  const model = draw.of(["graduated", "volume", "stairstep"] as const);
  const count = draw.whole(1, 3);
  const tiers = Array.from({ length: count }, (_, at): Tier => ({
    ...(at < count - 1 ? { upTo: String(draw.whole(2, 5) + 8 * at) } : {}),
    unitPrice: model === "stairstep" ? "0" : money(draw, contract, 0, 30),
    flatFee: draw.chance(0.4) || model === "stairstep" ? money(draw, contract, 1, 90) : "0",
  }));
  const tiered = ({ unitPrice: _, included: __, ...price }: Price): Price => ({ ...price, model, tiers });
  return {
    ...contract,
    prices: contract.prices.map((price) => (price.aggregation === "Held" ? tiered(price) : price)),
  };
};
