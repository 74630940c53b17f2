import { day, lastOfMonth, monthOf } from "../../year/day";
import { Fraction } from "../fraction";
import { isOfPrices, roundedIn, type Item, type Rule } from "./item";

const { zero } = Fraction;
const sumOf = (items: readonly Item[]) => Fraction.sum(items.map(({ amount }) => amount));

/** A percent of what prices bill, a line a tax code, until the run that holds the release gives all of it back. */
export const retention: Rule = (statement) => {
  const { contract, run, items, before } = statement;
  const { retention: terms } = contract;
  if (terms === undefined) return [];
  const withheld = (code: string) =>
    sumOf(before.filter(({ kind, taxCode }) => kind === "retention" && taxCode === code)).negated();
  const release = terms.release === undefined ? undefined : monthOf(day(terms.release));
  const isReleased = release !== undefined && release <= run;
  const codes = [...new Set([...before, ...items].map(({ taxCode }) => taxCode))];
  return codes.flatMap((taxCode): Item[] => {
    const billed = sumOf(items.filter((item) => isOfPrices(item) && item.taxCode === taxCode));
    const share = roundedIn(statement, billed.times(Fraction.of(terms.percent)).over(Fraction.of(100)));
    // Of what is taken back its share is given back, as far as it is held.
    const amount = isReleased ? withheld(taxCode) : share.negated().least(withheld(taxCode).most(zero));
    if (amount.isZero || (isReleased && run !== release)) return [];
    const days = { from: lastOfMonth(run), to: lastOfMonth(run) };
    return [
      { kind: "retention", product: "", priceId: "", taxCode, days, amount, isLate: false, ruleId: "" },
    ];
  });
};
