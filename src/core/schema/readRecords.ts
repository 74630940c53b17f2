import { CellKind, currencyOfCell, unitOfCell } from "../grid/grid";
import { makeIssue, type IssueDetails, type Report } from "../issues/issue";
import { refOf, type BoundTable } from "./boundTable";
import { isFigureKind, shownText, type Column } from "./column";
import type { ReadContext } from "./parsed";
import type { Remark } from "./remark";
import type { DateOrder } from "./dateText";
import type { DecimalSign } from "./numberText";
import { dateOrdersIn, decimalSignsIn, orderContext } from "./textContext";
import type { Columns, RecordOf } from "./table";
import { cureOfError, isBlankAt, viewCell } from "./viewCell";

export { cellOf } from "./boundTable";

/** A row of which something could not be read: the fields that could be are there, so that it can be told what waits. */
export interface BadRow<C extends Columns> {
  readonly row: number;
  readonly fields: Partial<RecordOf<C>>;
}

export interface Records<C extends Columns> {
  readonly good: readonly RecordOf<C>[];
  readonly bad: readonly BadRow<C>[];
}

/** Adds what the issue is about once the row is known, e.g. the contract that must wait. */
export type HoldsOf<C extends Columns> = (fields: Partial<RecordOf<C>>) => readonly string[];

/** The texts of a column, each once however often it occurs. */
function* textsOf(bound: BoundTable, column: number): Generator<string> {
  const cells = bound.grid.columns[column];
  if (!cells) return;
  const isSeen = new Uint8Array(cells.texts.length);
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const index = cells.values[row]!;
    if (cells.kinds[row] !== CellKind.text || isSeen[index] === 1) continue;
    isSeen[index] = 1;
    yield cells.texts.at(index)!;
  }
}

/**
 * The decimal sign that the text numbers of a column show, if they all show the same one. In a text file plain decimals
 * are texts too: 2.5 says that the point is decimal.
 */
export function settleDecimalSign(bound: BoundTable, column: number): DecimalSign | undefined {
  const seen = decimalSignsIn(textsOf(bound, column));
  const cells = bound.grid.columns[column];
  const { file } = bound.grid;
  if (file && cells) {
    for (let row = bound.firstRow; row <= bound.lastRow && !seen.has("."); row++) {
      const isFraction = cells.kinds[row] === CellKind.number && !Number.isInteger(cells.values[row]);
      // A sum of rows says nothing of how they were written.
      if (isFraction && (file.counts?.[row] ?? 0) === 0) seen.add(".");
    }
  }
  return seen.size === 1 ? [...seen][0] : undefined;
}

/** Day or month first, if the text dates of the column show one of them and never the other. */
export function settleDateOrder(bound: BoundTable, column: number): DateOrder | undefined {
  return orderContext(dateOrdersIn(textsOf(bound, column))).dateOrder;
}

/** A column of a definition with its place in the sheet and what settles its texts. */
export interface BoundColumn {
  readonly field: string;
  readonly column: Column<unknown>;
  readonly index: number | undefined;
  readonly context: ReadContext;
  /** Why no figure below its header can be read. */
  readonly refused: Remark | undefined;
}

/** A header that says that its numbers are seconds since 1970. */
const epochHeader = /epoch|unix/i;
/** A title that says that a run of days begins there. */
const beginTitle = /\b(?:start|from)\b/i;

/** What the cells of a column settle for those that could be read in two ways: the column of this source alone. */
export function contextOf(bound: BoundTable, column: Column<unknown>, index: number): ReadContext {
  if (column.kind === "day" || column.kind === "moment") {
    const header = viewCell(bound.grid, bound.headerRow, index).text;
    return {
      ...orderContext(dateOrdersIn(textsOf(bound, index))),
      isEpoch: epochHeader.test(header),
      isBegin: beginTitle.test(column.title),
    };
  }
  if (!isFigureKind(column.kind)) return {};
  const delimiter = bound.grid.file?.delimiter;
  return {
    decimalSign: settleDecimalSign(bound, index),
    // Between commas or tabs nobody writes a point for anything but decimals.
    isPointDecimal: delimiter === "," || delimiter === "\t",
    isTextFile: delimiter !== undefined,
  };
}

export function boundColumns(bound: BoundTable): BoundColumn[] {
  return Object.entries(bound.definition.columns).map(([field, column]) => {
    const index = bound.columnOf.get(field);
    const context = index === undefined ? {} : contextOf(bound, column as Column<unknown>, index);
    const header = index === undefined ? "" : shownText(viewCell(bound.grid, bound.headerRow, index));
    return { field, column: column as Column<unknown>, index, context, refused: column.refuses?.(header) };
  });
}

