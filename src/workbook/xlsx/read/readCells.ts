import { serialIn1900 } from "../dateSystem";
import { CellKind, type GridBuilder } from "../../../core/api";
import { decodeEntities, decodeEscapes } from "../../xml/xmlText";
import { damagedPart } from "./partFailure";
import { runsText } from "./sharedStrings";
import { kindOfStyle, type StyleKinds } from "./styleKinds";

/** A formula that was never calculated: its cell shows nothing, and nothing may be billed from it. */
const NO_RESULT = "#NO VALUE";

const GREATER = 62;
const SLASH = 47;
const LETTER_A = 65;
/** Columns of a sheet, A to XFD. */
const COLUMNS = 16_384;

export interface CellsInput {
  readonly builder: GridBuilder;
  readonly texts: readonly string[];
  readonly kinds: StyleKinds;
  readonly date1904: boolean;
  readonly label: string;
  readonly onRow: (row: number) => void;
}

/** Reads the cells of whole rows, block by block; keeps the place for rows and cells that do not name theirs. */
export class CellReader {
  private row = -1;
  private column = -1;
  private cellRow = -1;
  private style = 0;
  private type = "";
  private at = 0;
  private isEmpty = false;
  private isAtEnd = false;

  constructor(private readonly input: CellsInput) {}

  /** Reads a block that holds whole `row` elements; what follows the sheet's data is none of them. */
  read(block: string): void {
    if (this.isAtEnd) return;
    const end = block.indexOf("</sheetData");
    this.isAtEnd = end >= 0;
    const xml = end >= 0 ? block.slice(0, end) : block;
    for (this.at = xml.indexOf("<"); this.at >= 0; this.at = xml.indexOf("<", this.at)) {
      const first = xml.charCodeAt(this.at + 1);
      if (first === 114 && isTag(xml, this.at, "row")) this.readRowTag(xml);
      else if (first === 99 && isTag(xml, this.at, "c")) this.readCell(xml);
      else this.at++;
    }
  }

  private readRowTag(xml: string): void {
    this.cellRow = -1;
    this.readAttributes(xml, this.at + 4);
    this.row = this.cellRow >= 0 ? this.cellRow : this.row + 1;
    this.column = -1;
    this.input.onRow(this.row);
  }

  private readCell(xml: string): void {
    this.cellRow = this.row;
    this.style = 0;
    this.type = "";
    this.column++;
    this.readAttributes(xml, this.at + 2);
    if (this.isEmpty) return;
    const end = xml.indexOf("</c", this.at);
    if (end < 0) throw damagedPart(this.input.label);
    this.addCell(xml, this.at, end);
    this.at = end;
  }

  /** Takes r, s and t of a tag and stops behind it. */
  private readAttributes(xml: string, start: number): void {
    let at = start;
    for (;;) {
      const code = xml.charCodeAt(at);
      if (code === GREATER || Number.isNaN(code)) break;
      if (code <= 32 || code === SLASH) {
        at++;
        continue;
      }
      const equals = xml.indexOf("=", at);
      const name = xml.slice(at, equals).trimEnd();
      let open = equals + 1;
      while (xml.charCodeAt(open) <= 32) open++;
      const close = xml.indexOf(xml[open]!, open + 1);
      if (equals < 0 || close < 0) throw damagedPart(this.input.label);
      if (name === "r") this.place(xml, open + 1, close);
      else if (name === "s") this.style = Number(xml.slice(open + 1, close));
      else if (name === "t") this.type = xml.slice(open + 1, close);
      at = close + 1;
    }
    this.isEmpty = xml.charCodeAt(at - 1) === SLASH;
    this.at = at + 1;
  }

  /** A reference: B7 of a cell, 7 of a row. */
  private place(xml: string, start: number, end: number): void {
    let column = 0;
    let at = start;
    for (; at < end && xml.charCodeAt(at) >= LETTER_A; at++) column = column * 26 + (xml.charCodeAt(at) & 31);
    if (column > COLUMNS) throw damagedPart(this.input.label);
    if (column > 0) this.column = column - 1;
    this.cellRow = Number(xml.slice(at, end)) - 1;
  }

  private addCell(xml: string, start: number, end: number): void {
    if (this.type === "inlineStr") {
      this.addText(runsText(xml.slice(start, end), this.input.label));
      return;
    }
    const value = valueBetween(xml, start, end, this.input.label);
    if (value === undefined || value === "") {
      // A formula whose result is an empty text has an empty value; any other without one was never calculated.
      const isEmptyText = value === "" && this.type === "str";
      const hasFormula = xml.slice(start, end).includes("<f");
      if (hasFormula && !isEmptyText) this.input.builder.error(this.cellRow, this.column, NO_RESULT);
      return;
    }
    this.addValue(value);
  }

  private addValue(value: string): void {
    const { builder, texts } = this.input;
    const { cellRow: row, column } = this;
    switch (this.type) {
      case "s":
        builder.text(row, column, texts[Number(value)] ?? "");
        return;
      case "b":
        builder.boolean(row, column, value.trim() === "1" || value.trim() === "true");
        return;
      case "e":
        builder.error(row, column, decodeEntities(value));
        return;
      case "str":
      case "d":
        this.addText(decodeEscapes(decodeEntities(value)));
        return;
      default:
        this.addNumber(Number(value));
    }
  }

  private addNumber(number: number): void {
    const { builder, kinds, date1904, label } = this.input;
    if (Number.isNaN(number)) throw damagedPart(label);
    const { kind, currency } = kindOfStyle(kinds, this.style);
    if (!Number.isFinite(number)) builder.error(this.cellRow, this.column, "#NUM!");
    else if (kind === CellKind.date)
      builder.number(this.cellRow, this.column, serialIn1900(number, date1904), kind);
    else builder.number(this.cellRow, this.column, number, kind, currency);
  }

  private addText(text: string): void {
    this.input.builder.text(this.cellRow, this.column, text);
  }
}

/** Whether the tag at `<` has this name and not a longer one. */
function isTag(xml: string, at: number, name: string): boolean {
  if (!xml.startsWith(name, at + 1)) return false;
  const next = xml.charCodeAt(at + 1 + name.length);
  return next <= 32 || next === GREATER || next === SLASH;
}

/** The text of the `v` element of a cell; undefined when it has none. */
function valueBetween(xml: string, start: number, end: number, label: string): string | undefined {
  let open = xml.indexOf("<v", start);
  if (open < 0 || open >= end) return undefined;
  open = xml.indexOf(">", open);
  if (xml.charCodeAt(open - 1) === SLASH) return "";
  const close = xml.indexOf("<", open);
  if (!xml.startsWith("</v", close)) throw damagedPart(label);
  return xml.slice(open + 1, close);
}
