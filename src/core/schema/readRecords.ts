import { CellKind, type CellRef } from "../grid/grid";
import { makeIssue, type IssueDetails, type Report } from "../issues/issue";
import type { BoundTable } from "./bind";
import { viewCell } from "./bind";
import { shownText, type Column, type ReadContext } from "./column";
import { parseDateText, type DateOrder } from "./dateText";
import { parseNumberText, type DecimalSign } from "./numberText";
import type { Columns, RecordOf } from "./table";

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

const numeric = new Set(["decimal", "money", "fraction", "percent", "integer"]);

/** The texts of a column, each once however often it stands there. */
function* textsOf(bound: BoundTable, column: number): Generator<string> {
  const cells = bound.grid.columns[column];
  if (!cells) return;
  const isSeen = new Uint8Array(cells.texts.length);
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const index = cells.values[row]!;
    if (cells.kinds[row] !== CellKind.text || isSeen[index] === 1) continue;
    isSeen[index] = 1;
    yield cells.texts[index]!;
  }
}

/** The decimal sign that text numbers of these tables show, if they all show the same one. */
export function settleDecimalSign(tables: readonly BoundTable[]): DecimalSign | undefined {
  const seen = new Set<DecimalSign>();
  for (const bound of tables) {
    for (const [field, column] of bound.columnOf) {
      if (!numeric.has(bound.definition.columns[field]!.kind)) continue;
      for (const text of textsOf(bound, column)) {
        const read = parseNumberText(text);
        if (read.kind === "number" && read.sign) seen.add(read.sign);
      }
    }
  }
  return seen.size === 1 ? [...seen][0] : undefined;
}

/** Day or month first, if the text dates of the column show one of them and never the other. */
export function settleDateOrder(bound: BoundTable, column: number): DateOrder | undefined {
  const seen = new Set<DateOrder>();
  for (const text of textsOf(bound, column)) {
    const read = parseDateText(text);
    if (read.kind === "moment" && read.order) seen.add(read.order);
  }
  return seen.size === 1 ? [...seen][0] : undefined;
}

/** A column of a definition with its place in the sheet and what settles its texts. */
export interface BoundColumn {
  readonly field: string;
  readonly column: Column<unknown>;
  readonly index: number | undefined;
  readonly context: ReadContext;
}

export function boundColumns(bound: BoundTable, decimalSign: DecimalSign | undefined): BoundColumn[] {
  return Object.entries(bound.definition.columns).map(([field, column]) => {
    const index = bound.columnOf.get(field);
    const isDate = column.kind === "day" || column.kind === "moment";
    const dateOrder = isDate && index !== undefined ? settleDateOrder(bound, index) : undefined;
    return { field, column: column as Column<unknown>, index, context: { decimalSign, dateOrder } };
  });
}

export function isBlankRow(bound: BoundTable, columns: readonly BoundColumn[], row: number): boolean {
  return columns.every(({ index }) => {
    if (index === undefined) return true;
    const cell = viewCell(bound.grid, row, index);
    return cell.kind === CellKind.blank || (cell.kind === CellKind.text && cell.text.trim() === "");
  });
}

interface PendingIssue extends IssueDetails {
  readonly code: Parameters<typeof makeIssue>[0];
}

function readRow(bound: BoundTable, columns: readonly BoundColumn[], row: number) {
  const fields: Record<string, unknown> = { row };
  const issues: PendingIssue[] = [];
  let good = true;
  for (const { field, column, index, context } of columns) {
    fields[field] = undefined;
    const at: CellRef = { sheet: bound.grid.sheet, row, column: index ?? 0 };
    const cell = index === undefined ? undefined : viewCell(bound.grid, row, index);
    const value = cell ? shownText(cell) : "";
    const words = { column: column.title };
    if (!cell || value === "") {
      if (!column.required) continue;
      good = false;
      issues.push({ code: "MISSING_VALUE", at, words: { ...words, right: column.help } });
    } else if (cell.kind === CellKind.error) {
      good = false;
      issues.push({ code: "ERROR_CELL", at, value, words });
    } else {
      const parsed = column.parse(cell, context);
      if (parsed.ok) fields[field] = parsed.value;
      else good = false;
      const remark = parsed.ok ? parsed.remark : parsed.fault;
      if (remark) issues.push({ code: remark.code, at, value, words: { ...words, ...remark.words } });
    }
  }
  return { fields, issues, good };
}

/** Reads every row of a table into a record; rows with a fault are reported, kept apart and never stop the others. */
export function readRecords<C extends Columns>(
  bound: BoundTable<C>,
  decimalSign: DecimalSign | undefined,
  holdsOf: HoldsOf<C>,
  report: Report,
): Records<C> {
  const general = bound as unknown as BoundTable;
  const columns = boundColumns(general, decimalSign);
  const good: RecordOf<C>[] = [];
  const bad: BadRow<C>[] = [];
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    if (isBlankRow(general, columns, row)) continue;
    const read = readRow(general, columns, row);
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

/** The cell of a field of a row, for issues about it. */
export function cellOf<C extends Columns>(
  bound: BoundTable<C>,
  row: number,
  field: keyof C & string,
): CellRef {
  return { sheet: bound.grid.sheet, row, column: bound.columnOf.get(field) ?? 0 };
}
