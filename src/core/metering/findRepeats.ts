import { groupBy } from "../base/groupBy";
import { CellKind } from "../grid/grid";
import { makeIssue, type Issue, type Report } from "../issues/issue";
import { viewCell } from "../schema/bind";
import { shownText } from "../schema/column";
import { pastedRuns, rowsText, type EqualRows } from "../schema/repeatedRows";
import { holdsOfRows, rowText } from "./findDuplicates";
import { hasUniqueIds, isUnlikeOthers } from "./foldedRows";
import type { DependsOn } from "./readUsage";
import { rowContent } from "./rowContent";
import { isContract, RowState, usageCell, type Usage } from "./usage";

/** Rows of a contract that say what an earlier row says; what they add to the bill is worked out once it is rated. */
export interface RepeatedRows {
  readonly contract: number;
  readonly rows: readonly number[];
  readonly issue: Issue;
}

/** Rows that nothing tells apart but their content: read, and without an Event ID. */
function rowsWithoutId(usage: Usage): Int32Array {
  const { grid, columnOf } = usage.bound;
  const column = columnOf.get("eventId");
  const rows = new Int32Array(usage.rowCount);
  let count = 0;
  for (let row = 0; row < usage.rowCount; row++) {
    if (usage.state[row] !== RowState.ready || hasUniqueIds(usage, row)) continue;
    const cell = column === undefined ? undefined : viewCell(grid, usage.firstRow + row, column);
    if (!cell || cell.kind === CellKind.blank || shownText(cell) === "") rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** For each of the rows the position of the first and of the last before it that are equal to it; -1 for none. */
function equalBefore(usage: Usage, rows: Int32Array): EqualRows {
  const content = rowContent(usage);
  const size = 2 ** Math.ceil(Math.log2(rows.length * 2 + 2));
  /** Open addressing: the latest position with a content, plus one. */
  const slots = new Int32Array(size);
  const first = new Int32Array(rows.length).fill(-1);
  const last = new Int32Array(rows.length).fill(-1);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (isUnlikeOthers(usage, row)) continue;
    let slot = (content.hash(row) >>> 0) & (size - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (size - 1)) {
      const other = slots[slot]! - 1;
      if (!content.equals(rows[other]!, row)) continue;
      last[index] = other;
      first[index] = first[other] === -1 ? other : first[other]!;
      break;
    }
    slots[slot] = index + 1;
  }
  return { first, last };
}

/** Sheets and files of which every row is in one other as well, as positions; of two with the same rows the later. */
function* copiedParts(usage: Usage, rows: Int32Array, first: Int32Array): Generator<number[]> {
  const { parts } = usage.bound;
  if (parts.length < 2) return;
  const partOf = (row: number) => parts.findIndex(({ lastRow }) => row + usage.firstRow <= lastRow);
  const indexesOf = parts.map((): number[] => []);
  /** The parts in which a content occurs, by the position where it occurs first. */
  const partsWith = new Map<number, Set<number>>();
  for (const [index, row] of rows.entries()) {
    const part = partOf(row);
    indexesOf[part]!.push(index);
    const root = first[index] === -1 ? index : first[index]!;
    const known = partsWith.get(root);
    if (known) known.add(part);
    else partsWith.set(root, new Set([part]));
  }
  const holds = (other: number, index: number) =>
    partsWith.get(first[index] === -1 ? index : first[index]!)!.has(other);
  const isWithin = (part: number, other: number) =>
    indexesOf[part]!.length > 0 && indexesOf[part]!.every((index) => holds(other, index));
  for (const part of parts.keys()) {
    const isCopy = [...parts.keys()].some(
      (other) => other !== part && isWithin(part, other) && (other < part || !isWithin(other, part)),
    );
    if (isCopy) yield indexesOf[part]!;
  }
}

/**
 * Rows equal in every cell, without an id that would tell them apart. A run that was pasted twice and a sheet that is
 * the copy of another are errors and hold; what is left is returned by contract.
 */
export function findRepeats(usage: Usage, dependsOn: DependsOn, report: Report): RepeatedRows[] {
  const rows = rowsWithoutId(usage);
  const equal = equalBefore(usage, rows);
  const { first } = equal;
  const reported = new Set<number>();
  const makeRepeat = (
    indexes: readonly number[],
    severity: "error" | "warning",
    holds: readonly string[],
  ) => {
    const row = rows[indexes[0]!]!;
    const twin = first[indexes[0]!]!;
    const words = { first: twin === -1 ? "another sheet" : rowText(usage, rows[twin]!, row) };
    const value = rowsText(indexes.length);
    return makeIssue("REPEATED_ROWS", { at: usageCell(usage, row, "meter"), value, words, severity, holds });
  };
  const fail = (indexes: readonly number[]) => {
    const unreported = indexes.filter((index) => !reported.has(index));
    if (unreported.length === 0) return;
    for (const index of unreported) reported.add(index);
    const holds = holdsOfRows(
      usage,
      unreported.map((index) => rows[index]!),
      dependsOn,
    );
    report(makeRepeat(unreported, "error", holds));
  };
  for (const copied of copiedParts(usage, rows, first)) fail(copied);
  for (const { from, to } of pastedRuns(equal))
    fail(Array.from({ length: to - from + 1 }, (_, i) => from + i));
  const left = [...first.keys()].filter(
    (index) => first[index] !== -1 && !reported.has(index) && isContract(usage.contractOf[rows[index]!]!),
  );
  return [...groupBy(left, (index) => usage.contractOf[rows[index]!]!)].map(([contract, indexes]) => ({
    contract,
    rows: indexes.map((index) => rows[index]!),
    issue: makeRepeat(indexes, "warning", []),
  }));
}
