import { day, isoOf, lastOfMonth, meet, month, type Month } from "../year/day";
import type { Contract, Price, SimulatedYear } from "../year/simulatedYear";
import type { Result } from "../year/terms";
import type { Charge } from "./charge";
import { digitsOf, Fraction } from "./fraction";
import { beyond, modelAmount } from "./models";
import { lifeOf } from "./periods";

interface Known {
  readonly value: Fraction;
  /** The run from which on some value is known. */
  readonly since: Month;
}

/** Whether a run may bill a value, or waits for what shows it. */
const isShown = ({ arrives, evidenceArrives = arrives }: Result, { evidenceRequired }: Price, run: Month) =>
  !evidenceRequired || month(evidenceArrives) <= run;

/** What a run finds of a month: audited before provisional. */
function foundBy(run: Month, rows: readonly Result[]): Result | undefined {
  const found = rows.filter(({ arrives }) => month(arrives) <= run);
  return found.find(({ status }) => status === "Audited") ?? found[0];
}

/** The value of a month that was billed last: one that waits for its evidence leaves the one before. */
function knownBy(contract: Contract, price: Price, of: string, until: Month): Known | undefined {
  const rows = (contract.results ?? []).filter((row) => row.product === price.product && row.month === of);
  let known: Known | undefined;
  for (let run = month(of); run <= until; run++) {
    const found = foundBy(run, rows);
    if (found !== undefined && isShown(found, price, run))
      known = { value: Fraction.of(found.value), since: known?.since ?? run };
  }
  return known;
}

/** The share of a service credit: of tiers that fall the first whose bound is kept. */
function shareOf(value: Fraction, { tiers = [] }: Price): Fraction {
  const kept = tiers.find(({ upTo }) => upTo === undefined || !Fraction.of(upTo).isAbove(value));
  return Fraction.of(kept?.unitPrice ?? "0");
}

/** What a fixed fee of whole months bills for some days of its month. */
function feeOf(
  contract: Contract,
  product: string,
  of: string,
  days: number,
  round: (exact: Fraction) => Fraction,
): Fraction {
  const price = contract.prices.find((candidate) => candidate.product === product);
  const whole = day(isoOf(lastOfMonth(month(of)))) - day(`${of}-01`) + 1;
  return round(
    Fraction.of(price?.flatFee ?? "0")
      .times(Fraction.of(days))
      .over(Fraction.of(whole)),
  );
}

/** Prices of measured values, month by month; a month whose value is not known waits. */
export function resultCharges(
  prices: readonly Price[],
  contract: Contract,
  year: SimulatedYear,
  run: Month,
): Charge[] {
  const round = (exact: Fraction) => exact.rounded(digitsOf(contract.currency), year.rounding);
  const months = [...new Set((contract.results ?? []).map((row) => row.month))];
  return prices.flatMap((price) =>
    months.flatMap((of): Charge[] => {
      const known = knownBy(contract, price, of, run);
      const days = meet({ from: day(`${of}-01`), to: lastOfMonth(month(of)) }, lifeOf(contract));
      if (known === undefined || days === undefined) return [];
      const exact = price.ofProduct
        ? feeOf(contract, price.ofProduct, of, days.to - days.from + 1, round)
            .times(shareOf(known.value, price))
            .negated()
        : modelAmount(beyond(known.value, Fraction.of(price.included ?? "0")), price);
      return [
        {
          product: price.product,
          priceId: price.id,
          isFixed: false,
          days,
          run: known.since,
          exact,
          amount: round(exact),
          within: () => Fraction.zero,
        },
      ];
    }),
  );
}
