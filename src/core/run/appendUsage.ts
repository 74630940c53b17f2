import { nameKey } from "../base/name";
import { CellKind, type Grid, type Snapshot } from "../grid/grid";
import { one, type Decimal } from "../money/decimal";
import { bindUsage } from "../metering/bindUsage";
import { usageTable, type UsageColumns } from "../metering/usage.table";
import { anyTable, type BoundTable } from "../schema/boundTable";
import { shownText, type Column, type Moment } from "../schema/column";
import { contextOf } from "../schema/readRecords";
import { isBlankCell, viewCell } from "../schema/viewCell";
import { mappingFor } from "../settings/mapping";
import { readSettings } from "../settings/readSettings";
import { copiedCell } from "../sheets/keptParts";
import type { AppendedRows, CellEdit, PlannedCell, PlannedRow, PlannedSheet } from "../sheets/plan";
import { dateStyle, heading, momentStyle } from "../sheets/styles";
import { endOfRows } from "./endOfRows";
import { unheard } from "../issues/issue";

/** A workbook with the rows of usage files beside its own, and what writing them into it takes. */
export interface WithUsage {
  /** The files are in it as they are: each is a source of its own. */
  readonly snapshot: Snapshot;
  readonly appended: readonly AppendedRows[];
  /** Headers of columns that the files bring. */
  readonly edits: readonly CellEdit[];
  /** A Usage sheet for a workbook that has none. */
  readonly sheets: readonly PlannedSheet[];
}

export type AppendUsageResult =
  | { readonly ok: true; readonly value: WithUsage }
  /** In one sentence: a file without the columns that usage needs, or a sheet that rows cannot be added to. */
  | { readonly ok: false; readonly source: string; readonly reason: string };

/** Where the columns of files go: by field, else by header; what the sheet does not have comes behind it. */
class TargetColumns {
  private readonly byKey = new Map<string, number>();
  readonly added = new Map<number, string>();

  constructor(
    private readonly target: BoundTable<UsageColumns> | undefined,
    private next: number,
  ) {
    for (const [column, title] of target?.others ?? []) this.byKey.set(nameKey(title), column);
  }

  of(field: keyof UsageColumns | undefined, title: string): number {
    const fieldColumn = field === undefined ? undefined : this.target?.columnOf.get(field);
    const column = fieldColumn ?? this.byKey.get(nameKey(title));
    if (column !== undefined) return column;
    this.added.set(this.next, title);
    this.byKey.set(nameKey(title), this.next);
    return this.next++;
  }
}

/** A cell of a file as it is written: dates and figures as they were read, ids and all else as they are. */
function cellReader(
  bound: BoundTable,
  field: string | undefined,
  index: number,
): (row: number) => PlannedCell | null {
  const column = field === undefined ? undefined : (bound.definition.columns[field] as Column<unknown>);
  const context = column ? contextOf(bound, column, index) : {};
  return (row) => {
    const cell = viewCell(bound.grid, row, index);
    if (!column || isBlankCell(cell) || cell.kind === CellKind.error)
      return copiedCell(bound.grid, row, index);
    const parsed = column.parse(cell, context);
    const asText = { value: shownText(cell) };
    if (!parsed.ok || column.kind === "id" || column.kind === "text") return asText;
    if (column.kind === "day") return { value: parsed.value as number, style: dateStyle };
    if (column.kind === "moment") {
      const { day, time, isMonth } = parsed.value as Moment;
      // A month stays a month: which day it stands for depends on the contract.
      return isMonth ? asText : { value: day + time, style: time === 0 ? dateStyle : momentStyle };
    }
    return { value: parsed.value as Decimal };
  };
}

function rowsOf(
  file: BoundTable<UsageColumns>,
  columns: TargetColumns,
  target: BoundTable<UsageColumns> | undefined,
) {
  const fieldOf = new Map([...file.columnOf].map(([field, column]) => [column, field]));
  const general = anyTable(file);
  const readers: { readonly column: number; readonly read: (row: number) => PlannedCell | null }[] = [];
  for (let index = file.firstColumn; index <= file.lastColumn; index++) {
    const field = fieldOf.get(index);
    const title = field === undefined ? (file.others.get(index) ?? "") : usageTable.columns[field].title;
    if (title === "") continue;
    readers.push({ column: columns.of(field, title), read: cellReader(general, field, index) });
  }
  const quantity = target?.columnOf.get("quantity");
  // A file without quantities counts its rows, in a sheet that has them too.
  if (quantity !== undefined && !file.columnOf.has("quantity"))
    readers.push({ column: quantity, read: () => ({ value: one }) });
  const width = Math.max(...readers.map(({ column }) => column)) + 1;
  const rows: PlannedRow[] = [];
  for (let row = file.firstRow; row <= file.lastRow; row++) {
    if (file.skipped.has(row)) continue;
    const cells: (PlannedCell | null)[] = Array.from({ length: width }, () => null);
    for (const { column, read } of readers) cells[column] = read(row);
    if (cells.some((cell) => cell !== null)) rows.push(cells);
  }
  return rows;
}

/** The Usage sheet of a workbook that has none: the headers of the files and their rows. */
function newSheet(columns: TargetColumns, rows: readonly PlannedRow[]): PlannedSheet {
  const titles = [...columns.added.values()];
  return {
    name: usageTable.title,
    rows: [titles.map((value) => ({ value, style: heading })), ...rows],
    widths: titles.map(() => 16),
    frozenRows: 1,
  };
}

/**
 * Adds the rows of usage files (one grid each, headers by title or synonym) to a workbook. They are billed as they are
 * in the file, whose columns alone settle how they read; what is written below the rows of Usage is what was read, and
 * nothing of a file that is billed where it is.
 */
export function appendUsage(snapshot: Snapshot, files: readonly Grid[]): AppendUsageResult {
  const settings = readSettings(snapshot, unheard);
  const mapping = mappingFor(usageTable, settings);
  const sources: BoundTable<UsageColumns>[] = [];
  for (const file of files) {
    let reason = "";
    const alone: Snapshot = { grids: [], tables: [], date1904: false, pictures: [], usageFiles: [file] };
    const { table } = bindUsage(alone, mapping, (issue) => {
      if (issue.severity === "error" && reason === "") reason = issue.message;
    });
    if (!table) return { ok: false, source: file.sheet, reason: reason || "it has no rows" };
    sources.push(table.parts[0]!.bound);
  }
  // Rows join the first sheet of Usage.
  const target = bindUsage(snapshot, mapping, unheard).table?.parts[0]?.bound;
  const columns = new TargetColumns(
    target,
    target ? Math.max(target.grid.columns.length, target.lastColumn + 1) : 0,
  );
  const copied = sources.filter(({ grid }) => grid.file?.sha256 === undefined);
  const rows = copied.flatMap((file) => rowsOf(file, columns, target));
  const withFiles: Snapshot = { ...snapshot, usageFiles: [...(snapshot.usageFiles ?? []), ...files] };
  if (!target) {
    const sheets = copied.length > 0 ? [newSheet(columns, rows)] : [];
    return { ok: true, value: { snapshot: withFiles, appended: [], edits: [], sheets } };
  }
  const { sheet } = target.grid;
  const edits = [...columns.added].map(([column, value]) => ({
    at: { sheet, row: target.headerRow, column },
    value,
  }));
  const { end, hasRowsBelow } = endOfRows(target);
  const appended =
    rows.length > 0
      ? [{ sheet, firstRow: end, rows, ...(hasRowsBelow ? { movesRowsBelow: true } : {}) }]
      : [];
  return { ok: true, value: { snapshot: withFiles, appended, edits, sheets: [] } };
}
