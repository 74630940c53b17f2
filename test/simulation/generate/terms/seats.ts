import { billingPeriods } from "../../oracle/periods";
import { isoOf } from "../../year/day";
import type { Price, Tier } from "../../year/simulatedYear";
import type { Level } from "../../year/terms";
import type { AddTerm } from "./addTerm";
import { daysOf, money } from "./chain";

/** Seats that are added and removed, at most once a period; where none is settled they need no commitment. */
export const seats: AddTerm = (contract, draw, frame) => {
  const products = contract.prices.filter(
    ({ product }, _, all) => all.filter((p) => p.product === product).length === 1,
  );
  const price = products.find(({ quantity }) => quantity !== undefined);
  if (!price || contract.frequency === "One-time" || contract.commitment || frame.ahead || frame.lineRounding)
    return contract;
  const { from, to } = daysOf(contract, frame);
  const levels = billingPeriods(contract, to).flatMap(({ cut }): Level[] => {
    if (!draw.chance(0.35)) return [];
    const on = draw.whole(Math.max(cut.from, from), Math.min(cut.to, to));
    return [{ product: price.product, date: isoOf(on), quantity: String(draw.whole(1, 60)) }];
  });
  // A row that changes nothing says nothing.
  const changes = levels.filter(
    ({ quantity }, at) => quantity !== (levels[at - 1]?.quantity ?? price.quantity),
  );
  return changes.length === 0 ? contract : { ...contract, levels: changes };
};

/** Seats by tiers, which a change inside a period leaves or enters. */
export const tieredSeats: AddTerm = (contract, draw) => {
  const products = new Set(contract.levels?.map(({ product }) => product));
  const model = draw.of(["graduated", "volume", "stairstep", "package"] as const);
  const count = draw.whole(2, 3);
  const tiers = Array.from({ length: count }, (_, at): Tier => ({
    ...(at < count - 1 ? { upTo: String(20 * (at + 1)) } : {}),
    unitPrice: model === "stairstep" ? "0" : money(draw, contract, 1, 30),
    flatFee: draw.chance(0.5) || model === "stairstep" ? money(draw, contract, 5, 200) : "0",
  }));
  const tiered = ({ unitPrice = "1", flatFee: _, ...price }: Price): Price =>
    model === "package" ? { ...price, model, unitPrice, packageSize: "5" } : { ...price, model, tiers };
  return {
    ...contract,
    prices: contract.prices.map((price) => (products.has(price.product) ? tiered(price) : price)),
  };
};
