import { cellAddress, CellKind, type GridBuilder } from "../../../core/api";
import type { PackageError } from "../../readFailure";
import type { XmlAttributes } from "../../xml/xmlAttributes";
import { XmlError } from "../../xml/xmlError";
import type { XmlHandler, XmlTag } from "../../xml/xmlScanner";
import { CellReference, LAST_COLUMN, LAST_ROW, readDigits } from "../cellReference";
import { serialIn1900 } from "../dateSystem";
import { cellNumber } from "./cellNumber";
import { MainNamespace } from "./mainNamespace";
import { damagedCell, farApart, shown } from "./partFailure";
import { readText, RichText, WrittenText } from "./richText";
import type { FormulaCollector } from "./formulaCollector";
import type { Spread } from "./spread";
import { plainNumber, type StyleKind, type StyleKinds } from "./styleKinds";

/** A formula that was never calculated: its cell shows nothing, and nothing may be billed from it. */
const NO_RESULT = "#NO VALUE";

export interface CellsInput {
  readonly builder: GridBuilder;
  readonly texts: readonly string[];
  readonly kinds: StyleKinds;
  readonly date1904: boolean;
  readonly label: string;
  readonly spread: Spread;
  readonly onRow: () => void;
  /** Gets the reference of each merged area, such as B2:B5. */
  readonly onMerge: (reference: string) => void;
  /** Takes the formulas of the sheet, where they are asked for. */
  readonly formulas?: FormulaCollector | undefined;
}

/** The element in which a reader is. */
type OpenElement = "root" | "sheet" | "rows" | "row" | "cell" | "value" | "text" | "formula" | "merges";

/** Reads the cells of a worksheet part; keeps the place for rows and cells that do not name theirs. */
export class CellReader implements XmlHandler {
  private readonly names = new MainNamespace();
  private readonly reference = new CellReference();
  private readonly inlineText = new RichText();
  private readonly written = new WrittenText();
  private element: OpenElement = "root";
  /** Elements that are open and left out, with all that is in them. */
  private skipped = 0;
  private hasRows = false;
  private row = -1;
  private column = -1;
  // Of the tag that was opened last.
  private hasAddress = false;
  private addressStart = 0;
  private addressEnd = 0;
  private style = 0;
  private type = "";
  private mergedArea = "";
  // Of the cell that is open.
  private values = 0;
  private inlineTexts = 0;
  private value = "";
  private hasFormula = false;
  private readonly formula = new WrittenText();
  private sharedFormula = "";

  constructor(private readonly input: CellsInput) {}

  open(tag: XmlTag): void {
    if (this.element === "row" || this.element === "rows") {
      this.hasAddress = false;
      this.type = "";
      this.style = 0;
    }
    const name = this.names.open(tag, this.visit);
    if (this.skipped > 0) {
      if (!tag.isEmpty) this.skipped++;
    } else if (this.element === "text") this.inlineText.open(name, tag.isEmpty);
    else if (!this.enter(name, tag.isEmpty) && !tag.isEmpty) this.skipped = 1;
  }

  close(): void {
    this.names.close();
    if (this.skipped > 0) this.skipped--;
    else this.leave();
  }

  text(written: string): void {
    if (this.skipped > 0) return;
    if (this.element === "value") this.written.add(written);
    else if (this.element === "text") this.inlineText.add(written);
    else if (this.element === "formula") this.formula.add(written);
    else if (this.element !== "sheet" && written.trim() !== "") {
      throw this.fault(`${shown(written.trim())} stands outside any value`);
    }
  }

  /** Takes what is known of the attributes of a tag. */
  private readonly visit = (attributes: XmlAttributes): void => {
    if (this.skipped > 0) return;
    if (this.element === "merges" && attributes.name === "ref") this.mergedArea = attributes.written;
    if (this.element === "cell" && attributes.name === "si") this.sharedFormula = attributes.written;
    if (this.element !== "row" && this.element !== "rows") return;
    switch (attributes.name) {
      case "r":
        if (this.hasAddress) throw this.fault("it names its place twice");
        this.hasAddress = true;
        this.addressStart = attributes.valueStart;
        this.addressEnd = attributes.valueEnd;
        break;
      case "s":
        this.style = readDigits(attributes.source, attributes.valueStart, attributes.valueEnd);
        break;
      case "t":
        this.type = attributes.written;
    }
  };

