import { groupBy } from "../base/groupBy";
import { columnName } from "../grid/grid";
import { makeIssue, type Report, type Severity } from "../issues/issue";
import { sum, type Decimal } from "../money/decimal";
import { anyTable, cellOf, type BoundTable } from "./boundTable";
import { contentOf } from "./cellContent";
import type { Columns } from "./table";
import { usedColumnsOf } from "./usedColumns";
import { viewCell } from "./viewCell";

/** So many rows that stand twice in the same order, so many of them different, are a paste and no coincidence. */
const LONGEST_COINCIDENCE = 10;
const DIFFERENT = 3;

/** For each of some rows the place of the first and of the last before it that are equal to it; -1 for none. */
export interface EqualRows {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Runs of rows that stand a second time in the same order, as places: from, to and how far above they stand. */
export function pastedRuns({ first, last }: EqualRows): { from: number; to: number; above: number }[] {
  const runs: { from: number; to: number; above: number }[] = [];
  let open = new Map<number, { from: number; different: Set<number> }>();
  const close = (
    above: number,
    { from, different }: { from: number; different: Set<number> },
    to: number,
  ) => {
    const isLong = to - from + 1 >= LONGEST_COINCIDENCE && above >= LONGEST_COINCIDENCE;
    if (isLong && different.size >= DIFFERENT) runs.push({ from, to, above });
  };
  for (let position = 0; position <= first.length; position++) {
    const next: typeof open = new Map();
    const origins =
      position < first.length && last[position] !== -1 ? new Set([first[position]!, last[position]!]) : [];
    for (const origin of origins) {
      const above = position - origin;
      const run = open.get(above) ?? { from: position, different: new Set<number>() };
      run.different.add(first[position]!);
      next.set(above, run);
      open.delete(above);
    }
    for (const [above, run] of open) close(above, run, position - 1);
    open = next;
  }
  return runs;
}

export const rowsText = (count: number) => (count === 1 ? "1 row is" : `${String(count)} rows are`);

/** A row of an amount that no id tells apart. */
export interface UnnamedRow {
  readonly row: number;
  readonly amount: Decimal;
  readonly currency: string;
  /** Contracts that wait where it was pasted twice. */
  readonly holds: readonly string[];
}

/** All cells of a row: equal in every one of them, columns that nobody reads too. */
function contentOfRow(bound: BoundTable, row: number): string {
  return JSON.stringify(usedColumnsOf(bound).map((column) => contentOf(viewCell(bound.grid, row, column))));
}

function equalBefore(contents: readonly string[]): EqualRows {
  const seen = new Map<string, { readonly first: number; last: number }>();
  const first = new Int32Array(contents.length).fill(-1);
  const last = new Int32Array(contents.length).fill(-1);
  for (const [position, content] of contents.entries()) {
    const known = seen.get(content);
    if (!known) {
      seen.set(content, { first: position, last: position });
      continue;
    }
    first[position] = known.first;
    last[position] = known.last;
    known.last = position;
  }
  return { first, last };
}

/**
 * Reports rows without an id that are equal in every cell to one above, with the money that they add: two credits of 20.00
 * on one day may both be meant, so each counts. A run of rows that was pasted twice is an error and holds.
 */
export function reportRepeatedRows<C extends Columns>(
  rows: readonly UnnamedRow[],
  bound: BoundTable<C>,
  field: keyof C & string,
  report: Report,
): void {
  const equal = equalBefore(rows.map(({ row }) => contentOfRow(anyTable(bound), row)));
  const repeats = rows.flatMap((unnamed, position) => {
    const twin = rows[equal.first[position] ?? -1];
    return twin ? [{ ...unnamed, place: position, twinRow: twin.row }] : [];
  });
  const tell = (found: typeof repeats, severity: Severity) => {
    for (const [currency, ofCurrency] of groupBy(found, (repeat) => repeat.currency)) {
      const [shown] = ofCurrency;
      if (!shown) continue;
      const at = cellOf(bound, shown.row, field);
      const words = { first: `${columnName(at.column)}${String(shown.twinRow + 1)}` };
      const stake = { amount: sum(ofCurrency.map(({ amount }) => amount)), currency };
      const holds = severity === "error" ? [...new Set(ofCurrency.flatMap((repeat) => repeat.holds))] : [];
      report(
        makeIssue("REPEATED_ROWS", { at, value: rowsText(ofCurrency.length), words, stake, severity, holds }),
      );
    }
  };
  const pasted = new Set<number>();
  for (const { from, to } of pastedRuns(equal)) {
    tell(
      repeats.filter(({ place: position }) => position >= from && position <= to && !pasted.has(position)),
      "error",
    );
    for (let position = from; position <= to; position++) pasted.add(position);
  }
  tell(
    repeats.filter(({ place: position }) => !pasted.has(position)),
    "warning",
  );
}
