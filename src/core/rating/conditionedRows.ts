import { conditionTest } from "../metering/aggregate";
import { usageCell, type Usage } from "../metering/usage";
import { contains } from "../calendar/period";
import type { Condition } from "../catalog/conditions";
import type { Contract, Price } from "../catalog/records";
import { readsUsage } from "../catalog/readsUsage";
import { makeIssue, type Issue } from "../issues/issue";
import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";
import { remembered } from "../base/remembered";
import { ratedBefore } from "./ratedBefore";
import type { ConditionedRows, RatingContext } from "./ratingContext";

/** Prices of one row are one rival: parts of a free time, or of a contract's phases. */
interface Rival {
  readonly prices: readonly Price[];
  readonly conditions: readonly Condition[];
  readonly holds: (row: number) => boolean;
}

const prefixLength = (conditions: readonly Condition[]) =>
  conditions.reduce((most, { isPrefix = false, value }) => Math.max(most, isPrefix ? value.length : 0), 0);

/** Most parts first, a value in full before one that only begins so, then the longer beginning. */
function compareRivals({ conditions: a }: Rival, { conditions: b }: Rival): number {
  const prefixed = (conditions: readonly Condition[]) =>
    conditions.filter(({ isPrefix }) => isPrefix === true).length;
  return b.length - a.length || prefixed(a) - prefixed(b) || prefixLength(b) - prefixLength(a);
}

function rivalsOf(prices: readonly Price[], usage: Usage): Rival[] {
  const byRow = new Map<number, Price[]>();
  for (const price of prices) byRow.set(price.at.row, [...(byRow.get(price.at.row) ?? []), price]);
  return [...byRow.values()].map((alike) => {
    const conditions = alike[0]!.conditions ?? [];
    return { prices: alike, conditions, holds: conditionTest(usage, conditions) };
  });
}

/** Whether a price takes the rows of its own meter; the steps of a capacity take all rows of the meters they name. */
const readsOwnMeter = (price: Price): boolean => readsUsage(price) && price.model.reads !== "peaks";

/** The metered prices of a contract by their meter, each found once however many meters it has. */
const meteredPrices = remembered(({ prices }: Contract) =>
  groupBy(prices.filter(readsOwnMeter), ({ meter }) => nameKey(meter)),
);

function find(contract: Contract, meterKey: string, context: RatingContext): ConditionedRows | undefined {
  const { metered } = context;
  const prices = meteredPrices(contract).get(meterKey) ?? [];
  if (!metered || !prices.some(({ conditions }) => conditions !== undefined)) return undefined;
  const { usage } = metered;
  const rivals = rivalsOf(prices, usage).sort(compareRivals);
  const known = new Map<number, Rival | undefined>();
  const equals = new Map<number, readonly [Price, Price]>();
  const winnerOf = (row: number): Rival | undefined => {
    if (known.has(row)) return known.get(row);
    const day = Math.floor(usage.moments[row]!);
    const fitting = rivals.filter(
      ({ prices: alike, holds }) => alike.some(({ service }) => contains(service, day)) && holds(row),
    );
    const [first, second] = fitting;
    if (first && second && compareRivals(first, second) === 0)
      equals.set(row, [first.prices[0]!, second.prices[0]!]);
    known.set(row, first);
    return first;
  };
  return {
    takes: (price, row) => winnerOf(row)?.prices.some(({ at }) => at.row === price.at.row) === true,
    equalsAt: (row) => (winnerOf(row) ? equals.get(row) : undefined),
    isKnown: (row) => winnerOf(row) !== undefined,
  };
}

/** Rows of a price that another fits alike: an issue a pair of prices, at its first row. */
export function equalFits(
  contract: Contract,
  price: Price,
  rows: Int32Array,
  context: RatingContext,
): readonly Issue[] {
  const shared = conditionedRows(contract, price, context);
  if (!shared || !context.metered) return [];
  const { usage } = context.metered;
  const issues = new Map<string, Issue>();
  for (const row of rows) {
    const pair = shared.equalsAt(row);
    if (!pair) continue;
    const [one, other] = pair.map(({ priceId }) => priceId);
    const key = `${one!}|${other!}`;
    if (issues.has(key)) continue;
    const at = usageCell(usage, row, "meter");
    const details = { at, value: price.meter, words: { one: one!, other: other! } };
    issues.set(key, makeIssue("AMBIGUOUS_PRICE", { ...details, holds: [contract.contractId] }));
  }
  return [...issues.values()];
}

/** Which price of a contract takes which rows of the meter of a price; undefined where none of them has a condition. */
export function conditionedRows(
  contract: Contract,
  price: Price,
  context: RatingContext,
): ConditionedRows | undefined {
  if (!readsOwnMeter(price)) return undefined;
  const { conditioned } = ratedBefore(contract, context);
  const key = nameKey(price.meter);
  if (!conditioned.has(key)) conditioned.set(key, find(contract, key, context));
  return conditioned.get(key);
}
