import type { Cell, Row } from "exceljs";
import { CellKind, GridBuilder, type Grid } from "../../core/api";
import { PackageError } from "../package/failure";
import { decodeEscapes } from "../package/xmlText";
import type { NumberKind } from "./numberFormat";

interface GridInput {
  readonly sheet: string;
  readonly rows: AsyncIterable<Row>;
  /** What a number means by the number format of its cell. */
  readonly kinds: ReadonlyMap<string | undefined, NumberKind>;
  readonly date1904: boolean;
  readonly onRow: () => void;
}

/** A formula that was never calculated: its cell shows nothing, and nothing may be billed from it. */
const NO_RESULT = "#NO VALUE";
/** As many cells as 64 columns of full height; a grid costs 9 bytes for each, filled or not. */
const MOST_CELLS = 64 * 1_048_576;
const DAYS_FROM_1900_TO_1904 = 1462;
const MILLISECONDS_IN_DAY = 86_400_000;

/** Collects the cells of one sheet. */
export async function readGrid(input: GridInput): Promise<Grid> {
  const builder = new GridBuilder(input.sheet);
  let columns = 0;
  for await (const row of input.rows) {
    for (let column = 1; column <= row.cellCount; column++) {
      const cell = row.findCell(column);
      // A cell that is only formatted has no value.
      if (cell === undefined || cell.value === null) continue;
      if (column > columns) columns = column;
      if (!(row.number * columns <= MOST_CELLS)) throw tooLarge(input.sheet, row.number, columns);
      addCell(builder, row.number - 1, column - 1, cell, input);
    }
    input.onRow();
  }
  return builder.build();
}

function addCell(builder: GridBuilder, row: number, column: number, cell: Cell, input: GridInput): void {
  const { value } = cell;
  switch (typeof value) {
    case "number":
      addNumber(builder, row, column, value, input.kinds.get(cell.numFmt), input.date1904);
      return;
    case "string":
      builder.text(row, column, decodeEscapes(value));
      return;
    case "boolean":
      builder.boolean(row, column, value);
      return;
    default:
      builder.error(row, column, value instanceof Object && "error" in value ? value.error : NO_RESULT);
  }
}

function addNumber(
  builder: GridBuilder,
  row: number,
  column: number,
  value: number,
  kind: NumberKind | undefined,
  date1904: boolean,
): void {
  if (Number.isFinite(value)) {
    builder.number(row, column, kind === CellKind.date ? serialOf(value, date1904) : value, kind);
  } else if (!Number.isNaN(value)) {
    builder.error(row, column, "#NUM!");
  }
}

/** The serial in the 1900 system, to the millisecond: a sum of times that should be midnight is midnight. */
function serialOf(value: number, date1904: boolean): number {
  const time = Math.round(value * MILLISECONDS_IN_DAY);
  // Below 1 it is a time of day, which is the same in both systems.
  const shift = date1904 && time >= MILLISECONDS_IN_DAY ? DAYS_FROM_1900_TO_1904 * MILLISECONDS_IN_DAY : 0;
  return (time + shift) / MILLISECONDS_IN_DAY;
}

function tooLarge(sheet: string, row: number, columns: number): PackageError {
  return new PackageError(
    "UNSUPPORTED",
    `The sheet "${sheet}" reaches to row ${String(row)} and column ${String(columns)}, more cells than can be read; ` +
      "delete what stands far from its tables.",
  );
}
