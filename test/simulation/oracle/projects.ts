import { day, lastOfMonth, month, monthOf, type Month } from "../year/day";
import type { Contract, Price, SimulatedYear } from "../year/simulatedYear";
import type { Milestone } from "../year/terms";
import type { Charge } from "./charge";
import { digitsOf, Fraction } from "./fraction";

const hundred = Fraction.of(100);

/** What all milestones reached by a run cost; those that complete 100 percent cost the total. */
function ofMilestones(
  { product, flatFee = "0", evidenceRequired }: Price,
  { milestones = [] }: Contract,
  run: Month,
  round: (exact: Fraction) => Fraction,
): Fraction {
  const isShown = ({ evidenceArrives }: Milestone) =>
    !evidenceRequired || evidenceArrives === undefined || month(evidenceArrives) <= run;
  const reached = milestones.filter(
    (milestone) =>
      milestone.product === product &&
      milestone.reached &&
      monthOf(day(milestone.reached)) <= run &&
      isShown(milestone),
  );
  const total = Fraction.of(flatFee);
  const percent = Fraction.sum(reached.map((milestone) => Fraction.of(milestone.percent ?? "0")));
  if (percent.minus(hundred).isZero) return round(total);
  return Fraction.sum(
    reached.map(({ amount, percent: part = "0" }) =>
      round(amount === undefined ? total.times(Fraction.of(part)).over(hundred) : Fraction.of(amount)),
    ),
  );
}

/** Total × the latest percent. */
function ofProgress(
  { product, flatFee = "0" }: Price,
  { progress = [] }: Contract,
  run: Month,
  round: (exact: Fraction) => Fraction,
): Fraction {
  const known = progress.filter((row) => row.product === product && day(row.date) <= lastOfMonth(run));
  const last = [...known].sort((a, b) => day(a.date) - day(b.date)).at(-1);
  return round(
    Fraction.of(flatFee)
      .times(Fraction.of(last?.percent ?? "0"))
      .over(hundred),
  );
}

/** What projects cost by a run: all of it in one charge, of which a run bills what was not billed before. */
export function projectCharges(
  prices: readonly Price[],
  contract: Contract,
  year: SimulatedYear,
  run: Month,
): Charge[] {
  const round = (exact: Fraction) => exact.rounded(digitsOf(contract.currency), year.rounding);
  return prices.map((price): Charge => {
    const rule = price.model === "milestone" ? ofMilestones : ofProgress;
    const amount = rule(price, contract, run, round);
    const start = day(contract.start);
    return {
      product: price.product,
      priceId: price.id,
      isFixed: false,
      days: { from: start, to: start },
      run: monthOf(start),
      exact: amount,
      amount,
      within: () => Fraction.zero,
    };
  });
}
