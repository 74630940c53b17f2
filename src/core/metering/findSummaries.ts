import { monthOf } from "../calendar/period";
import { makeIssue, type Issue, type Report } from "../issues/issue";
import type { Decimal } from "../money/decimal";
import { anyTable, refOf } from "../schema/boundTable";
import { saysSummary } from "../schema/sheetNames";
import { eventIdsOf } from "./eventIds";
import { holdsOfRows } from "./findDuplicates";
import { countRows, hasUniqueIds } from "./foldedRows";
import { sumQuantities } from "./readings";
import type { DependsOn } from "./readUsage";
import { isContract, RowState, type Usage } from "./usage";
import { usageTable } from "./usage.table";

/** What one sheet or file of Usage comes to by contract, meter and month. */
interface Figures {
  readonly sheet: string;
  readonly part: number;
  /** Its name says that it is a summary. */
  readonly isNamed: boolean;
  readonly rows: readonly number[];
  /** How many these are in the sheet or file. */
  readonly count: number;
  readonly sums: ReadonlyMap<number, Decimal>;
}

type Likeness = "sums" | "nearly" | "none";

/** A figure that is so near to a sum was one before somebody changed a row. */
const NEARLY = 0.01;
/** More months than a calendar of spreadsheets has. */
const MONTHS = 2 ** 17;

function figuresOf(usage: Usage): Figures[] {
  const { parts } = usage.bound;
  const monthOfDay = new Map<number, number>();
  const monthAt = (row: number): number => {
    const day = Math.floor(usage.moments[row]!);
    let month = monthOfDay.get(day);
    if (month === undefined) monthOfDay.set(day, (month = Math.floor(monthOf(day).from / 28)));
    return month;
  };
  const figures = parts.map(({ bound, firstRow, lastRow }, part): Figures => {
    const rows: number[] = [];
    const byKey = new Map<number, number[]>();
    for (let row = firstRow - usage.firstRow; row <= lastRow - usage.firstRow; row++) {
      if (usage.state[row] !== RowState.ready || !isContract(usage.contractOf[row]!)) continue;
      const meter = usage.contractOf[row]! * usage.meterNames.length + usage.meterOf[row]!;
      const key = meter * MONTHS + monthAt(row);
      const known = byKey.get(key);
      if (known) known.push(row);
      else byKey.set(key, [row]);
      rows.push(row);
    }
    const sums = new Map(
      [...byKey].map(([key, rowsOfKey]) => [key, sumQuantities(usage, Int32Array.from(rowsOfKey))]),
    );
    const { sheet } = bound.grid;
    return { sheet, part, isNamed: saysSummary(sheet), rows, count: countRows(usage, rows), sums };
  });
  const filled = figures.filter(({ rows }) => rows.length > 0);
  // Where every sheet is named like a summary the usage is kept so.
  return filled.every(({ isNamed }) => isNamed)
    ? filled.map((sheetFigures) => ({ ...sheetFigures, isNamed: false }))
    : filled;
}

/** How the figures of a sheet are to those of others: their sums, key by key, or nearly so. */
function likeness(summary: Figures, others: readonly Figures[]): Likeness {
  let equal = 0;
  let near = 0;
  for (const [key, figure] of summary.sums) {
    const sums = others.flatMap(({ sums: all }) => all.get(key) ?? []);
    if (sums.length === 0) return "none";
    const sum = sums.reduce((a, b) => a.plus(b));
    if (sum.equals(figure)) equal++;
    else if (sum.minus(figure).abs().lessThanOrEqualTo(sum.abs().times(NEARLY))) near++;
  }
  const count = summary.sums.size;
  if (equal === count) return "sums";
  return count > 1 && (equal + near === count || equal * 2 > count) ? "nearly" : "none";
}

interface SummedUp {
  readonly of: readonly Figures[];
  readonly how: Likeness;
}

