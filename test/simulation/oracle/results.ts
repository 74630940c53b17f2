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

/** The run from which on a value counts: where evidence is asked for, not before that is there. */
const countsFrom = ({ arrives, evidenceArrives = arrives }: Result, { evidenceRequired }: Price): Month =>
  evidenceRequired ? Math.max(month(arrives), month(evidenceArrives)) : month(arrives);

/** The value of a month that a run knows: audited before provisional. */
function knownBy(contract: Contract, price: Price, of: string, run: Month): Known | undefined {
  const rows = (contract.results ?? []).filter(
    (row) => row.product === price.product && row.month === of && countsFrom(row, price) <= run,
  );
  const told = rows.find(({ status }) => status === "Audited") ?? rows[0];
  if (told === undefined) return undefined;
  const since = Math.min(...rows.map((row) => countsFrom(row, price)));
  return { value: Fraction.of(told.value), since: Math.max(since, month(of)) };
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
