import { holdsCardNumber } from "../base/cardNumber";
import { CellKind } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { refOf, type BoundTable } from "../schema/boundTable";

/** The smallest number of as many digits as the shortest card number. */
const FEWEST_DIGITS = 1e12;

/** Rows of a column with a number or text that looks like a payment card's; each distinct text is looked at once. */
function* cardRows(
  { grid, firstRow, lastRow }: BoundTable,
  index: number,
  isSumOfRows: boolean,
): Generator<readonly [number, string]> {
  const column = grid.columns[index];
  if (!column) return;
  const isCard: (boolean | undefined)[] = [];
  // What rows of a file were added up to is in none of its cells.
  const isSum = (row: number) => isSumOfRows && Math.abs(grid.file?.counts?.[row] ?? 0) > 1;
  for (let row = firstRow; row <= Math.min(lastRow, column.kinds.length - 1); row++) {
    const value = column.values[row]!;
    if (column.kinds[row] === CellKind.text) {
      if ((isCard[value] ??= holdsCardNumber(column.texts.at(value)!))) yield [row, column.texts.at(value)!];
    } else if (column.kinds[row] === CellKind.number && value >= FEWEST_DIGITS && Number.isInteger(value)) {
      if (!isSum(row) && holdsCardNumber(String(value))) yield [row, String(value)];
    }
  }
}

/** Reports payment card numbers in the columns of a table, one issue a column; none is repeated there in full. */
export function reportCardNumbers(bound: BoundTable, report: Report): void {
  const [eventIds, quantities] = [bound.columnOf.get("eventId"), bound.columnOf.get("quantity")];
  for (let column = bound.firstColumn; column <= bound.lastColumn; column++) {
    // Running numbers of events pass the check digit now and then.
    if (column === eventIds) continue;
    for (const [row, value] of cardRows(bound, column, column === quantities))
      report(makeIssue("CARD_NUMBER", { at: refOf(bound, row, column), value }));
  }
}
