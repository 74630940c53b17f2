import type { Discount } from "./agreements";
import type { Day } from "../../calendar/day";
import type { Period } from "../../calendar/period";
import { compareText, nameKey } from "../../base/name";
import type { Contract } from "../records";
import { isAmong, productsOf } from "./products";
import { daysBetween, refuseRepeats, termRows, type TermsContext } from "./rows";
import type { TermTables } from "./termTables";

function inDaysOfPlan({ plans }: Contract, plan: string | undefined): (day: Day) => boolean {
  if (plan === undefined) return () => true;
  const days = plans.filter((phase) => phase.plan === nameKey(plan)).map(({ service }) => service);
  return (day) => days.some(({ from, to }) => day >= from && day <= to);
}

const isWithin = ({ from, to }: Period, day: Day) => day >= from && day <= to;

/** The discounts of each contract, percents first, then amounts, each by their order and id. */
export function discountsOf(
  { discounts }: TermTables,
  context: TermsContext,
): (contract: Contract) => readonly Discount[] {
  const rows = termRows(discounts, ["contractId", "customerId", "plan"], context);
  refuseRepeats(rows, "discountId");
  for (const { record, refuse } of rows) {
    const { percent, amount, carry, contractId, from, to } = record;
    if ((percent === undefined) === (amount === undefined))
      refuse(percent ? "percent" : "amount", "fill Percent or Amount, one of them");
    else if (amount && contractId === undefined) refuse("amount", "an amount needs a Contract ID");
    if (percent && carry === "yes") refuse("carry", "a percentage leaves nothing to carry");
    if (from !== undefined && to !== undefined && to < from) refuse("to", "it ends before it begins");
  }
  const used = rows
    .filter((row) => !row.isRefused())
    .sort(
      ({ record: a }, { record: b }) =>
        Number(a.percent === undefined) - Number(b.percent === undefined) ||
        (a.order ?? 1) - (b.order ?? 1) ||
        compareText(a.discountId, b.discountId),
    );
  return (contract) =>
    used
      .filter(({ contracts }) => contracts.includes(contract))
      .map(({ record, at }): Discount => {
        const products = productsOf(record.products);
        const days = daysBetween(record.from, record.to);
        const isOnPlan = inDaysOfPlan(contract, record.plan);
        return {
          id: record.discountId,
          of: record.percent ? { percent: record.percent } : { amount: record.amount! },
          reaches: (product, day) => isAmong(products, product) && isWithin(days, day) && isOnPlan(day),
          periods: record.periods ?? Infinity,
          carries: record.carry === "yes",
          at: at(record.percent ? "percent" : "amount"),
        };
      });
}
