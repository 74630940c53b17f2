import { cellAddress, columnName, type CellRef, type PlannedCell } from "../../../core/api";
import { cutText } from "../cellText";
import { quoteSheetName } from "../areaReference";
import type { StyleSheet } from "../styles/styleSheet";
import { escapeAttribute, escapeText } from "../../xml/xmlText";

/** Excel's limit of one sheet. */
export const MOST_LINKS = 65_530;
/** A text with one of these in front becomes a formula when somebody edits the cell. */
const FORMULA_START = /^[=+\-@\t\r]/;
const KEEPS_SPACE = /^\s|\s$|\n/;

/** What a formula can result in besides a value. */
const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!)$/;

/** Writes the cells of one sheet, and collects their links, which the sheet lists apart. */
export class CellWriter {
  /** `<hyperlink>` elements; links beyond what a sheet may have are left out, their cells stay. */
  readonly links: string[] = [];
  private readonly columnNames: string[] = [];

  constructor(
    private readonly styles: StyleSheet,
    /** The prefix of the sheet's elements, with its colon. */
    private readonly prefix = "",
    private readonly mostLinks = MOST_LINKS,
  ) {}

  /** A cell by 0-based row and column; `inherited` is the style of a cell that has none of its own. */
  cell(cell: PlannedCell, row: number, column: number, inherited = 0): string {
    const { value, formula, link } = cell;
    const address = (this.columnNames[column] ??= columnName(column)) + String(row + 1);
    if (link !== undefined) this.addLink(link, address);
    const style = this.styleOf(cell, inherited);
    const { prefix } = this;
    const head = `<${prefix}c r="${address}"${style === 0 ? "" : ` s="${String(style)}"`}`;
    const formulaXml = formula === undefined ? "" : `<${prefix}f>${escapeText(formula)}</${prefix}f>`;
    if (typeof value === "string") {
      if (formula !== undefined) {
        const type = ERROR_VALUE.test(value) ? "e" : "str";
        return `${head} t="${type}">${formulaXml}${this.value(escapeText(value))}`;
      }
      if (value !== "") return `${head} t="inlineStr">${this.inlineText(value)}</${prefix}c>`;
      return style === 0 ? "" : `${head}/>`;
    }
    if (typeof value === "boolean") return `${head} t="b">${formulaXml}${this.value(value ? "1" : "0")}`;
    const double = typeof value === "number" ? value : Number(value.toString());
    // A cell holds no infinity; an error is seen, where another number would be believed.
    if (!Number.isFinite(double)) return `${head} t="e">${formulaXml}${this.value("#NUM!")}`;
    return `${head}>${formulaXml}${this.value(String(double))}`;
  }

  private value(text: string): string {
    return `<${this.prefix}v>${text}</${this.prefix}v></${this.prefix}c>`;
  }

  private inlineText(text: string): string {
    const { prefix } = this;
    const cut = cutText(text);
    const space = KEEPS_SPACE.test(cut) ? ' xml:space="preserve"' : "";
    return `<${prefix}is><${prefix}t${space}>${escapeText(cut)}</${prefix}t></${prefix}is>`;
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
