import { CellKind, type Grid } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import { formatFigure } from "../money/format";
import { refOf, type BoundTable } from "./boundTable";
import { isFigureKind, isValueKind, type Column } from "./column";
import { contextOf } from "./readRecords";
import { isLabelOfOther, textsIn, totalsAmong } from "./totalRows";
import { isSummaryName, isTotal, labelsOther, labelsSummary } from "./totalWords";
import { usedColumnsOf } from "./usedColumns";
import { isBlankAt, isBlankCell, viewCell } from "./viewCell";

interface KeyColumn {
  readonly index: number;
  readonly isName: boolean;
  /** By the dictionary of the column: whether a text can be in a row of totals. */
  readonly fits: (boolean | undefined)[];
  /** By the dictionary of the column: whether a text ends with a colon. */
  readonly labels: (boolean | undefined)[];
}

/** Columns without which a row is no row of the table: ids, and what must be there and is no figure. */
function keyColumns(bound: BoundTable): KeyColumn[] {
  const keys: KeyColumn[] = [];
  for (const [field, index] of bound.columnOf) {
    const { kind, required } = bound.definition.columns[field]!;
    const isKey = kind === "id" || (required && !isFigureKind(kind)) || field === "customerName";
    // One column may be read for two fields, and says no more for that.
    if (!isKey || keys.some((key) => key.index === index)) continue;
    keys.push({ index, isName: field === "customerName", fits: [], labels: [] });
  }
  // The column with the fewest texts tells most rows apart at once; ids of events are hardly ever looked at.
  const textsOf = ({ index }: KeyColumn): number => bound.grid.columns[index]?.texts.length ?? 0;
  return keys.sort((left, right) => textsOf(left) - textsOf(right));
}

/** Whether a cell is blank or says total, so that it may be one of a row of totals. */
function fitsTotal(bound: BoundTable, { index, fits }: KeyColumn, row: number, isOnly: boolean): boolean {
  const cells = bound.grid.columns[index];
  const kind = cells?.kinds[row] ?? CellKind.blank;
  if (kind === CellKind.blank) return true;
  if (kind !== CellKind.text) return false;
  const text = cells!.values[row]!;
  return (fits[text] ??= judge(cells!.texts.at(text)!, isOnly));
}

function judge(text: string, isOnly: boolean): boolean {
  // Where one column alone tells rows apart, "Total calls" may well be the name of a row.
  return text.trim() === "" || (isOnly ? isTotal(text) : labelsSummary(text));
}

/** Whether other rows have the text of a key column beside other keys: then it is an id or a name. */
function standsElsewhere(bound: BoundTable, keys: readonly KeyColumn[], row: number, index: number): boolean {
  const { kinds, values } = bound.grid.columns[index]!;
  const others = keys.filter((key) => key.index !== index);
  for (let other = bound.firstRow; other <= Math.min(bound.lastRow, kinds.length - 1); other++) {
    const isSame = other !== row && kinds[other] === CellKind.text && values[other] === values[row];
    if (isSame && others.some((key) => !isBlankAt(bound.grid, other, key.index))) return true;
  }
  return false;
}

/** Whether a word for a summary that may be a name as well is one. */
function isName(bound: BoundTable, keys: readonly KeyColumn[], row: number): boolean {
  return keys.some(
    ({ index }) =>
      isSummaryName(viewCell(bound.grid, row, index).text) && standsElsewhere(bound, keys, row, index),
  );
}

/** So many words that stand alone in a row are a remark; an id has fewer. */
const REMARK_WORDS = 3;

/** Whether people fill the table, as the template shows them; what a run writes has neither headings nor labels. */
const isTyped = ({ definition }: BoundTable): boolean => definition.examples.length > 0;

/**
 * Whether a text is all that a row holds, and is a remark or a heading: “3 active contracts”, “Prepared by Dana”, “VOICE”
 * above the prices of calls. One with a digit, or without a row below, may be an id whose row is not filled yet.
 */
function isNote(bound: BoundTable, keys: readonly KeyColumn[], row: number): boolean {
  let only: number | undefined;
  for (const column of usedColumnsOf(bound)) {
    const { kind, text } = viewCell(bound.grid, row, column);
    if (kind === CellKind.blank || (kind === CellKind.text && text.trim() === "")) continue;
    if (kind !== CellKind.text || only !== undefined) return false;
    only = column;
  }
  if (only === undefined) return false;
  const text = viewCell(bound.grid, row, only).text.trim();
  if (text.split(/\s+/).length >= REMARK_WORDS) return true;
  const hasRowBelow =
    row < bound.lastRow && keys.filter(({ index }) => !isBlankAt(bound.grid, row + 1, index)).length > 1;
  return isTyped(bound) && hasRowBelow && !/\d/.test(text) && !standsElsewhere(bound, keys, row, only);
}

const figures: ReadonlySet<number> = new Set([CellKind.number, CellKind.percent, CellKind.time]);

/** Rows that hold a figure anywhere, in one pass over the cells that are there. */
function rowsWithFigures({ rowCount, columns }: Grid): Uint8Array {
  const found = new Uint8Array(rowCount);
  for (const { kinds } of columns)
    for (let row = 0; row < kinds.length; row++) if (figures.has(kinds[row]!)) found[row] = 1;
  return found;
}

/** Tells rows that begin with a label and hold no figure: “Prepared by:” beside a name. */
function labelledRows({ grid }: BoundTable, { index, labels }: KeyColumn): (row: number) => boolean {
  const cells = grid.columns[index];
  if (!cells) return () => false;
  const withFigures = rowsWithFigures(grid);
  return (row) => {
    // Before its text: of a million rows of usage each has a figure, and many an id of its own.
    if (cells.kinds[row] !== CellKind.text || withFigures[row] === 1) return false;
    const text = cells.values[row]!;
    return (labels[text] ??= /:\s*$/.test(cells.texts.at(text)!.slice(-5)));
  };
}

