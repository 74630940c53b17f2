import { month, type Month } from "../../year/day";
import { remembered } from "../../year/remembered";
import type { Contract, SimulatedYear } from "../../year/simulatedYear";
import type { Charge } from "../charge";
import { Fraction } from "../fraction";
import { commitments } from "./commitments";
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
export const hasChain = ({ prices, ...contract }: Contract): boolean =>
  prices.some(({ maximumPeriod }) => maximumPeriod !== undefined) ||
  (["discounts", "commitments", "grants", "notToExceed", "retention", "deposits"] as const).some(
    (term) => contract[term] !== undefined,
  );

interface Reckoned {
  billed: readonly Billed[];
  owed: readonly Charge[];
  next: Month;
}

const reckonedOf = remembered((year: SimulatedYear) =>
  remembered<Contract, Reckoned>(() => ({ billed: [], owed: [], next: month(year.firstRun) })),
);

/** Every run of a contract up to one of them, one after the other, each with what the runs before it left. */
export function statements(
  contract: Contract,
  year: SimulatedYear,
  until: Month,
  chargesBy: (run: Month) => readonly Charge[],
): readonly Billed[] {
  const reckoned = reckonedOf(year)(contract);
  for (; reckoned.next <= until; reckoned.next++) {
    const { billed: before, owed, next: run } = reckoned;
    const now = chargesBy(run);
    let items = ofPrices(contract, run, now, owed);
    for (const rule of rules) items = [...items, ...rule({ contract, year, run, items, before })];
    reckoned.billed = [...before, ...items.map((item) => ({ ...item, run }))];
    reckoned.owed = now;
  }
  return reckoned.billed.filter(({ run }) => run <= until);
}
