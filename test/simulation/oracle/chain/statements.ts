import { month, type Month } from "../../year/day";
import { remembered } from "../../year/remembered";
import type { Contract, SimulatedYear } from "../../year/simulatedYear";
import type { Charge } from "../charge";
import { Fraction } from "../fraction";
import { commitments, commitmentsOfDays, pools } from "./commitments";
import { discounts } from "./discounts";
import type { Billed, Item, Rule } from "./item";
import { maximums, notToExceed } from "./limits";
import { deposits, grants, sales } from "./prepaid";
import { retention } from "./retention";

/** The order of contracts.md, after what each price bills. */
const rules: readonly Rule[] = [
  maximums,
  discounts,
  notToExceed,
  commitments,
  commitmentsOfDays,
  retention,
  sales,
  deposits,
  grants,
];

const keyOf = ({ priceId, days }: Pick<Charge, "priceId" | "days">) => `${priceId} ${String(days.from)}`;

/** What prices bill in a run: all that is owed by it, less all that was owed by the run before. */
function ofPrices(contract: Contract, run: Month, now: readonly Charge[], before: readonly Charge[]): Item[] {
  const billed = new Map(before.map((charge) => [keyOf(charge), charge.amount]));
  const priceOf = new Map(contract.prices.map((price) => [price.id, price]));
  return now.flatMap((charge): Item[] => {
    const amount = charge.amount.minus(billed.get(keyOf(charge)) ?? Fraction.zero);
    if (amount.isZero) return [];
    const { product, priceId, days } = charge;
    return [
      {
        kind: "price",
        product,
        priceId,
        taxCode: priceOf.get(priceId)?.taxCode ?? contract.taxCode ?? "",
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

function reckonContract(
  contract: Contract,
  reckoned: Reckoned,
  year: SimulatedYear,
  charges: readonly Charge[],
): void {
  const { billed, owed, next: run } = reckoned;
  const before = billed.get(contract) ?? [];
  const ofAll = [...billed.values()].flat();
  let items = ofPrices(contract, run, charges, owed.get(contract) ?? []);
  for (const rule of rules)
    items = [...items, ...rule({ contract, year, run, charges, items, before, ofAll })];
  billed.set(contract, [...before, ...items.map((item) => ({ ...item, run }))]);
  owed.set(contract, charges);
}

/** Every run up to one of them, one after the other, each with what the runs before it left. */
function reckonedBy(until: Month, reckoned: Reckoned, year: SimulatedYear, chargesBy: ChargesBy): Reckoned {
  for (; reckoned.next <= until; reckoned.next++) {
    const { next: run, contracts, billed, pooled } = reckoned;
    for (const contract of contracts) reckonContract(contract, reckoned, year, chargesBy(contract, run));
    const [contract] = contracts;
    if (contract === undefined) continue;
    const ofAll = [...billed.values()].flat();
    const made = pools({ contract, year, run, charges: [], items: [], before: pooled, ofAll });
    reckoned.pooled = [...pooled, ...made.map((item) => ({ ...item, run }))];
  }
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
