import { XmlAttributes } from "../../xml/xmlAttributes";
import { XmlScanner, type XmlHandler, type XmlTag } from "../../xml/xmlScanner";
import { decodeText } from "../../xml/xmlText";
import { CellReference, readDigits } from "../cellReference";

/** A cell with a formula, by its places in the part. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  /** Of its opening tag. */
  readonly tag: readonly [start: number, end: number];
  /** Of its formula, from the bracket that opens it to the one that closes it. */
  readonly formula: readonly [start: number, end: number];
  /** As it is typed, without the sign before it; empty in a cell that shares the formula of another. */
  readonly text: string;
  /** Cells with the same number share one formula. */
  readonly shared: number | undefined;
  /** Its stored result; undefined where it was never calculated. */
  readonly value: string | undefined;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Collects the cells with formulas of a worksheet that is written at once, without comments or CDATA. */
class FormulaCollector implements XmlHandler {
  readonly cells: FormulaCell[] = [];
  private readonly attributes = new XmlAttributes();
  private readonly reference = new CellReference();
  private source = "";
  private row = -1;
  private column = -1;
  private cell: Mutable<FormulaCell> | undefined;
  private contentStart = 0;

  open(tag: XmlTag): void {
    this.source = tag.source;
    const name = localName(tag.name);
    this.contentStart = tag.bracket + 1;
    if (name === "row") {
      const row = this.attribute(tag, "r");
      this.row = row === undefined ? this.row + 1 : readDigits(row, 0, row.length) - 1;
      this.column = -1;
    } else if (name === "c") this.openCell(tag);
    else if (name === "f" && this.cell) this.openFormula(tag, this.cell);
  }

  close(name: string, start: number, end: number): void {
    const { cell, source, contentStart } = this;
    if (!cell) return;
    switch (localName(name)) {
      case "f":
        cell.formula = [cell.formula[0], end];
        cell.text = decodeText(source.slice(contentStart, start));
        break;
      case "v":
        cell.value = decodeText(source.slice(contentStart, start));
        break;
      case "c":
        if (cell.formula[1] > 0) this.cells.push(cell);
        this.cell = undefined;
    }
  }

  text(): void {
    // Formulas and values are known by their places.
  }

  private openCell(tag: XmlTag): void {
    const written = this.attribute(tag, "r");
    const isNamed = written !== undefined && this.reference.read(written, 0, written.length);
    this.column = isNamed ? this.reference.column : this.column + 1;
    this.cell = tag.isEmpty
      ? undefined
      : {
          row: this.row,
          column: this.column,
          tag: [tag.start, tag.bracket + 1],
          formula: [0, 0],
          text: "",
          shared: undefined,
          value: undefined,
        };
  }

  private openFormula(tag: XmlTag, cell: Mutable<FormulaCell>): void {
    cell.formula = [tag.start, tag.bracket + 1];
    const group = this.attribute(tag, "si");
    if (this.attribute(tag, "t") === "shared" && group !== undefined) cell.shared = Number(group);
  }

  private attribute(tag: XmlTag, name: string): string | undefined {
    this.attributes.begin(tag.source, tag.nameEnd, tag.bracket);
    while (this.attributes.next()) if (this.attributes.name === name) return this.attributes.written;
    return undefined;
  }
}

/** The cells with formulas of a worksheet part. Throws an XmlError for what is not well formed. */
export function formulaCells(source: string): readonly FormulaCell[] {
  const collector = new FormulaCollector();
  const scanner = new XmlScanner(collector);
  scanner.write(source);
  scanner.end();
  return collector.cells;
}
