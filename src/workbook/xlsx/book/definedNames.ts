import { quoteSheetName } from "../areaReference";
import { parseXml, type XmlElement } from "../../xml/xml";
import { applyEdits, replaceContent, setAttribute } from "../../xml/xmlEdit";
import { decodeEscapes, escapeMarkup, escapeText } from "../../xml/xmlText";

/** A defined name with the sheet it belongs to, by identity: its number changes as sheets come and go. */
interface DefinedName<Sheet> {
  readonly name: string;
  readonly sheet: Sheet | undefined;
  readonly xml: string;
}

/** Excel's name for the rows and columns printed on every page. */
const PRINT_TITLES = "_xlnm.Print_Titles";
const BUILT_IN_PREFIX = "_xlnm.";

/** The defined names of a workbook, changed in place. */
export class DefinedNames<Sheet> {
  private names: DefinedName<Sheet>[];
  private readonly removedSheets: string[] = [];

  constructor(
    elements: readonly XmlElement[],
    sheets: readonly Sheet[],
    private readonly prefix: string,
  ) {
    this.names = elements.map((element) => {
      const index = element.attribute("localSheetId");
      return {
        name: decodeEscapes(element.attribute("name") ?? ""),
        sheet: index === undefined ? undefined : sheets[Number(index)],
        xml: element.outer,
      };
    });
  }

  get all(): readonly string[] {
    return this.names.map(({ name }) => name);
  }

  /** Forgets the names of a sheet that goes; what other names say of it becomes #REF!, as in Excel. */
  removeSheet(sheet: Sheet, sheetName: string): void {
    this.names = this.names.filter((name) => name.sheet !== sheet);
    this.removedSheets.push(sheetName);
  }

  /** Forgets what Excel itself keeps for a sheet, such as its print area. */
  removeBuiltIn(sheet: Sheet): void {
    this.names = this.names.filter((name) => name.sheet !== sheet || !name.name.startsWith(BUILT_IN_PREFIX));
  }

  /** Puts another formula behind each name. */
  change(formulaOf: (formula: string) => string): void {
    this.names = this.names.map((name) => ({ ...name, xml: withFormula(name.xml, formulaOf) }));
  }

  /** Prints these 0-based rows of a sheet at the top of every page. */
  addPrintTitles(sheet: Sheet, sheetName: string, [first, last]: readonly [number, number]): void {
    const rows = `$${String(first + 1)}:$${String(last + 1)}`;
    const formula = escapeText(`${quoteSheetName(sheetName)}!${rows}`);
    const tag = `${this.prefix}definedName`;
    this.names.push({ name: PRINT_TITLES, sheet, xml: `<${tag} name="${PRINT_TITLES}">${formula}</${tag}>` });
  }

  /** The elements, with the numbers of the sheets as they are now. */
  toXml(sheets: readonly Sheet[]): string {
    const indexes = new Map(sheets.map((sheet, index) => [sheet, index]));
    const removed = this.removedSheets.length === 0 ? undefined : referenceToAny(this.removedSheets);
    return this.names
      .map(({ sheet, xml }) => {
        const valid =
          removed === undefined ? xml : withFormula(xml, (formula) => formula.replace(removed, "#REF!"));
        return sheet === undefined ? valid : withSheetIndex(valid, indexes.get(sheet));
      })
      .join("");
  }
}

function withSheetIndex(xml: string, index: number | undefined): string {
  const value = index === undefined ? undefined : String(index);
  return applyEdits(xml, [setAttribute(parseXml(xml), "localSheetId", value)]);
}

function withFormula(xml: string, formulaOf: (formula: string) => string): string {
  const element = parseXml(xml);
  const formula = formulaOf(element.text);
  if (formula === element.text) return xml;
  return applyEdits(xml, [replaceContent(element, escapeMarkup(formula))]);
}

/** Matches `Name!` and `'Name'!` of any of these sheets in a formula. */
function referenceToAny(sheetNames: readonly string[]): RegExp {
  const plain = sheetNames.map(escapeRegExp).join("|");
  const quoted = sheetNames.map((name) => escapeRegExp(quoteSheetName(name))).join("|");
  return new RegExp(String.raw`(?:${quoted}|(?<![\p{L}\p{N}_.'\]])(?:${plain}))!`, "giu");
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
