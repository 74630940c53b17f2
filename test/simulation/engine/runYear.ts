import {
  billPeriod,
  parsePeriod,
  planWrites,
  reconcileBook,
  type BillingRun,
  type Snapshot,
} from "../../../src/core/api";
import { withPlan } from "../../port/memoryBook";
import { Fraction } from "../oracle/fraction";
import { lastOfMonth, month, monthText, type Day, type Month } from "../year/day";
import { remembered } from "../year/remembered";
import type { SimulatedYear } from "../year/simulatedYear";
import { inputBook, type Correction } from "./book";
import { namesOfTermTables } from "./termTables";

export interface ErrorFinding {
  readonly code: string;
  readonly contractId: string;
  readonly difference: Fraction;
  /** Tells it apart from others of the same run; a later run may say it again. */
  readonly key: string;
  readonly cause: string;
}

export interface YearRun {
  readonly run: Month;
  /** The book as the run left it. */
  readonly book: Snapshot;
  /** Findings of severity error. */
  readonly findings: readonly ErrorFinding[];
  /** Issues of severity error, and what they hold. */
  readonly errors: readonly string[];
}

function errorsOf({ issues, held }: BillingRun): string[] {
  return [
    ...issues.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code} ${message}`),
    ...held.map(({ contractId }) => `${contractId} is held`),
  ];
}

/** Two prices of a meter may be wrong by the same amount: findings of a run that say the same are counted. */
function findingsOf({ reconciliation }: Pick<BillingRun, "reconciliation">): ErrorFinding[] {
  const told = new Map<string, number>();
  return reconciliation.findings
    .filter(({ severity }) => severity === "error")
    .map(({ code, contractId, difference, cause, period, meter }) => {
      const text = JSON.stringify([code, contractId, meter, period, difference.toFixed()]);
      const before = told.get(text) ?? 0;
      told.set(text, before + 1);
      const key = `${text} ${String(before)}`;
      return { code, contractId, key, difference: Fraction.of(difference.toFixed()), cause };
    });
}

const written = (run: BillingRun, book: Snapshot): Snapshot =>
  withPlan(
    book,
    planWrites(run, book, {
      when: { day: run.book.asOf, time: 0 },
      who: "",
      engineVersion: "0",
      sha256: () => "0",
      parameters: "",
      sheetLimit: 0,
    }).plan,
  );

/** Bills a month of a book, with final numbers or as drafts, and carries its plan out. */
export function billMonth(book: Snapshot, run: Month, asOf?: Day, giveNumbers = true): YearRun {
  const result = billPeriod(book, { period: parsePeriod(monthText(run)), asOf, giveNumbers });
  if (!result.ok) throw new Error(`${monthText(run)}: ${result.reason}`);
  return {
    run,
    book: written(result.run, book),
    findings: findingsOf(result.run),
    errors: errorsOf(result.run),
  };
}

/** What a comparison of the book as it is finds, without billing anything; nothing where it holds nothing yet. */
export function compareAsItIs(book: Snapshot): ErrorFinding[] {
  const result = reconcileBook(book, { period: undefined, asOf: undefined });
  return result.ok ? findingsOf(result.run) : [];
}

const inputs = new Set([
  ...["Settings", "Contracts", "Prices", "Tiers", "Usage", "Meters", "Tax codes", "Adjustments", "Customers"],
  ...namesOfTermTables,
]);

/** The tables that people keep, and beside them what the runs before have written. */
export const withInputs = (kept: Snapshot, before: Snapshot | undefined): Snapshot =>
  before === undefined
    ? kept
    : { ...before, grids: [...kept.grids, ...before.grids.filter(({ sheet }) => !inputs.has(sheet))] };

/** A month is billed several times from the same tables. */
const keptBooks = remembered<SimulatedYear, Map<Month, Snapshot>>(() => new Map());

function keptBook(year: SimulatedYear, run: Month): Snapshot {
  const book = keptBooks(year).get(run) ?? inputBook(year, run, []);
  keptBooks(year).set(run, book);
  return book;
}

/** The tables people keep as they are now, and beside them what the runs before have written. */
export const bookBefore = (
  year: SimulatedYear,
  run: Month,
  before: Snapshot | undefined,
  corrections: readonly Correction[] = [],
): Snapshot =>
  withInputs(corrections.length === 0 ? keptBook(year, run) : inputBook(year, run, corrections), before);

export const runsOf = ({ firstRun, runs }: SimulatedYear): Month[] =>
  Array.from({ length: runs }, (_, at) => month(firstRun) + at);

/** Bills a year run after run, the output of each the input of the next; several checks begin with the same year. */
export const runYear = remembered((year: SimulatedYear): readonly YearRun[] => {
  let book: Snapshot | undefined;
  return runsOf(year).map((run) => {
    const billed = billMonth(bookBefore(year, run, book), run, lastOfMonth(run));
    book = billed.book;
    return billed;
  });
});
