import { month, type Month } from "../../year/day";
import { remembered } from "../../year/remembered";
import type { Contract, SimulatedYear } from "../../year/simulatedYear";
import type { Charge } from "../charge";
import { Fraction } from "../fraction";
import { commitments, commitmentsOfDays, pools } from "./commitments";
import { discounts } from "./discounts";
import type { Billed, Item, Rule, Statement } from "./item";
import { maximums, notToExceed } from "./limits";
import { deposits, grants, sales } from "./prepaid";
import { retention } from "./retention";

/** The order of contracts.md, after what each price bills; between these what is promised over contracts is known. */
const ofContract: readonly Rule[] = [maximums, discounts, notToExceed, commitments, commitmentsOfDays];
const ofInvoice: readonly Rule[] = [retention, sales, deposits, grants];

const keyOf = ({ priceId, days }: Pick<Charge, "priceId" | "days">) => `${priceId} ${String(days.from)}`;

/** What prices bill in a run: all that is owed by it, less all that was owed by the run before. */
function ofPrices(contract: Contract, run: Month, now: readonly Charge[], before: readonly Charge[]): Item[] {
  const billed = new Map(before.map((charge) => [keyOf(charge), charge.amount]));
  // A peak that moved to another price is owed there alone: what its price billed is taken back.
  const owed = new Set(now.map(keyOf));
  const noMore = before
    .filter((charge) => !owed.has(keyOf(charge)))
    .map((charge) => ({ ...charge, amount: Fraction.zero }));
  const priceOf = new Map(contract.prices.map((price) => [price.id, price]));
  return [...now, ...noMore].flatMap((charge): Item[] => {
    const amount = charge.amount.minus(billed.get(keyOf(charge)) ?? Fraction.zero);
    if (amount.isZero) return [];
    const { product, priceId, days } = charge;
    const price = priceOf.get(priceId);
    return [
      {
        kind: price?.model === "service_credit" ? "credit" : "price",
        product,
        priceId,
        taxCode: price?.taxCode ?? contract.taxCode ?? "",
        days,
        amount,
        isLate: charge.run < run,
        ruleId: "",
      },
    ];
  });
}

/** Whether anything is agreed over the prices of a contract, so that runs must be reckoned one after the other. */
export const hasChain = ({ prices, ...contract }: Contract, { customer }: SimulatedYear): boolean =>
  customer !== undefined ||
  prices.some(({ maximumPeriod }) => maximumPeriod !== undefined) ||
  (["discounts", "commitments", "grants", "notToExceed", "retention", "deposits"] as const).some(
    (term) => contract[term] !== undefined,
  );

type ChargesBy = (contract: Contract, run: Month) => readonly Charge[];

/** What has been reckoned of some contracts that must be told together. */
interface Reckoned {
  readonly contracts: readonly Contract[];
  readonly billed: Map<Contract, readonly Billed[]>;
  readonly owed: Map<Contract, readonly Charge[]>;
  /** What a customer owes over all of its contracts. */
  pooled: readonly Billed[];
  next: Month;
}

const beginning = (contracts: readonly Contract[], year: SimulatedYear): Reckoned => ({
  contracts,
  billed: new Map(),
  owed: new Map(),
  pooled: [],
  next: month(year.firstRun),
});

/** Contracts of a customer draw on what it has in the order of their ids. */
const byId = (contracts: readonly Contract[]) => [...contracts].sort((a, b) => (a.id < b.id ? -1 : 1));

const together = remembered((year: SimulatedYear) => beginning(byId(year.contracts), year));
const alone = remembered((year: SimulatedYear) =>
  remembered((contract: Contract) => beginning([contract], year)),
);

type Bill = (rules: readonly Rule[], statement: Statement) => readonly Item[];

const bill: Bill = (rules, statement) =>
  rules.reduce((items, rule) => [...items, ...rule({ ...statement, items })], statement.items);

/** A run: prices and promises of every contract, what is promised over all of them, and then what pays them. */
function reckonRun(reckoned: Reckoned, year: SimulatedYear, chargesBy: ChargesBy): void {
  const { contracts, billed, owed, pooled, next: run } = reckoned;
  const inRun = (items: readonly Item[]): Billed[] => items.map((item) => ({ ...item, run }));
  const shared = { year, run, pooled: Fraction.zero, ofAll: [] };
  const made = contracts.map((contract) => {
    const charges = chargesBy(contract, run);
    const before = billed.get(contract) ?? [];
    const items = ofPrices(contract, run, charges, owed.get(contract) ?? []);
    const statement = { ...shared, contract, charges, before, items };
    return { ...statement, items: bill(ofContract, statement) };
  });
  const [first] = made;
  if (first === undefined) return;
  const ofAll = made.flatMap(({ before, items }) => [...before, ...inRun(items)]);
  const over = pools({ ...first, charges: [], items: [], before: pooled, ofAll });
  reckoned.pooled = [...pooled, ...inRun(over)];
  for (const statement of made) {
    const { contract, before, charges } = statement;
    const ofOthers = [...billed.values()].flat();
    const ofCustomer = statement === first ? Fraction.sum(over.map(({ amount }) => amount)) : Fraction.zero;
    const items = bill(ofInvoice, { ...statement, pooled: ofCustomer, ofAll: ofOthers });
    billed.set(contract, [...before, ...inRun(items)]);
    owed.set(contract, charges);
  }
}

/** Every run up to one of them, one after the other, each with what the runs before it left. */
function reckonedBy(until: Month, reckoned: Reckoned, year: SimulatedYear, chargesBy: ChargesBy): Reckoned {
  for (; reckoned.next <= until; reckoned.next++) reckonRun(reckoned, year, chargesBy);
  return reckoned;
}

/** What all runs up to one of them bill of a contract. */
export function statements(
  contract: Contract,
  year: SimulatedYear,
  until: Month,
  chargesBy: ChargesBy,
): readonly Billed[] {
  const reckoned = year.customer === undefined ? alone(year)(contract) : together(year);
  const { billed } = reckonedBy(until, reckoned, year, chargesBy);
  return (billed.get(contract) ?? []).filter(({ run }) => run <= until);
}

/** What all runs up to one of them bill to the customer over its contracts. */
export const pooledStatements = (
  year: SimulatedYear,
  until: Month,
  chargesBy: ChargesBy,
): readonly Billed[] =>
  reckonedBy(until, together(year), year, chargesBy).pooled.filter(({ run }) => run <= until);
