import { deflateSync, crc32 } from "node:zlib";
import ExcelJS from "exceljs";
import type { PlannedCell, PlannedSheet, WritePlan } from "../../src/core/api";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { openPackage } from "../../src/workbook/xlsx/package/openPackage";
import type { WorkbookPackage } from "../../src/workbook/xlsx/package/workbookPackage";
import { writeZip } from "../../src/workbook/zip/writeZip";

/** The parts of a package by name. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

const SCHEMAS = "http://schemas.openxmlformats.org";
export const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`;
export const RELATIONSHIPS = `${SCHEMAS}/officeDocument/2006/relationships`;
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export function zipParts(parts: Parts): Uint8Array {
  return writeZip(
    Object.entries(parts).map(([name, content]) => ({
      name,
      bytes: typeof content === "string" ? Buffer.from(content, "utf8") : content,
    })),
  );
}

export function open(bytes: Uint8Array): WorkbookPackage {
  const opened = openPackage(bytes);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.package;
}

export function openParts(parts: Parts): WorkbookPackage {
  return open(zipParts(parts));
}

export function plan(changes: Partial<WritePlan>): WritePlan {
  return { sheets: [], removedSheets: [], appended: [], ...changes };
}

export function sheet(name: string, changes: Partial<PlannedSheet> = {}): PlannedSheet {
  return { name, rows: [], widths: [], ...changes };
}

export function cell(value: PlannedCell["value"], rest: Omit<PlannedCell, "value"> = {}): PlannedCell {
  return { value, ...rest };
}

/** A sheet to write where it does not matter which. */
export const report = sheet("Report", { rows: [[cell("Total", { style: { bold: true } }), cell(3)]] });

/** The names of a workbook's sheets, in the order of the tabs. */
export function sheetNames(workbook: WorkbookPackage): string[] {
  return workbook.sheets.map(({ name }) => name);
}

/** The package that results from a plan. */
export function applied(source: WorkbookPackage, changes: Partial<WritePlan>): WorkbookPackage {
  return open(applyPlan(source, plan(changes)));
}

/** The file of a package, for another reader. */
function fileOf({ archive }: WorkbookPackage): Uint8Array {
  return writeZip(archive.names.map((name) => ({ name, raw: archive.raw(name) })));
}

/** `relationships("rId1 worksheet worksheets/sheet1.xml")`: one text a relationship. */
export function relationships(...entries: string[]): string {
  const elements = entries.map((entry) => {
    const [id, kind, target] = entry.split(" ");
    const type = kind!.includes(":") ? kind : `${RELATIONSHIPS}/${kind!}`;
    return `<Relationship Id="${id!}" Type="${type!}" Target="${target!}"/>`;
  });
  return `<Relationships xmlns="${SCHEMAS}/package/2006/relationships">${elements.join("")}</Relationships>`;
}

/** `contentTypes({"/xl/workbook.xml": "sheet.main"})`: a kind is short for its SpreadsheetML type. */
export function contentTypes(overrides: Readonly<Record<string, string>>, defaults = ""): string {
  const elements = Object.entries(overrides).map(([part, kind]) => {
    const type = kind.includes("/") ? kind : `${SPREADSHEET}.${kind}+xml`;
    return `<Override PartName="${part}" ContentType="${type}"/>`;
  });
  return (
    `<Types xmlns="${SCHEMAS}/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${defaults}${elements.join("")}</Types>`
  );
}

export function worksheet(rows: string, rest = "", head = ""): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${head}<sheetData>${rows}</sheetData>${rest}</worksheet>`;
}

export function workbookXml(content: string): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${content}</workbook>`;
}

/** A workbook of one sheet, "Data", with the numbers 1 and 2 below a title. */
export function smallWorkbook(): Record<string, string | Uint8Array> {
  return {
    "[Content_Types].xml": contentTypes({
      "/xl/workbook.xml": "sheet.main",
      "/xl/worksheets/sheet1.xml": "worksheet",
      "/xl/styles.xml": "styles",
    }),
    "_rels/.rels": relationships("rId1 officeDocument xl/workbook.xml"),
    "xl/workbook.xml": workbookXml('<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>'),
    "xl/_rels/workbook.xml.rels": relationships(
      "rId1 worksheet worksheets/sheet1.xml",
      "rId2 styles styles.xml",
    ),
    "xl/worksheets/sheet1.xml": worksheet(
      '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>Count</t></is></c></row>' +
        '<row r="2"><c r="A2" s="2"><v>1</v></c></row><row r="3"><c r="A3" s="2"><v>2</v></c></row>',
      "",
      '<dimension ref="A1:A3"/>',
    ),
    "xl/styles.xml":
      `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="10"/><name val="Arial"/><family val="2"/></font>` +
      '<font><b/><sz val="10"/><name val="Arial"/><family val="2"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
      '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
  };
}

/** A picture of one colour. */
export function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const pixels = deflateSync(Buffer.alloc(height * (width + 1), 0x80));
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    signature,
    pngChunk("IHDR", header),
    pngChunk("IDAT", pixels),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, "latin1");
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

/** What another program reads of a workbook. */
export async function readWithExcelJs(workbook: WorkbookPackage): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // Its types are of a time when Buffer was not generic.
  await book.xlsx.load(fileOf(workbook) as unknown as ExcelJS.Buffer);
  return book;
}
