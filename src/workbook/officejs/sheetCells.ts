import { CellKind, GridBuilder } from "../../core/api";
import type { Steps } from "../bytes/steps";
import { serialIn1900 } from "../xlsx/dateSystem";
import { styleKindOf, type StyleKind } from "../xlsx/read/styleKinds";
import { piecesOf, type Piece } from "./pieces";
import type { SheetPart } from "./readMerges";

/** Rows that are taken from an answer in a step, in a few milliseconds. */
const ROWS_OF_STEP = 2000;
/** What a cell of a number format takes in an answer. */
const FORMAT_BYTES = 16;
const ERRORS =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA|UNKNOWN!|BLOCKED!|CONNECT!)$/;

/** The cells of a sheet as they come; numbers wait for their formats to say whether they are dates or percents. */
export class SheetCells {
  readonly builder: GridBuilder;
  private readonly numeric = new Set<number>();
  private readonly values = new Map<number, Float64Array>();

  constructor(
    readonly area: SheetPart,
    private readonly date1904: boolean,
  ) {
    this.builder = new GridBuilder(area.name);
  }

  *take({ firstRow }: Piece, cells: unknown[][]): Steps<void> {
    for (const [offset, row] of cells.entries()) {
      for (const [column, value] of row.entries()) this.set(firstRow + offset, column, value);
      if (offset % ROWS_OF_STEP === 0) yield;
    }
  }

  private set(row: number, column: number, value: unknown): void {
    const { area, builder } = this;
    const [sheetRow, sheetColumn] = [area.row + row, area.column + column];
    if (typeof value === "number") {
      builder.number(sheetRow, sheetColumn, value);
      this.numeric.add(column);
      let kept = this.values.get(column);
      if (!kept) this.values.set(column, (kept = new Float64Array(area.rows).fill(NaN)));
      kept[row] = value;
    } else if (typeof value === "boolean") builder.boolean(sheetRow, sheetColumn, value);
    else if (typeof value === "string" && value !== "") {
      if (ERRORS.test(value)) builder.error(sheetRow, sheetColumn, value);
      else builder.text(sheetRow, sheetColumn, value);
    }
  }

  /** Columns with numbers, whose formats decide what the numbers are. */
  formatPieces(): Piece[] {
    const { area } = this;
    return [...this.numeric].flatMap((column) =>
      piecesOf({ ...area, columns: 1 }, 0, FORMAT_BYTES).map((piece) => ({
        ...piece,
        area,
        firstColumn: column,
      })),
    );
  }

  *takeFormats({ firstRow, firstColumn }: Piece, formats: unknown[][]): Steps<void> {
    const { area, builder, values } = this;
    const kept = values.get(firstColumn)!;
    for (const [offset, [format]] of formats.entries()) {
      if (offset % ROWS_OF_STEP === 0) yield;
      const value = kept[firstRow + offset]!;
      if (Number.isNaN(value) || typeof format !== "string" || format === "General") continue;
      const { kind, currency, unit, digits } = kindOf(format);
      const [row, column] = [area.row + firstRow + offset, area.column + firstColumn];
      if (digits !== undefined) builder.digits(row, column, digits);
      if (kind === CellKind.number && currency === undefined && unit === undefined) continue;
      const number = kind === CellKind.date ? serialIn1900(value, this.date1904) : value;
      builder.number(row, column, number, kind, currency, unit);
    }
  }
}

const kinds = new Map<string, StyleKind>();

/** A column's format is repeated thousands of times. */
function kindOf(format: string): StyleKind {
  let kind = kinds.get(format);
  if (kind === undefined) kinds.set(format, (kind = styleKindOf(format)));
  return kind;
}