/** The sheets whose rows another one sums up: all that are no summaries themselves, or one of them. */
function summedUp(summary: Figures, others: readonly Figures[]): SummedUp {
  const plain = others.filter(({ isNamed }) => !isNamed);
  const all = plain.length > 0 ? plain : others;
  const choices = [all, ...(others.length > 1 ? others.map((other) => [other]) : [])];
  const found = choices.map((of) => ({ of, how: likeness(summary, of) }));
  const best = found.find(({ how }) => how === "sums") ?? found.find(({ how }) => how === "nearly");
  return best ?? { of: all, how: "none" };
}

/** Whether a sheet is a summary beyond doubt, may be one, or is none. */
function judge(summary: Figures, { of, how }: SummedUp): "summary" | "doubt" | "none" {
  const summed = of.reduce((all, { count }) => all + count, 0);
  const isShorter = summary.count < summed;
  if (how === "sums") {
    if (summary.isNamed || (isShorter && summary.sums.size > 1)) return "summary";
    return isShorter || summary.sums.size > 1 ? "doubt" : "none";
  }
  return summary.isNamed || (how === "nearly" && isShorter) ? "doubt" : "none";
}

/** Whether each row has an Event ID of its own: it is an event, and no sum of others. */
function areEvents(rows: readonly number[], usage: Usage): boolean {
  const ids = eventIdsOf(usage);
  return rows.every((row) => ids?.codeAt(row) !== undefined || hasUniqueIds(usage, row));
}

const SAYS: Readonly<Record<Likeness, string>> = {
  sums: "adds up to the same as the rows in",
  nearly: "adds up to nearly the same as the rows in",
  none: "is named like a summary, but does not add up to the rows in",
};

/**
 * Sheets of Usage that sum up the rows of others: 500 calls of K1 in October beside rows of 200 and 300. One that does
 * so beyond doubt is not read; one that may do so stops what its rows would bill. What is to be said is returned.
 */
export function findSummaries(usage: Usage, dependsOn: DependsOn): Issue[] {
  if (usage.bound.parts.length < 2) return [];
  const figures = figuresOf(usage);
  const left = new Set(figures);
  const first = (a: Figures, b: Figures) =>
    Number(b.isNamed) - Number(a.isNamed) || a.rows.length - b.rows.length;
  return [...figures].sort(first).flatMap((candidate): Issue[] => {
    const others = [...left].filter((other) => other !== candidate);
    const found = summedUp(candidate, others);
    const verdict = others.length === 0 ? "none" : judge(candidate, found);
    if (verdict === "none" || (!candidate.isNamed && areEvents(candidate.rows, usage))) return [];
    left.delete(candidate);
    const { bound } = usage.bound.parts[candidate.part]!;
    const besides = found.of.map(({ sheet }) => sheet);
    const named = besides.map((sheet) => `“${sheet}”`).join(" and ");
    const at = refOf(anyTable(bound), bound.headerRow, bound.firstColumn);
    const about = { at, value: candidate.sheet, besides };
    if (verdict === "doubt") {
      const holds = holdsOfRows(usage, candidate.rows, dependsOn);
      return [makeIssue("SUMMARY_SHEET", { ...about, words: { says: SAYS[found.how], named }, holds })];
    }
    for (const row of candidate.rows) usage.state[row] = RowState.blank;
    const words = { table: usageTable.title, why: `: its figures are the sums of the rows in ${named}` };
    return [makeIssue("SHEET_NOT_READ", { ...about, words })];
  });
}

/** The same, without doubts about a sheet of which `copied` has been said: that it is the copy of another. */
export function reportSummaries(found: readonly Issue[], copied: ReadonlySet<string>, report: Report): void {
  for (const issue of found) {
    const isSaid = [issue.at.sheet, ...(issue.besides ?? [])].some((sheet) => copied.has(sheet));
    if (issue.code !== "SUMMARY_SHEET" || !isSaid) report(issue);
  }
}
