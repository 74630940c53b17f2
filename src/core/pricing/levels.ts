import { Decimal, sum, zero } from "../money/decimal";

/** So many units on so many days. */
export interface HeldLevel {
  readonly level: Decimal;
  readonly days: number;
}

/** Units that were held by the day, over a part of a period. */
export interface Levels {
  readonly held: readonly HeldLevel[];
  readonly peak: Decimal;
  readonly daysOfPeriod: number;
}

/** Units by their days: 10 on 30 of 30 days and 10 more on 15 are 15. */
export function quantityOfLevels({ held, daysOfPeriod }: Levels): Decimal {
  return sum(held.map(({ level, days }) => level.times(days))).dividedBy(daysOfPeriod);
}

/** The levels as one function of theirs says, with the days that each was held. */
export function mapLevels({ held, daysOfPeriod }: Levels, change: (level: Decimal) => Decimal): Levels {
  return levelsOf(
    held.map(({ level, days }) => ({ level: change(level), days })),
    daysOfPeriod,
  );
}

export function levelsOf(held: readonly HeldLevel[], daysOfPeriod: number): Levels {
  return {
    held,
    peak: held.reduce((most, { level }) => Decimal.max(most, level), zero),
    daysOfPeriod,
  };
}
