import type { Day } from "../calendar/day";
import type { CellRef } from "../grid/grid";
import type { KeptParts } from "./keptParts";
import { FIRST_ROW, HEADER_ROW } from "./layout";
import type { OutputInput } from "./outputInput";
import { emptyColumns, fittedWidth, isOfFigures, RowFit } from "./columnFit";
import type { PlannedCell, PlannedRow, PlannedSheet } from "./plan";
import { dateStyle, heading, headingRight } from "./styles";

/** How a column is written; its title and its position are those of the table's definition. */
export interface OutputColumn<Row, Input = OutputInput> {
  /** In characters. */
  readonly width: number;
  /** The cell of a row; `sheetRow` is 0-based, for formulas. */
  readonly cell: (row: Row, sheetRow: number, input: Input) => PlannedCell | null;
  /** People type into it: it is shown also while it is empty. */
  readonly isTyped?: true;
  /** Its texts are on one line, however long: nobody reads a hash to its end. */
  readonly isOneLine?: true;
}

export function textCell(value: string | undefined): PlannedCell | null {
  return value === undefined || value === "" ? null : { value };
}

export function dayCell(value: Day | undefined): PlannedCell | null {
  return value === undefined ? null : { value, style: dateStyle };
}

/** A click goes to the cell; a line of a text file is nowhere in the workbook. */
export function linkTo(at: CellRef): Pick<PlannedCell, "link"> {
  return at.line === undefined ? { link: at } : {};
}

/** Different cells of a column that are kept to be found again. */
const MOST_DISTINCT = 2048;

/**
 * One cell for all that look the same in a column: thousands of documents are of few customers, days and states, and
 * cells are the largest part of a long register in memory.
 */
class SharedCells {
  private readonly known = new Map<PlannedCell["value"], PlannedCell>();

  of(cell: PlannedCell | null): PlannedCell | null {
    if (cell === null || cell.formula !== undefined || cell.link !== undefined) return cell;
    const known = this.known.get(cell.value);
    if (known === undefined && this.known.size < MOST_DISTINCT) this.known.set(cell.value, cell);
    return known !== undefined && known.style === cell.style ? known : cell;
  }
}

/** All that a sheet with one table is made from. */
interface TableSheetParts<Row, Input> {
  readonly sheet: string;
  readonly tableName: string;
  readonly tabColor: string;
  readonly columns: readonly (OutputColumn<Row, Input> & { readonly title: string })[];
  readonly rows: readonly Row[];
  readonly kept: KeptParts;
  readonly oldRow: (row: Row) => number | undefined;
  /** Rows are added below these later: they find the columns and the height of rows that they need. */
  readonly grows?: boolean;
  readonly input: Input;
}

/** A sheet with one Excel table: header, rows, and the columns that people added behind ours. */
export function tableSheet<Row, Input>({
  sheet,
  tableName,
  tabColor,
  columns,
  rows,
  kept,
  oldRow,
  grows = false,
  input,
}: TableSheetParts<Row, Input>): PlannedSheet {
  const titles = [...columns.map(({ title }) => title), ...kept.titles];
  const shared = columns.map(() => new SharedCells());
  const body = rows.map((row, index): PlannedRow => {
    const cells = columns.map((column, at) => shared[at]!.of(column.cell(row, FIRST_ROW + index, input)));
    if (kept.titles.length === 0) return cells;
    const old = oldRow(row);
    return [...cells, ...(old === undefined ? kept.titles.map(() => null) : kept.cellsOf(old))];
  });
  const all = [...body, ...kept.rows];
  const widths = [
    ...columns.map(({ title, width }, index) => (grows ? width : fittedWidth(title, width, index, all))),
    ...kept.titles.map(() => 14),
  ];
  const header = titles.map((value, column) => ({
    value,
    style: isOfFigures(column, all) ? headingRight : heading,
  }));
  const fit = new RowFit(
    widths.map((width, index) => (grows || columns[index]?.isOneLine === true ? undefined : width)),
  );
  const hiddenColumns = grows ? [] : emptyColumns(columns, all);
  // In their place: the cells of a hundred thousand rows twice would be twice the memory.
  for (let index = 0; index < all.length; index++) all[index] = fit.fitted(all[index]!, FIRST_ROW + index);
  return {
    name: sheet,
    rows: [header, ...all],
    widths,
    ...(hiddenColumns.length > 0 && { hiddenColumns }),
    heights: new Map([[HEADER_ROW, 30], ...fit.heights]),
    // A table needs a row of data; a table of nothing is its header alone.
    ...(rows.length + kept.rows.length > 0
      ? { table: { name: tableName, headerRow: HEADER_ROW, columns: titles } }
      : {}),
    frozenRows: 1,
    page: {
      orientation: "landscape",
      repeatRows: [HEADER_ROW, HEADER_ROW],
      footer: `&L${sheet.replaceAll("&", "&&")}&RPage &P of &N`,
    },
    tabColor,
  };
}
