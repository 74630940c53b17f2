import { groupBy } from "../base/groupBy";
import { columnName } from "../grid/grid";
import { makeIssue, type Report, type Severity } from "../issues/issue";
import { pastedRuns, rowsText } from "../metering/findRepeats";
import { sum, type Decimal } from "../money/decimal";
import type { BoundTable } from "../schema/boundTable";
import { cellOf } from "../schema/readRecords";
import { viewCell } from "../schema/viewCell";
import type { paymentsTable } from "./payments.table";

type PaymentsBound = BoundTable<(typeof paymentsTable)["columns"]>;

/** A row of Payments without an id, with the currency that counts for it. */
export interface UnnamedPayment {
  readonly row: number;
  readonly amount: Decimal;
  readonly currency: string;
}

/** All cells of a row: equal in every one of them, columns that nobody reads too. */
function contentOf({ grid, firstColumn, lastColumn }: PaymentsBound, row: number): string {
  const cells: string[] = [];
  for (let column = firstColumn; column <= lastColumn; column++) {
    const { kind, number, text } = viewCell(grid, row, column);
    cells.push(`${String(kind)} ${text || String(number)}`);
  }
  return cells.join("\u001f");
}

/** For each row the place of the first and of the last equal one before it; -1 for none. */
function equalBefore(contents: readonly string[]) {
  const seen = new Map<string, { readonly first: number; last: number }>();
  const first = new Int32Array(contents.length).fill(-1);
  const last = new Int32Array(contents.length).fill(-1);
  for (const [index, content] of contents.entries()) {
    const known = seen.get(content);
    if (!known) {
      seen.set(content, { first: index, last: index });
      continue;
    }
    first[index] = known.first;
    last[index] = known.last;
    known.last = index;
  }
  return { first, last };
}

/**
 * Reports payments without an id that are equal in every cell to one above, with the money that they add: a customer can
 * pay the same twice, so each counts. A run of rows that was pasted twice is an error.
 */
export function reportRepeatedPayments(
  payments: readonly UnnamedPayment[],
  bound: PaymentsBound,
  report: Report,
): void {
  const equal = equalBefore(payments.map(({ row }) => contentOf(bound, row)));
  const repeats = payments.flatMap((payment, index) => {
    const twin = payments[equal.first[index] ?? -1];
    return twin ? [{ ...payment, index: index, twinRow: twin.row }] : [];
  });
  const tell = (found: typeof repeats, severity: Severity) => {
    for (const [currency, repeatsOfCurrency] of groupBy(found, (repeat) => repeat.currency)) {
      const [shown] = repeatsOfCurrency;
      if (!shown) continue;
      const at = cellOf(bound, shown.row, "amount");
      const words = { first: `${columnName(at.column)}${String(shown.twinRow + 1)}` };
      const stake = { amount: sum(repeatsOfCurrency.map(({ amount }) => amount)), currency };
      report(
        makeIssue("REPEATED_ROWS", { at, value: rowsText(repeatsOfCurrency.length), words, stake, severity }),
      );
    }
  };
  const pasted = new Set<number>();
  for (const { from, to } of pastedRuns(equal)) {
    tell(
      repeats.filter(({ index: index }) => index >= from && index <= to && !pasted.has(index)),
      "error",
    );
    for (let index = from; index <= to; index++) pasted.add(index);
  }
  tell(
    repeats.filter(({ index: index }) => !pasted.has(index)),
    "warning",
  );
}
