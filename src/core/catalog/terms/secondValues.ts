import { cellOf, type BoundTable } from "../../schema/boundTable";
import type { Columns, RecordOf } from "../../schema/table";
import { makeIssue, type Report } from "../../issues/issue";
import type { Decimal } from "../../money/decimal";
import type { ReadTable } from "../readTable";

/** What a row of a table of values says of one thing on one day. */
interface ValueOf {
  /** By which it is looked up. */
  readonly key: string;
  readonly value: Decimal;
  /** What it is of, in words: CPI of 2026-05. */
  readonly name: string;
}

/**
 * Reports rows that give another value for what a row above has given already: which of the two is meant is not guessed, and
 * the contracts that the value is for wait. The same value twice is the same.
 */
export function reportSecondValues<C extends Columns>(
  { bound, good }: ReadTable<C>,
  field: keyof C & string,
  valueOf: (record: RecordOf<C>) => ValueOf,
  holdsOf: (key: string) => readonly string[],
  report: Report,
): void {
  if (!bound) return;
  const firsts = new Map<string, { readonly value: Decimal; readonly row: number }>();
  for (const record of good) {
    const { key, value, name } = valueOf(record);
    const first = firsts.get(key);
    if (!first) firsts.set(key, { value, row: record.row });
    else if (!first.value.equals(value)) {
      const words = { column: titleOf(bound, field), first: String(first.row + 1) };
      const at = cellOf(bound, record.row, field);
      report(makeIssue("DUPLICATE_KEY", { at, value: name, words, holds: holdsOf(key) }));
    }
  }
}

const titleOf = <C extends Columns>({ definition }: BoundTable<C>, field: keyof C & string): string =>
  definition.columns[field]!.title;