  /** Whether an element is one that is read here; it is entered unless it is empty. */
  private enter(name: string | undefined, isEmpty: boolean): boolean {
    switch (this.element) {
      case "root":
        if (name !== "worksheet") throw new XmlError("it is another kind of part");
        return this.go(isEmpty, "sheet");
      case "sheet":
        if (name === "mergeCells") return this.go(isEmpty, "merges");
        return name === "sheetData" && this.enterRows(isEmpty);
      case "merges":
        if (name === "mergeCell") this.input.onMerge(this.mergedArea);
        return false;
      case "rows":
        return name === "row" && this.enterRow(isEmpty);
      case "row":
        return name === "c" && this.enterCell(isEmpty);
      case "cell":
        return this.enterContent(name, isEmpty);
      default:
        throw this.fault("its value is more than text");
    }
  }

  private go(isEmpty: boolean, element: OpenElement): true {
    if (!isEmpty) this.element = element;
    return true;
  }

  private enterRows(isEmpty: boolean): true {
    if (this.hasRows) throw new XmlError("it lists its rows twice");
    this.hasRows = true;
    return this.go(isEmpty, "rows");
  }

  private enterRow(isEmpty: boolean): true {
    const before = this.row;
    const { source } = this.names.attributes;
    const row = this.hasAddress ? readDigits(source, this.addressStart, this.addressEnd) - 1 : before + 1;
    if (row < 0) throw this.rowFault(`row ${this.shownAddress()}`, "this is no number of a row");
    if (row > LAST_ROW)
      throw this.rowFault(`row ${this.shownAddress()}`, "a sheet of Excel ends with row 1048576");
    if (row <= before) {
      const where = row === before ? "it stands there twice" : `it stands below row ${String(before + 1)}`;
      throw this.rowFault(`row ${String(row + 1)}`, where);
    }
    this.row = row;
    this.column = -1;
    this.input.onRow();
    return this.go(isEmpty, "row");
  }

  private enterCell(isEmpty: boolean): true {
    const before = this.column;
    this.column = this.hasAddress ? this.namedColumn() : before + 1;
    if (this.column > LAST_COLUMN) throw this.fault("a sheet of Excel ends with column XFD");
    if (this.column <= before)
      throw this.fault(
        this.column === before ? "it stands there twice" : "it stands to the right of later cells",
      );
    this.values = this.inlineTexts = 0;
    this.value = "";
    this.hasFormula = false;
    return this.go(isEmpty, "cell");
  }

  private namedColumn(): number {
    const { reference, row } = this;
    if (!reference.read(this.names.attributes.source, this.addressStart, this.addressEnd))
      throw this.rowFault(`row ${String(row + 1)}`, `${this.shownAddress()} is no cell`);
    if (reference.row !== row)
      throw this.rowFault(`row ${String(row + 1)}`, `its cell ${this.shownAddress()} names another row`);
    return reference.column;
  }

  private shownAddress(): string {
    return shown(this.names.attributes.source.slice(this.addressStart, this.addressEnd));
  }

  private rowFault(address: string, reason: string): PackageError {
    return damagedCell(this.input.label, address, reason);
  }

  private enterContent(name: string | undefined, isEmpty: boolean): boolean {
    if (name === "v") {
      this.values++;
      return this.go(isEmpty, "value");
    }
    if (name === "is") {
      this.inlineTexts++;
      return this.go(isEmpty, "text");
    }
    return name === "f" && this.enterFormula(isEmpty);
  }

  /** The text of a formula is read where somebody takes it, else left out. */
  private enterFormula(isEmpty: boolean): boolean {
    this.hasFormula = true;
    if (this.input.formulas === undefined) return false;
    if (isEmpty) this.addFormula();
    return this.go(isEmpty, "formula");
  }

  private addFormula(): void {
    const text = this.decoded(this.formula.take());
    this.input.formulas?.add({ row: this.row, column: this.column, text, shared: this.sharedFormula });
    this.sharedFormula = "";
  }

