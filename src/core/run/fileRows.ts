import { CellKind } from "../grid/grid";
import type { UsageColumns } from "../metering/usage.table";
import { usageTable } from "../metering/usage.table";
import { one, type Decimal } from "../money/decimal";
import { anyTable, type BoundTable } from "../schema/boundTable";
import { shownText, type Column } from "../schema/column";
import type { Moment } from "../schema/momentCell";
import { contextOf } from "../schema/readRecords";
import { isBlankCell, viewCell } from "../schema/viewCell";
import { copiedCell } from "../sheets/keptParts";
import type { PlannedCell, PlannedRow, PlannedRows } from "../sheets/plan";
import { dateStyle, momentStyle } from "../sheets/styles";

type ReadCell = (row: number) => PlannedCell | null;

/** A cell of a file as it is written: dates and figures as they were read, ids and all else as they are. */
function cellReader(bound: BoundTable, field: string | undefined, index: number): ReadCell {
  const column = field === undefined ? undefined : (bound.definition.columns[field] as Column<unknown>);
  const context = column ? contextOf(bound, column, index) : {};
  return (row) => {
    const cell = viewCell(bound.grid, row, index);
    if (!column || isBlankCell(cell) || cell.kind === CellKind.error)
      return copiedCell(bound.grid, row, index);
    const asText = { value: shownText(cell) };
    if (column.kind === "id" || column.kind === "text") return asText;
    const parsed = column.parse(cell, context);
    if (!parsed.ok) return asText;
    if (column.kind === "day") return { value: parsed.value as number, style: dateStyle };
    if (column.kind === "moment") {
      const { day, time, isMonth } = parsed.value as Moment;
      // A month stays a month: which day it stands for depends on the contract.
      return isMonth ? asText : { value: day + time, style: time === 0 ? dateStyle : momentStyle };
    }
    return { value: parsed.value as Decimal };
  };
}

/** Where a column of a file goes, by its field or its header. */
export type ColumnOf = (field: keyof UsageColumns | undefined, title: string) => number;

/** The rows of one file. Their cells are made when they are asked for: a million of them are too many objects. */
class FileRows implements PlannedRows {
  readonly length: number;
  readonly width: number;
  private readonly readers: readonly { readonly column: number; readonly read: ReadCell }[];
  /** Rows of the file that hold something. */
  private readonly rows: Int32Array;

  constructor(file: BoundTable<UsageColumns>, columnOf: ColumnOf, quantity: number | undefined) {
    const fieldOf = new Map([...file.columnOf].map(([field, column]) => [column, field]));
    const general = anyTable(file);
    const readers: { readonly column: number; readonly read: ReadCell }[] = [];
    const read: number[] = [];
    for (let index = file.firstColumn; index <= file.lastColumn; index++) {
      const field = fieldOf.get(index);
      const title = field === undefined ? (file.others.get(index) ?? "") : usageTable.columns[field].title;
      if (title === "") continue;
      readers.push({ column: columnOf(field, title), read: cellReader(general, field, index) });
      read.push(index);
    }
    // A file without quantities counts its rows, in a sheet that has them too.
    const isCounted = quantity !== undefined && !file.columnOf.has("quantity");
    if (isCounted) readers.push({ column: quantity, read: () => ({ value: one }) });
    const holds = (row: number) =>
      isCounted || read.some((column) => viewCell(file.grid, row, column).kind !== CellKind.blank);
    const rows = new Int32Array(Math.max(0, file.lastRow - file.firstRow + 1));
    let count = 0;
    for (let row = file.firstRow; row <= file.lastRow; row++)
      if (!file.skipped.has(row) && holds(row)) rows[count++] = row;
    this.readers = readers;
    this.rows = rows.subarray(0, count);
    this.length = count;
    this.width = Math.max(0, ...readers.map(({ column }) => column + 1));
  }

  slice(from: number, to: number): PlannedRow[] {
    return Array.from(this.rows.subarray(from, to), (row) => {
      const cells: (PlannedCell | null)[] = Array.from({ length: this.width }, () => null);
      for (const { column, read } of this.readers) cells[column] = read(row);
      return cells;
    });
  }
}

/** Rows of several files, one below the other. */
class JoinedRows implements PlannedRows {
  readonly length: number;
  readonly width: number;

  constructor(private readonly parts: readonly PlannedRows[]) {
    this.length = parts.reduce((count, { length }) => count + length, 0);
    this.width = Math.max(0, ...parts.map(({ width = 0 }) => width));
  }

  slice(from: number, to: number): PlannedRow[] {
    const rows: PlannedRow[] = [];
    let start = 0;
    for (const part of this.parts) {
      const [first, end] = [Math.max(from - start, 0), Math.min(to - start, part.length)];
      if (first < end) for (const row of part.slice(first, end)) rows.push(row);
      start += part.length;
    }
    return rows;
  }
}

/** The rows of usage files as they are written into Usage; `quantity` is its column of quantities. */
export function fileRows(
  files: readonly BoundTable<UsageColumns>[],
  columnOf: ColumnOf,
  quantity: number | undefined,
): PlannedRows {
  return new JoinedRows(files.map((file) => new FileRows(file, columnOf, quantity)));
}
