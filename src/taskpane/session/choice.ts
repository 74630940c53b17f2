import {
  formatPeriod,
  parseIsoDay,
  parsePeriod,
  type Day,
  type Period,
  type RunOptions,
} from "../../core/api";
import { SessionFailure } from "./failure";
import type { RunChoice } from "./views";

/** Options of a run with every default filled in, and a key that equal options share. */
export interface ResolvedChoice {
  readonly options: RunOptions;
  readonly by: string;
  readonly key: string;
}

function periodOf(chosen: string | undefined, byDefault: Period | undefined): Period {
  if (chosen === undefined && byDefault) return byDefault;
  if (chosen === undefined)
    throw new SessionFailure({
      code: "NO_PERIOD",
      message: "No usage names a period to bill: choose one, such as 2026-10.",
    });
  const period = parsePeriod(chosen);
  if (period) return period;
  throw new SessionFailure({
    code: "BAD_PERIOD",
    message: `“${chosen}” is no period: write a month like 2026-10, a quarter like 2026-Q4, a year, or two days like 2026-10-05..2026-11-04.`,
  });
}

/** A day that was typed, 2026-10-31. */
export function chosenDay(chosen: string): Day {
  const day = parseIsoDay(chosen);
  if (day !== undefined) return day;
  throw new SessionFailure({
    code: "BAD_DATE",
    message: `“${chosen}” is no date: write it like 2026-10-31.`,
  });
}

/** What was chosen, with the month to bill where no period was. */
export function resolveChoice(choice: RunChoice, monthToBill: Period | undefined): ResolvedChoice {
  const period = periodOf(choice.period, monthToBill);
  const asOf = choice.asOf === undefined ? period.to : chosenDay(choice.asOf);
  const { giveNumbers, by = "" } = choice;
  const key = `${formatPeriod(period)}|${String(asOf)}|${String(giveNumbers)}|${by}`;
  return { options: { period, asOf, giveNumbers }, by, key };
}

/** Who writes, and when. */
export interface RunDetails {
  /** ISO date and time, as the clock of the place shows them. */
  readonly at: string;
  readonly user: string;
}

/** The day and the share of it that has passed. */
export function momentOf(at: string): { readonly day: number; readonly time: number } {
  const [, date = "", hours = "0", minutes = "0", seconds = "0"] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(at) ?? [];
  const day = parseIsoDay(date);
  if (day === undefined)
    throw new SessionFailure({
      code: "BAD_DATE",
      message: `“${at}” is no time: write it like 2026-10-31T14:05:00.`,
    });
  return { day, time: (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400 };
}
