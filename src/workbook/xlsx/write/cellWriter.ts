import { cellAddress, columnName, type CellRef, type PlannedCell } from "../../../core/api";
import { cutText } from "../cellText";
import { quoteSheetName } from "../areaReference";
import { TextJoiner, type TextSink } from "../../bytes/textSink";
import type { StyleSheet } from "../styles/styleSheet";
import { escapeAttribute, escapeText } from "../../xml/xmlText";

/** Excel's limit of one sheet. */
export const MOST_LINKS = 65_530;
/** A text with one of these in front becomes a formula when somebody edits the cell. */
const FORMULA_START = /^[=+\-@\t\r]/;
const KEEPS_SPACE = /^\s|\s$|\n/;

/** What a formula can result in besides a value. */
const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!)$/;

/** What a cell shows in place of an infinity: an error is seen, where another number would be believed. */
const NO_NUMBER = "#NUM!";
/** Digits that a double keeps, whatever they are. */
const SURE_DIGITS = 15;
/** Below a millionth a double is written with an exponent. */
const LEAST_EXPONENT = -6;

/** A number as a cell holds it: the double nearest to it, in its shortest text. */
function numberText(value: Exclude<PlannedCell["value"], string | boolean>): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : NO_NUMBER;
  const exact = value.toString();
  // Of so few digits the text of the double is that of the figure itself.
  if (exact.length <= SURE_DIGITS && value.e >= LEAST_EXPONENT) return exact;
  const double = Number(exact);
  return Number.isFinite(double) ? String(double) : NO_NUMBER;
}

/** The start of a 0-based row, with its height in points where it has one of its own. */
export function rowStart(row: number, height: number | undefined, prefix = ""): string {
  const heightXml = height === undefined ? "" : ` ht="${String(height)}" customHeight="1"`;
  return `<${prefix}row r="${String(row + 1)}"${heightXml}>`;
}

/** Writes the cells of one sheet, and collects their links, which the sheet lists apart. */
export class CellWriter {
  /** `<hyperlink>` elements; links beyond what a sheet may have are left out, their cells stay. */
  readonly links: string[] = [];
  /** The beginning of a cell up to its row, by column. */
  private readonly openings: string[] = [];
  /** The end of a cell's address with its style, by style. */
  private readonly styleEnds: string[] = ['"'];
  private readonly valueStart: string;
  private readonly valueEnd: string;
  private readonly textStart: string;
  private readonly spacedStart: string;
  private readonly textEnd: string;
  private row = -1;
  private rowName = "";

  constructor(
    private readonly styles: StyleSheet,
    /** The prefix of the sheet's elements, with its colon. */
    private readonly prefix = "",
    private readonly mostLinks = MOST_LINKS,
  ) {
    this.valueStart = `<${prefix}v>`;
    this.valueEnd = `</${prefix}v></${prefix}c>`;
    this.textStart = ` t="inlineStr"><${prefix}is><${prefix}t>`;
    this.spacedStart = ` t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">`;
    this.textEnd = `</${prefix}t></${prefix}is></${prefix}c>`;
  }

  /** A cell as text, see `write`. */
  cell(cell: PlannedCell, row: number, column: number, inherited = 0): string {
    const joiner = new TextJoiner();
    this.write(joiner, cell, row, column, inherited);
    return joiner.text;
  }

  /** Writes a cell by 0-based row and column; `inherited` is the style of a cell that has none of its own. */
  write(out: TextSink, cell: PlannedCell, row: number, column: number, inherited = 0): void {
    const { value, formula, link } = cell;
    if (link !== undefined) this.addLink(link, cellAddress({ row, column }));
    const style = this.styleOf(cell, inherited);
    if (typeof value === "string") {
      if (formula === undefined) return this.writeText(out, value, row, column, style);
      this.open(out, row, column, style);
      out.add(ERROR_VALUE.test(value) ? ' t="e">' : ' t="str">');
      return this.writeValue(out, formula, escapeText(value));
    }
    this.open(out, row, column, style);
    if (typeof value === "boolean") {
      out.add(' t="b">');
      return this.writeValue(out, formula, value ? "1" : "0");
    }
    const text = numberText(value);
    out.add(text === NO_NUMBER ? ' t="e">' : ">");
    this.writeValue(out, formula, text);
  }

  private open(out: TextSink, row: number, column: number, style: number): void {
    if (row !== this.row) [this.row, this.rowName] = [row, String(row + 1)];
    out.add((this.openings[column] ??= `<${this.prefix}c r="${columnName(column)}`));
    out.add(this.rowName);
    out.add((this.styleEnds[style] ??= `" s="${String(style)}"`));
  }

  private writeValue(out: TextSink, formula: string | undefined, text: string): void {
    const { prefix } = this;
    if (formula !== undefined) out.add(`<${prefix}f>${escapeText(formula)}</${prefix}f>`);
    out.add(this.valueStart);
    out.add(text);
    out.add(this.valueEnd);
  }

  private writeText(out: TextSink, value: string, row: number, column: number, style: number): void {
    if (value === "" && style === 0) return;
    this.open(out, row, column, style);
    if (value === "") return out.add("/>");
    const cut = cutText(value);
    out.add(KEEPS_SPACE.test(cut) ? this.spacedStart : this.textStart);
    out.add(escapeText(cut));
    out.add(this.textEnd);
  }

  private styleOf({ value, formula, style, link }: PlannedCell, inherited: number): number {
    const quoted = typeof value === "string" && formula === undefined && FORMULA_START.test(value);
    if (style !== undefined || inherited === 0) {
      return this.styles.indexOf(style, { quoted, link: link !== undefined });
    }
    return quoted ? this.styles.quotedVariant(inherited) : inherited;
  }

  private addLink(link: CellRef, address: string): void {
    if (this.links.length >= this.mostLinks) return;
    const location = escapeAttribute(`${quoteSheetName(link.sheet)}!${cellAddress(link)}`);
    this.links.push(`<${this.prefix}hyperlink ref="${address}" location="${location}"/>`);
  }
}
