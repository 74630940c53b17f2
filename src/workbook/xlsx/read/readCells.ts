import { NO_RESULT } from "../../../core/api";
import type { XmlAttributes } from "../../xml/xmlAttributes";
import { XmlError } from "../../xml/xmlError";
import type { XmlHandler, XmlTag } from "../../xml/xmlScanner";
import { CellReference, readDigits } from "../cellReference";
import { cellNumber } from "./cellNumber";
import type { CellSink } from "./cellSink";
import type { FormulaCollector } from "./formulaCollector";
import { MainNamespace } from "./mainNamespace";
import { shown } from "./partFailure";
import { RichText, WrittenText } from "./richText";

/** The element in which a reader is. */
type OpenElement = "root" | "sheet" | "rows" | "row" | "cell" | "value" | "text" | "formula" | "merges";

/** Reads the cells of a worksheet part; keeps the place for rows and cells that do not name theirs. */
export class CellReader implements XmlHandler {
  readonly names = new MainNamespace();
  private readonly reference = new CellReference();
  private readonly inlineText = new RichText();
  private readonly written = new WrittenText();
  private element: OpenElement = "root";
  /** Elements that are open and left out, with all that is in them. */
  private skipped = 0;
  private hasRows = false;
  // Of the tag that was opened last.
  private hasAddress = false;
  private addressStart = 0;
  private addressEnd = 0;
  private style = 0;
  private type = "";
  private isHidden = false;
  private mergedArea = "";
  // Of the cell that is open.
  private values = 0;
  private inlineTexts = 0;
  private value = "";
  private hasFormula = false;
  private readonly formula = new WrittenText();
  private sharedFormula = "";

  constructor(
    private readonly cells: CellSink,
    /** Gets the reference of each merged area, such as B2:B5. */
    private readonly onMerge: (reference: string) => void,
    /** Takes the formulas of the sheet, where they are asked for. */
    private readonly formulas?: FormulaCollector,
  ) {}

  /** Whether rows or the cells of a row come next, written without prefixes. */
  get isAmongRows(): boolean {
    return this.skipped === 0 && (this.element === "rows" || this.element === "row") && this.names.isDefault;
  }

  get isInRow(): boolean {
    return this.element === "row";
  }

  /** Takes note of a row that was opened or closed without this reader. */
  enterRowUnseen(): void {
    this.element = "row";
    this.names.enter();
  }

  leaveRowUnseen(): void {
    this.element = "rows";
    this.names.close();
  }

  open(tag: XmlTag): void {
    if (this.element === "row" || this.element === "rows") {
      this.hasAddress = false;
      this.type = "";
      this.style = 0;
      this.isHidden = false;
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
      throw this.cells.fault(`${shown(written.trim())} stands outside any value`);
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
        if (this.hasAddress) throw this.cells.fault("it names its place twice");
        this.hasAddress = true;
        this.addressStart = attributes.valueStart;
        this.addressEnd = attributes.valueEnd;
        break;
      case "s":
        this.style = readDigits(attributes.source, attributes.valueStart, attributes.valueEnd);
        break;
      case "t":
        this.type = attributes.written;
        break;
      case "hidden":
        this.isHidden = attributes.written === "1" || attributes.written === "true";
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
        if (name === "mergeCell") this.onMerge(this.mergedArea);
        return false;
      case "rows":
        return name === "row" && this.enterRow(isEmpty);
      case "row":
        return name === "c" && this.enterCell(isEmpty);
      case "cell":
        return this.enterContent(name, isEmpty);
      default:
        throw this.cells.fault("its value is more than text");
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
    const { source } = this.names.attributes;
    const row = this.hasAddress
      ? readDigits(source, this.addressStart, this.addressEnd) - 1
      : this.cells.row + 1;
    this.cells.beginRow(row, this.hasAddress ? this.shownAddress() : "");
    if (this.isHidden) this.cells.hideRow();
    return this.go(isEmpty, "row");
  }

  private enterCell(isEmpty: boolean): true {
    this.cells.beginCell(this.hasAddress ? this.namedColumn() : this.cells.column + 1);
    this.values = this.inlineTexts = 0;
    this.value = "";
    this.hasFormula = false;
    return this.go(isEmpty, "cell");
  }

  private namedColumn(): number {
    const { reference, cells } = this;
    const rowName = `row ${String(cells.row + 1)}`;
    if (!reference.read(this.names.attributes.source, this.addressStart, this.addressEnd))
      throw cells.rowFault(rowName, `${this.shownAddress()} is no cell`);
    if (reference.row !== cells.row)
      throw cells.rowFault(rowName, `its cell ${this.shownAddress()} names another row`);
    return reference.column;
  }

  private shownAddress(): string {
    return shown(this.names.attributes.source.slice(this.addressStart, this.addressEnd));
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
    if (this.formulas === undefined) return false;
    if (isEmpty) this.addFormula();
    return this.go(isEmpty, "formula");
  }

  private addFormula(): void {
    const { row, column } = this.cells;
    const text = this.cells.decoded(this.formula.take());
    this.formulas?.add({ row, column, text, shared: this.sharedFormula });
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
      throw error instanceof XmlError ? this.cells.fault(error.message) : error;
    }
  }

  private addCell(): void {
    const text = this.inlineText.take();
    if (this.values > 1 || this.inlineTexts > 1) throw this.cells.fault("it holds more than one value");
    if (this.type === "inlineStr" ? this.value !== "" : text !== "")
      throw this.cells.fault("it holds a value that is not of its kind");
    if (this.type === "inlineStr") this.cells.addText(text);
    else if (this.value === "") this.addEmpty();
    else this.addValue(this.value);
    if (text !== "" || this.value !== "") this.cells.endCell(this.style);
  }

  /** A formula whose result is an empty text has an empty value; any other without one was never calculated. */
  private addEmpty(): void {
    const isEmptyText = this.values === 1 && this.type === "str";
    if (this.hasFormula && !isEmptyText) this.cells.addError(NO_RESULT);
  }

  private addValue(written: string): void {
    const { cells } = this;
    switch (this.type) {
      case "s":
        cells.addShared(cellNumber(written), written);
        return;
      case "b":
        cells.addBoolean(this.truth(written.trim()));
        return;
      case "e":
        cells.addError(cells.decoded(written));
        return;
      case "str":
        cells.addText(cells.decoded(written));
        return;
      case "d":
        cells.addText(cells.decoded(written.trim()));
        return;
      case "":
      case "n":
        cells.addNumber(this.number(written), this.style);
        return;
      default:
        throw cells.fault(`its kind ${shown(this.type)} is not known`);
    }
  }

  private number(written: string): number {
    const number = cellNumber(written);
    if (Number.isNaN(number)) throw this.cells.fault(`${shown(written)} is no number`);
    return number;
  }

  private truth(written: string): boolean {
    if (written === "1" || written === "true") return true;
    if (written === "0" || written === "false") return false;
    throw this.cells.fault(`${shown(written)} is neither true nor false`);
  }
}
