import type { Grid, RedactedCell, RedactedSheet } from "../../../core/api";
import { CellKind, cellAddress } from "../../../core/api";
import { XmlAttributes } from "../../xml/xmlAttributes";
import { XmlScanner, type XmlHandler, type XmlTag } from "../../xml/xmlScanner";
import { decodeText, escapeMarkup, escapeText } from "../../xml/xmlText";
import { CellReference, readDigits } from "../cellReference";

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** What a sheet is made again from. */
export interface SheetSource {
  readonly grid: Grid;
  readonly redacted: RedactedSheet;
  /** A text as the copy may hold it. */
  readonly text: (text: string) => string;
  /** Whether a formula of ours names nothing that the copy does not have. */
  readonly holds: (formula: string) => boolean;
}

/** Cells that hold numbers, truths and errors, as they are written; all others hold texts. */
const KINDS_OF_FIGURES = new Set(["n", "b", "e"]);

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly style: string;
  readonly type: string;
  value: string | undefined;
  formula: string | undefined;
}

/** Texts of a formula are redacted as those of cells are; it names no people otherwise. */
const withRedactedTexts = (formula: string, text: (text: string) => string): string =>
  formula.replace(/"((?:[^"]|"")*)"/g, (_, inner: string) => {
    const redacted = text(inner.replaceAll('""', '"'));
    return `"${redacted.replaceAll('"', '""')}"`;
  });

/** Writes the cells of a worksheet part that go into a copy, as SpreadsheetML without a prefix. */
class SheetCopier implements XmlHandler {
  readonly rows: string[] = [];
  /** Widths of columns and heights of rows, as they are written. */
  readonly columns: string[] = [];
  private readonly attributes = new XmlAttributes();
  private readonly reference = new CellReference();
  private source = "";
  private row = -1;
  private column = -1;
  private rowTag = "";
  private cells: string[] = [];
  private cell: OpenCell | undefined;
  private contentStart = 0;
  private isInRows = false;

  constructor(private readonly input: SheetSource) {}

  open(tag: XmlTag): void {
    this.source = tag.source;
    this.contentStart = tag.bracket + 1;
    switch (localName(tag.name)) {
      case "sheetData":
        this.isInRows = !tag.isEmpty;
        break;
      case "col":
        if (!this.isInRows)
          this.columns.push(`<col${this.kept(tag, ["min", "max", "width", "customWidth"])}/>`);
        break;
      case "row":
        if (this.isInRows) this.openRow(tag);
        break;
      case "c":
        if (this.isInRows) this.openCell(tag);
        break;
      case "f":
        // A formula that several cells share or that spills is none of ours.
        if (this.cell && !tag.isEmpty && this.attribute(tag, "t") === undefined) this.cell.formula = "";
    }
  }

  close(name: string, start: number): void {
    const { cell, source, contentStart } = this;
    switch (localName(name)) {
      case "sheetData":
        this.isInRows = false;
        break;
      case "row":
        if (this.isInRows) this.closeRow();
        break;
      case "f":
        if (cell?.formula !== undefined) cell.formula = decodeText(source.slice(contentStart, start));
        break;
      case "v":
        if (cell) cell.value = source.slice(contentStart, start);
        break;
      case "c":
        if (cell) this.cells.push(this.cellXml(cell));
        this.cell = undefined;
    }
  }

  text(): void {
    // Texts of cells come from the sheet as it was read.
  }

  private openRow(tag: XmlTag): void {
    const written = this.attribute(tag, "r");
    this.row = written === undefined ? this.row + 1 : readDigits(written, 0, written.length) - 1;
    this.column = -1;
    this.cells = [];
    this.rowTag = `<row r="${String(this.row + 1)}"${this.kept(tag, ["ht", "customHeight", "hidden"])}>`;
    if (tag.isEmpty) this.closeRow();
  }

  private closeRow(): void {
    const cells = this.cells.join("");
    if (cells !== "") this.rows.push(`${this.rowTag}${cells}</row>`);
  }

  private openCell(tag: XmlTag): void {
    const written = this.attribute(tag, "r");
    const isNamed = written !== undefined && this.reference.read(written, 0, written.length);
    this.column = isNamed ? this.reference.column : this.column + 1;
    const cell: OpenCell = {
      row: this.row,
      column: this.column,
      style: this.kept(tag, ["s"]),
      type: this.attribute(tag, "t") ?? "n",
      value: undefined,
      formula: undefined,
    };
    if (tag.isEmpty) this.cells.push(this.cellXml(cell));
    else this.cell = cell;
  }

  private cellXml(cell: OpenCell): string {
    const redacted = this.input.redacted.cellAt(cell.row, cell.column);
    if (redacted.kind === "dropped") return "";
    const start = `<c r="${cellAddress(cell)}"${cell.style}`;
    if (redacted.kind === "text") return `${start}${inlineText(redacted.text)}`;
    const formula = this.formulaOf(cell, redacted);
    const { type, value } = cell;
    if (!KINDS_OF_FIGURES.has(type)) {
      const text = this.textOf(cell);
      if (formula !== "") return `${start} t="str">${formula}<v>${escapeText(text)}</v></c>`;
      return text === "" ? `${start}/>` : `${start}${inlineText(text)}`;
    }
    const written = value === undefined ? "" : `<v>${value}</v>`;
    return `${start}${type === "n" ? "" : ` t="${type}"`}>${formula}${written}</c>`;
  }

  private textOf({ row, column }: OpenCell): string {
    const cells = this.input.grid.columns[column];
    return cells?.kinds[row] === CellKind.text ? cells.texts.at(cells.values[row]!)! : "";
  }

  private formulaOf({ formula }: OpenCell, redacted: RedactedCell): string {
    if (formula === undefined || redacted.kind !== "kept" || !redacted.keepsFormula) return "";
    if (!this.input.holds(formula)) return "";
    return `<f>${escapeMarkup(withRedactedTexts(formula, this.input.text))}</f>`;
  }

  private attribute(tag: XmlTag, name: string): string | undefined {
    this.attributes.begin(tag.source, tag.nameEnd, tag.bracket);
    while (this.attributes.next()) if (this.attributes.name === name) return this.attributes.written;
    return undefined;
  }

  private kept(tag: XmlTag, names: readonly string[]): string {
    return names
      .flatMap((name) => {
        const written = this.attribute(tag, name);
        return written === undefined || !/^[\w.]+$/.test(written) ? [] : [` ${name}="${written}"`];
      })
      .join("");
  }
}

const inlineText = (text: string): string =>
  ` t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;

/** The cells of a sheet that go into a copy: its columns' widths, and its rows. */
export function copiedCells(source: string, input: SheetSource): { columns: string; rows: string } {
  const copier = new SheetCopier(input);
  const scanner = new XmlScanner(copier);
  scanner.write(source);
  scanner.end();
  const columns = copier.columns.join("");
  return { columns: columns === "" ? "" : `<cols>${columns}</cols>`, rows: copier.rows.join("") };
}
