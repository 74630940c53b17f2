import { makeIssue, type Issue } from "../issues/issue";
import { refOf, type BoundTable } from "../schema/boundTable";
import { rowsText } from "../schema/repeatedRows";
import { isBlankAt } from "../schema/viewCell";

/** Rows of data of a table that look as if they did not count: hidden, or with a line through what is read of them. */
export interface UnseenRows {
  readonly code: "HIDDEN_ROWS" | "STRUCK_ROWS";
  readonly bound: BoundTable;
  /** Rows of the sheet, never none. */
  readonly rows: readonly number[];
}

function* rowsOfData({ grid, firstRow, lastRow, skipped, columnOf }: BoundTable): Generator<number> {
  const columns = [...columnOf.values()];
  for (let row = firstRow; row <= lastRow; row++) {
    if (!skipped.has(row) && columns.some((column) => !isBlankAt(grid, row, column))) yield row;
  }
}

/** Looks at the rows of a table only where its sheet hides a row, or strikes out a cell of a column that is read. */
export function unseenRowsOf(bound: BoundTable): UnseenRows[] {
  const { grid, columnOf } = bound;
  const { hidden } = grid;
  const found: UnseenRows[] = [];
  const add = (code: UnseenRows["code"], isMeant: (row: number) => boolean) => {
    const rows = [...rowsOfData(bound)].filter(isMeant);
    if (rows.length > 0) found.push({ code, bound, rows });
  };
  if (hidden) add("HIDDEN_ROWS", (row) => hidden[row] === 1);
  const struck = [...columnOf.values()].flatMap((column) => grid.columns[column]?.struck ?? []);
  if (struck.length > 0) add("STRUCK_ROWS", (row) => struck.some((flags) => flags[row] === 1));
  return found;
}

/** So many stretches of rows are named; whoever looks for more sees them in the sheet. */
const MOST_NAMED = 8;

/** Rows as a person counts them: rows 4, 6 to 9 and 12. */
function namedRows(rows: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  const named = runs
    .slice(0, MOST_NAMED)
    .map(([first, last]) =>
      first === last ? String(first + 1) : `${String(first + 1)} to ${String(last + 1)}`,
    );
  const text = [...named, ...(runs.length > MOST_NAMED ? ["others"] : [])].join(", ");
  return `${rows.length === 1 ? "row" : "rows"} ${text.replace(/, ([^,]*)$/, " and $1")}`;
}

/** One issue for the rows of a sheet, at the first of them. */
export function unseenIssue({ code, bound, rows }: UnseenRows, stake: Issue["stake"]): Issue {
  const isOne = rows.length === 1;
  const words = {
    counts: isOne ? "counts" : "count",
    theyWere: isOne ? "it were" : "they were",
    rows: namedRows(rows),
  };
  const at = refOf(bound, rows[0]!, bound.firstColumn);
  return makeIssue(code, { at, value: rowsText(rows.length), words, ...(stake ? { stake } : {}) });
}
