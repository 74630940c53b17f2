import { cellAddress, CellKind, type GridBuilder } from "../../../core/api";
import type { PackageError } from "../../readFailure";
import { XmlError } from "../../xml/xmlError";
import { LAST_COLUMN, LAST_ROW } from "../cellReference";
import { serialIn1900 } from "../dateSystem";
import { damagedCell, farApart, shown } from "./partFailure";
import { readText } from "./richText";
import type { SharedTexts } from "./sharedStrings";
import type { Spread } from "./spread";
import { plainNumber, type StyleKind, type StyleKinds } from "./styleKinds";

export interface CellsInput {
  readonly builder: GridBuilder;
  readonly texts: SharedTexts;
  readonly kinds: StyleKinds;
  readonly date1904: boolean;
  readonly label: string;
  readonly spread: Spread;
  readonly onRow: () => void;
}

/** Takes the cells of a sheet in their order, and knows at which it is; what Excel would not read is refused. */
export class CellSink {
  /** 0-based, of the cell that came last; before the first -1. */
  row = -1;
  column = -1;

  /** 1 for each style that strikes out; undefined where none does, so that most books pay nothing. */
  private readonly struck: Uint8Array | undefined;

  constructor(private readonly input: CellsInput) {
    const { kinds } = input;
    if (kinds.some(({ isStruck }) => isStruck))
      this.struck = Uint8Array.from(kinds, ({ isStruck }) => (isStruck ? 1 : 0));
  }

  /** Begins a row; `written` is its number as the file says it. */
  beginRow(row: number, written: string): void {
    const before = this.row;
    if (row < 0) throw this.rowFault(`row ${written}`, "this is no number of a row");
    if (row > LAST_ROW) throw this.rowFault(`row ${written}`, "a sheet of Excel ends with row 1048576");
    if (row <= before) {
      const where = row === before ? "it stands there twice" : `it stands below row ${String(before + 1)}`;
      throw this.rowFault(`row ${String(row + 1)}`, where);
    }
    this.row = row;
    this.column = -1;
    this.input.onRow();
  }

  /** The row that has begun is hidden. */
  hideRow(): void {
    this.input.builder.hideRow(this.row);
  }

  /** The cell that has been added is of this style. */
  endCell(style: number): void {
    if (this.struck?.[style] === 1) this.input.builder.strike(this.row, this.column);
  }

  beginCell(column: number): void {
    const before = this.column;
    this.column = column;
    if (column > LAST_COLUMN) throw this.fault("a sheet of Excel ends with column XFD");
    if (column <= before)
      throw this.fault(column === before ? "it stands there twice" : "it stands to the right of later cells");
  }

  /** A text of the table of texts; `written` is its index as the file says it. */
  addShared(index: number, written: string | number = index): void {
    const { texts, builder } = this.input;
    if (!(Number.isInteger(index) && index >= 0 && index < texts.count))
      throw this.fault(`the workbook has no text number ${shown(String(written))}`);
    const code = texts.codeOf(index);
    if (code === texts.codeOfEmpty) return;
    this.checkRoom();
    builder.codedText(this.row, this.column, code, texts.distinct);
  }

  addNumber(number: number, style: number): void {
    const { builder, kinds, date1904 } = this.input;
    if (!Number.isFinite(number)) {
      this.addError("#NUM!");
      return;
    }
    const { kind, currency, unit, digits } = this.kindOfStyle(kinds, style);
    this.checkRoom();
    const value = kind === CellKind.date ? serialIn1900(number, date1904) : number;
    builder.number(this.row, this.column, value, kind, currency, unit);
    if (digits !== undefined) builder.digits(this.row, this.column, digits);
  }

  addBoolean(value: boolean): void {
    this.checkRoom();
    this.input.builder.boolean(this.row, this.column, value);
  }

  addText(text: string): void {
    if (text === "") return;
    this.checkRoom();
    this.input.builder.text(this.row, this.column, text);
  }

  /** A text that is not empty and as UTF-8 the same as in the file. */
  addBytes(source: Uint8Array, start: number, end: number, decode: (bytes: Uint8Array) => string): void {
    this.checkRoom();
    this.input.builder.bytes(this.row, this.column, source, start, end, decode);
  }

  addError(text: string): void {
    this.checkRoom();
    this.input.builder.error(this.row, this.column, text);
  }

  /** The characters of a text as it is written. */
  decoded(written: string): string {
    try {
      return readText(written);
    } catch (error) {
      throw error instanceof XmlError ? this.fault(error.message) : error;
    }
  }

  fault(reason: string): PackageError {
    const { row, column } = this;
    const address = row < 0 ? "before its rows" : cellAddress({ row, column: Math.max(0, column) });
    return damagedCell(this.input.label, address, reason);
  }

  rowFault(address: string, reason: string): PackageError {
    return damagedCell(this.input.label, address, reason);
  }

  /** A format that is not there could make a date or a percentage of the number. */
  private kindOfStyle(kinds: StyleKinds, style: number): StyleKind {
    const kind = kinds[style] ?? (style === 0 ? plainNumber : undefined);
    if (kind === undefined) throw this.fault("the workbook does not have the format it names");
    return kind;
  }

  private checkRoom(): void {
    if (!this.input.spread.takes(this.row, this.column))
      throw farApart(this.input.label, cellAddress({ row: this.row, column: this.column }));
  }
}