  private leave(): void {
    switch (this.element) {
      case "text":
        if (!this.closeInText()) this.element = "cell";
        break;
      case "value":
        this.value = this.written.take();
        this.element = "cell";
        break;
      case "formula":
        this.addFormula();
        this.element = "cell";
        break;
      case "cell":
        this.element = "row";
        this.addCell();
        break;
      case "row":
        this.element = "rows";
        break;
      case "rows":
      case "merges":
        this.element = "sheet";
    }
  }

  private closeInText(): boolean {
    try {
      return this.inlineText.close();
    } catch (error) {
      throw error instanceof XmlError ? this.fault(error.message) : error;
    }
  }

  private addCell(): void {
    const text = this.inlineText.take();
    if (this.values > 1 || this.inlineTexts > 1) throw this.fault("it holds more than one value");
    if (this.type === "inlineStr" ? this.value !== "" : text !== "")
      throw this.fault("it holds a value that is not of its kind");
    if (this.type === "inlineStr") this.addText(text);
    else if (this.value === "") this.addEmpty();
    else this.addValue(this.value);
  }

  /** A formula whose result is an empty text has an empty value; any other without one was never calculated. */
  private addEmpty(): void {
    const isEmptyText = this.values === 1 && this.type === "str";
    if (this.hasFormula && !isEmptyText) this.addError(NO_RESULT);
  }

  private addValue(written: string): void {
    const { builder } = this.input;
    switch (this.type) {
      case "s":
        this.addText(this.sharedText(written));
        return;
      case "b":
        this.checkRoom();
        builder.boolean(this.row, this.column, this.truth(written.trim()));
        return;
      case "e":
        this.addError(this.decoded(written));
        return;
      case "str":
        this.addText(this.decoded(written));
        return;
      case "d":
        this.addText(this.decoded(written.trim()));
        return;
      case "":
      case "n":
        this.addNumber(written);
        return;
      default:
        throw this.fault(`its kind ${shown(this.type)} is not known`);
    }
  }

  private sharedText(written: string): string {
    const index = cellNumber(written);
    const text = this.input.texts[index];
    if (text === undefined) throw this.fault(`the workbook has no text number ${shown(written)}`);
    return text;
  }

  private truth(written: string): boolean {
    if (written === "1" || written === "true") return true;
    if (written === "0" || written === "false") return false;
    throw this.fault(`${shown(written)} is neither true nor false`);
  }

  private decoded(written: string): string {
    try {
      return readText(written);
    } catch (error) {
      throw error instanceof XmlError ? this.fault(error.message) : error;
    }
  }

  private addNumber(written: string): void {
    const { builder, kinds, date1904 } = this.input;
    const number = cellNumber(written);
    if (Number.isNaN(number)) throw this.fault(`${shown(written)} is no number`);
    if (!Number.isFinite(number)) {
      this.addError("#NUM!");
      return;
    }
    const { kind, currency, unit } = this.kindOfStyle(kinds);
    this.checkRoom();
    const value = kind === CellKind.date ? serialIn1900(number, date1904) : number;
    builder.number(this.row, this.column, value, kind, currency, unit);
  }

  /** A format that is not there could make a date or a percentage of the number. */
  private kindOfStyle(kinds: StyleKinds): StyleKind {
    const kind = kinds[this.style] ?? (this.style === 0 ? plainNumber : undefined);
    if (kind === undefined) throw this.fault("the workbook does not have the format it names");
    return kind;
  }

  private addText(text: string): void {
    if (text === "") return;
    this.checkRoom();
    this.input.builder.text(this.row, this.column, text);
  }

  private addError(text: string): void {
    this.checkRoom();
    this.input.builder.error(this.row, this.column, text);
  }

  private checkRoom(): void {
    if (!this.input.spread.takes(this.row, this.column))
      throw farApart(this.input.label, cellAddress({ row: this.row, column: this.column }));
  }

  private fault(reason: string): PackageError {
    const address =
      this.row < 0 ? "before its rows" : cellAddress({ row: this.row, column: Math.max(0, this.column) });
    return damagedCell(this.input.label, address, reason);
  }
}