interface RowsWithoutKeys {
  readonly rows: number[];
  /** Those of the rows that name one thing beside “Total”: K1, Total. They are totals where they are a sum. */
  readonly parts: Set<number>;
  /** Those that say that they are an average or a balance brought forward, in a key or where they begin. */
  readonly others: Set<number>;
  readonly notes: number[];
}

/** Rows in which no key says what the row is about, and rows that hold a remark and nothing else. */
function rowsWithoutKeys(bound: BoundTable): RowsWithoutKeys {
  const keys = keyColumns(bound);
  const rows: number[] = [];
  const parts = new Set<number>();
  const others = new Set<number>();
  const notes: number[] = [];
  if (keys.length === 0) return { rows, parts, others, notes };
  const leftmost = keys.reduce((left, key) => (key.index < left.index ? key : left));
  const isLabelled = isTyped(bound) ? labelledRows(bound, leftmost) : undefined;
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    let only: KeyColumn | undefined;
    let speaking = 0;
    for (const key of keys) {
      if (fitsTotal(bound, key, row, keys.length === 1)) continue;
      only = key;
      if (++speaking > 1) break;
    }
    if (speaking > 1) {
      if (isLabelled?.(row)) notes.push(row);
      continue;
    }
    const isBesideTotal =
      only !== undefined && keys.some(({ index }) => isTotal(viewCell(bound.grid, row, index).text));
    const hasBlank = () => keys.some(({ index }) => isBlankAt(bound.grid, row, index));
    // Beside “Total” a name is no name: 3 accounts. An id is that of the rows which may be summed up.
    if (!only && isName(bound, keys, row)) continue;
    if (!only || (isBesideTotal && only.isName)) rows.push(row);
    else if (isBesideTotal && hasBlank()) {
      rows.push(row);
      parts.add(row);
    } else if (isNote(bound, keys, row)) notes.push(row);
  }
  for (const row of rows)
    if (
      isLabelOfOther(bound, row) ||
      keys.some((key) => labelsOther(viewCell(bound.grid, row, key.index).text))
    )
      others.add(row);
  return { rows, parts, others, notes };
}

/** A second header line below the first: units in brackets, and a text wherever there would be a figure. */
function isUnitLine(bound: BoundTable, row: number): boolean {
  if (row !== bound.firstRow) return false;
  let filled = 0;
  for (const [field, index] of bound.columnOf) {
    const cell = viewCell(bound.grid, row, index);
    if (isBlankCell(cell)) continue;
    if (cell.kind !== CellKind.text) return false;
    const column = bound.definition.columns[field] as Column<unknown>;
    const isBracketed = /^[([].*[)\]]$/.test(cell.text.trim());
    const isValue = isValueKind(column.kind);
    const says = isValue && column.parse(cell, contextOf(bound, column, index)).ok;
    if (says || (!isValue && !isBracketed)) return false;
    filled++;
  }
  return filled > 0;
}

/** Rows that say again what the header says, column for column: a page break repeats it. */
function repeatedHeaders(bound: BoundTable): number[] {
  const { grid, headerRow } = bound;
  const columns = [...new Set(bound.columnOf.values())];
  const headers = columns.map((column) => viewCell(grid, headerRow, column).text);
  const [first] = columns;
  if (first === undefined || columns.length < 2) return [];
  const { kinds, values, texts } = grid.columns[first]!;
  const rows: number[] = [];
  for (let row = bound.firstRow; row <= Math.min(bound.lastRow, kinds.length - 1); row++) {
    if (kinds[row] !== CellKind.text || texts.at(values[row]!) !== headers[0]) continue;
    if (columns.every((column, i) => viewCell(grid, row, column).text === headers[i])) rows.push(row);
  }
  return rows;
}

/**
 * Rows of a table that are no data: totals, named in one issue and compared with the rows that they close, remarks, a
 * line of units below the header, and the header once more. Rows of nothing are left to those who read rows.
 */
export function findSkippedRows(bound: BoundTable, report: Report): ReadonlySet<number> {
  const { rows: found, parts, others, notes } = rowsWithoutKeys(bound);
  const rows = found.filter((row) => !isEmpty(bound, row));
  const units = isUnitLine(bound, bound.firstRow) ? [bound.firstRow] : [];
  const noData = new Set([...units, ...repeatedHeaders(bound), ...notes]);
  for (const row of notes) {
    const [value = ""] = textsIn(bound, row);
    report(makeIssue("NOTE_ROW", { at: refOf(bound, row, bound.firstColumn), value }));
  }
  if (rows.length === 0) return noData;
  const totals = totalsAmong(bound, { rows, parts, others, noData });
  for (const { row, wrong } of totals) {
    for (const { column, found, sum } of wrong) {
      const words = { column: column.column.title, sum: formatFigure(sum) };
      const at = refOf(bound, row, column.index);
      report(makeIssue("TOTAL_DIFFERS", { at, value: formatFigure(found), words }));
    }
  }
  if (totals.length > 0) {
    const value = totals.length === 1 ? "1 row" : `${String(totals.length)} rows`;
    const at = refOf(bound, totals[0]!.row, bound.firstColumn);
    report(makeIssue("TOTAL_ROW", { at, value }));
  }
  return new Set([...noData, ...totals.map(({ row }) => row)]);
}

/** Whether the understood columns hold nothing in a row. */
function isEmpty(bound: BoundTable, row: number): boolean {
  return [...bound.columnOf.values()].every((column) => isBlankAt(bound.grid, row, column));
}