/** Why a figure cannot be read, going by what stands beside it in its number format or in the cell. */
function refusedByFormat(bound: BoundTable, { refuses }: Column<unknown>, row: number, index: number) {
  if (!refuses) return undefined;
  const { text } = viewCell(bound.grid, row, index);
  const ofFormat = unitOfCell(bound.grid, row, index) ?? currencyOfCell(bound.grid, row, index);
  // As a text an amount may bear the sign of a part as well: 15 Rp, 0.45p.
  const shown = ofFormat ?? (text === "" ? undefined : text.replace(/(\d)(\p{L})/u, "$1 $2"));
  const fault = shown === undefined ? undefined : refuses(shown);
  const where = ofFormat === undefined ? "the cell" : "the number format";
  return fault && { ...fault, words: { ...fault.words, where } };
}

export function isBlankRow(bound: BoundTable, columns: readonly BoundColumn[], row: number): boolean {
  return columns.every(({ index }) => index === undefined || isBlankAt(bound.grid, row, index));
}

interface PendingIssue extends IssueDetails {
  readonly code: Parameters<typeof makeIssue>[0];
}

/**
 * A record without values, to copy for each row: what is copied from a whole object keeps its shape, where one that gets
 * two dozen fields one after the other becomes a hash table of eight times the size.
 */
function blankRecord(columns: readonly BoundColumn[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries<unknown>([
    ["row", 0],
    ...columns.map(({ field }) => [field, undefined] as const),
  ]);
}

function readRow(bound: BoundTable, columns: readonly BoundColumn[], blank: object, row: number) {
  const fields: Record<string, unknown> = { ...blank, row };
  const issues: PendingIssue[] = [];
  let good = true;
  const merged = bound.mergedFigures.get(row);
  const tell = (
    { column, index }: BoundColumn,
    code: PendingIssue["code"],
    words: PendingIssue["words"] = {},
  ) => {
    const value = index === undefined ? "" : shownText(viewCell(bound.grid, row, index));
    const at = refOf(bound, row, index ?? 0);
    issues.push({ code, at, value, words: { column: column.title, ...words } });
  };
  for (const boundColumn of columns) {
    const { field, column, index, context, refused } = boundColumn;
    const isMerged = merged?.has(field) === true;
    const isBlank = index === undefined || isBlankAt(bound.grid, row, index);
    // Most cells of a register are empty, and nothing is made for them.
    if (isBlank && !isMerged && !column.required) continue;
    const cell = viewCell(bound.grid, row, index ?? 0);
    if (isMerged) {
      good = false;
      tell(boundColumn, "MERGED_FIGURE");
    } else if (isBlank) {
      good = false;
      tell(boundColumn, "MISSING_VALUE", { right: column.help });
    } else if (cell.kind === CellKind.error) {
      good = false;
      tell(boundColumn, "ERROR_CELL", { cure: cureOfError(shownText(cell)) });
    } else if (refused) {
      good = false;
      const at = refOf(bound, bound.headerRow, index);
      const value = shownText(viewCell(bound.grid, bound.headerRow, index));
      const words = { column: column.title, ...refused.words, where: "the header" };
      issues.push({ code: refused.code, at, value, words });
    } else {
      const parsed = column.parse(cell, context);
      const isRead = parsed.ok || parsed.fault.code === "NOT_A_NUMBER";
      const shown = isRead ? refusedByFormat(bound, column, row, index) : undefined;
      if (parsed.ok && !shown) fields[field] = parsed.value;
      else good = false;
      const remark = shown ?? (parsed.ok ? parsed.remark : parsed.fault);
      const orBlank = column.required ? "" : (column.orNone ?? ", or leave the cell empty");
      if (remark) tell(boundColumn, remark.code, { ...remark.words, orBlank });
    }
  }
  return { fields, issues, good };
}

/** Reads every row of a table into a record; rows with a fault are reported, kept apart and never stop the others. */
export function readRecords<C extends Columns>(
  bound: BoundTable<C>,
  holdsOf: HoldsOf<C>,
  report: Report,
): Records<C> {
  const general = bound as unknown as BoundTable;
  const columns = boundColumns(general);
  const blank = blankRecord(columns);
  const good: RecordOf<C>[] = [];
  const bad: BadRow<C>[] = [];
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    if (bound.skipped.has(row) || isBlankRow(general, columns, row)) continue;
    const read = readRow(general, columns, blank, row);
    const fields = read.fields as Partial<RecordOf<C>>;
    for (const { code, ...details } of read.issues) {
      const issue = makeIssue(code, details);
      report(issue.severity === "error" ? { ...issue, holds: holdsOf(fields) } : issue);
    }
    if (read.good) good.push(fields as RecordOf<C>);
    else bad.push({ row, fields });
  }
  return { good, bad };
}
