import { day, FIRST_DAY, LAST_DAY, lastOfMonth, monthOf, type Month } from "../../year/day";
import type { Grant } from "../../year/terms";
import { Fraction } from "../fraction";
import type { Item, Rule, Statement } from "./item";

const { zero } = Fraction;
const sumOf = (items: readonly Item[]) => Fraction.sum(items.map(({ amount }) => amount));

const itemOf = (
  { run, contract }: Statement,
  kind: Item["kind"],
  ruleId: string,
  amount: Fraction,
): Item => ({
  kind,
  ruleId,
  product: "",
  priceId: "",
  taxCode: contract.taxCode ?? "",
  days: { from: lastOfMonth(run), to: lastOfMonth(run) },
  isLate: false,
  amount,
});

/** A deposit is invoiced by the run of its date and deducted from the next one on, never below a net of 0. */
export const deposits: Rule = (statement) => {
  const { contract, run, items, before, pooled } = statement;
  const billed = (contract.deposits ?? [])
    .filter(({ date }) => monthOf(day(date)) === run)
    .map(({ id, amount }) => itemOf(statement, "deposit", id, Fraction.of(amount)));
  let net = sumOf([...items, ...billed])
    .plus(pooled)
    .most(zero);
  const deducted = (contract.deposits ?? []).flatMap(({ id }): Item[] => {
    const amount = sumOf(before.filter(({ ruleId }) => ruleId === id)).least(net);
    if (amount.isZero) return [];
    net = net.minus(amount);
    return [itemOf(statement, "deposit", id, amount.negated())];
  });
  return [...billed, ...deducted];
};

/** Grants of the contract and of its customer; these are known by their ids in the whole year. */
const grantsOf = ({ contract, year }: Statement) => [
  ...(contract.grants ?? []),
  ...(year.customer?.grants ?? []),
];

/** By priority, the earliest end, the earliest begin, the id. */
export const inOrder = (grants: readonly Grant[]): Grant[] =>
  [...grants].sort(
    (a, b) =>
      (a.priority ?? 1) - (b.priority ?? 1) ||
      (a.to === undefined ? LAST_DAY : day(a.to)) - (b.to === undefined ? LAST_DAY : day(b.to)) ||
      day(a.from) - day(b.from) ||
      (a.id < b.id ? -1 : 1),
  );

/** Grants are open in runs whose last day is theirs. */
export const isOpen = ({ from, to }: Grant, run: Month): boolean => {
  const last = lastOfMonth(run);
  return (
    (from === undefined ? FIRST_DAY : day(from)) <= last && last <= (to === undefined ? LAST_DAY : day(to))
  );
};

/** Grants that are sold are lines of the run that holds their begin; no grant pays them. */
export const sales: Rule = (statement) =>
  (statement.contract.grants ?? []).flatMap(({ id, from, price }) =>
    price !== undefined && monthOf(day(from)) === statement.run
      ? [itemOf(statement, "sold", id, Fraction.of(price))]
      : [],
  );

/** 1,000 granted; invoices of 600 and 700: 0 and 300 are due. */
export const grants: Rule = (statement) => {
  const { year, run, items, before, ofAll, pooled } = statement;
  // What pays totals is told by the documents.
  if (year.grantsAfterTax) return [];
  let net = sumOf(items.filter(({ kind }) => kind !== "sold"))
    .plus(pooled)
    .most(zero);
  return inOrder(grantsOf(statement)).flatMap((grant): Item[] => {
    if (!isOpen(grant, run)) return [];
    const isShared = year.customer?.grants?.includes(grant);
    const used = sumOf(
      (isShared ? ofAll : before).filter(({ kind, ruleId }) => kind === "grant" && ruleId === grant.id),
    ).negated();
    const amount = Fraction.of(grant.amount).minus(used).least(net);
    if (amount.isZero) return [];
    net = net.minus(amount);
    return [itemOf(statement, "grant", grant.id, amount.negated())];
  });
};
