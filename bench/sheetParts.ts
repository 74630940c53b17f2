import { columnName } from "../src/core/grid/grid";

/** A text, a number, or a moment as a serial in a cell with a date format. */
export type Cell = string | number | { readonly serial: number };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Index of the date format among the cell styles. */
const DATE_STYLE = 1;
const TEXTS_OF_PIECE = 5000;

export const sheetStart = `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="15"/><sheetData>`;
export const sheetEnd = "</sheetData></worksheet>";

/** How cells hold texts; no text of the benchmarks needs escaping. */
export interface CellTexts {
  cellXml(address: string, text: string): string;
  /** The workbook's table of texts. */
  pieces(): Iterable<string>;
}

/** Texts in their cells, as many libraries write them. */
export const inlineTexts: CellTexts = {
  cellXml: (address, text) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`,
  pieces: () => [`${DECLARATION}<sst xmlns="${MAIN}" count="0" uniqueCount="0"/>`],
};

/** Texts in the order of their first use, each once, as Excel writes them. */
export class SharedStrings implements CellTexts {
  private readonly indexes = new Map<string, number>();
  private uses = 0;

  cellXml(address: string, text: string): string {
    return `<c r="${address}" t="s"><v>${String(this.indexOf(text))}</v></c>`;
  }

  private indexOf(text: string): number {
    this.uses++;
    let index = this.indexes.get(text);
    if (index === undefined) this.indexes.set(text, (index = this.indexes.size));
    return index;
  }

  *pieces(): Generator<string> {
    yield `${DECLARATION}<sst xmlns="${MAIN}" count="${String(this.uses)}" uniqueCount="${String(this.indexes.size)}">`;
    let piece = "";
    for (const [text, index] of this.indexes) {
      piece += `<si><t>${text}</t></si>`;
      if (index % TEXTS_OF_PIECE !== 0) continue;
      yield piece;
      piece = "";
    }
    yield `${piece}</sst>`;
  }
}

const LETTERS = Array.from({ length: 26 }, (_, column) => columnName(column));

function cellXml(cell: Cell, address: string, texts: CellTexts): string {
  if (typeof cell === "string") return texts.cellXml(address, cell);
  if (typeof cell === "number") return `<c r="${address}"><v>${String(cell)}</v></c>`;
  return `<c r="${address}" s="${String(DATE_STYLE)}"><v>${String(cell.serial)}</v></c>`;
}

/** A row by its 1-based number, with the attributes that Excel gives it. */
export function rowXml(number: number, cells: readonly Cell[], texts: CellTexts): string {
  const rowNumber = String(number);
  let xml = `<row r="${rowNumber}" spans="1:${String(cells.length)}">`;
  for (let column = 0; column < cells.length; column++)
    xml += cellXml(cells[column]!, LETTERS[column]! + rowNumber, texts);
  return `${xml}</row>`;
}

function contentTypes(sheets: readonly string[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SPREADSHEET_TYPE}.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override("workbook", "sheet.main") +
    sheets.map((_, index) => override(`worksheets/sheet${String(index + 1)}`, "worksheet")).join("") +
    `${override("styles", "styles")}${override("sharedStrings", "sharedStrings")}</Types>`
  );
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const elements = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${elements.join("")}</Relationships>`;
}

function workbook(sheets: readonly string[]): string {
  const elements = sheets.map(
    (name, index) => `<sheet name="${name}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${elements.join("")}</sheets></workbook>`;
}

const styles =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';

/** All parts that are before the sheets, by their names in the zip. */
export function parts(sheets: readonly string[]): readonly (readonly [name: string, xml: string])[] {
  const bookTargets = [
    ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${String(index + 1)}.xml`] as const),
    ["styles", "styles.xml"] as const,
    ["sharedStrings", "sharedStrings.xml"] as const,
  ];
  const all: [string, string][] = [
    ["[Content_Types].xml", contentTypes(sheets)],
    ["_rels/.rels", relationships([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbook(sheets)],
    ["xl/_rels/workbook.xml.rels", relationships(bookTargets)],
    ["xl/styles.xml", styles],
  ];
  return all.map(([name, xml]) => [name, DECLARATION + xml]);
}
