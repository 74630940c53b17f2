import {
  cellAddress,
  largest,
  type PageSetup,
  type PlannedChoice,
  type PlannedSheet,
} from "../../../core/api";
import { encodeUtf8 } from "../../bytes/text";
import type { Steps } from "../../bytes/steps";
import type { Utf8Sink } from "../../bytes/textSink";
import { CellWriter, rowStart } from "./cellWriter";
import { xmlDeclaration, type Dialect } from "../../opc/namespaces";
import type { StyleSheet } from "../styles/styleSheet";
import { escapeAttribute, escapeText } from "../../xml/xmlText";
import { MemberPacker } from "../../zip/packMember";
import type { RawMember } from "../../zip/zipArchive";

/** The parts a sheet leads to, by relationship id, and what it has of the sheet in whose place it is written. */
export interface SheetRelations {
  /** The name by which macros lead to it. */
  readonly codeName: string | undefined;
  /** Its conditional formats, as elements. */
  readonly rules: string;
  readonly drawing: string | undefined;
  readonly table: string | undefined;
}

/** Rows packed at a time. */
const ROWS_PER_PIECE = 256;
const WIDEST_COLUMN = 255;
/** A drop-down list given in place is a quoted text of at most this length. */
const LONGEST_CHOICES = 255;

/**
 * A whole worksheet part, its elements in the order of the schema, packed while it is made. Its rows go through `out`,
 * which is empty before and after: for a small sheet, making a new one costs as much as its cells.
 */
export function* packSheet(
  sheet: PlannedSheet,
  styles: StyleSheet,
  dialect: Dialect,
  relations: SheetRelations,
  out: Utf8Sink,
): Steps<RawMember> {
  const cells = new CellWriter(styles);
  const packer = new MemberPacker();
  const head = [
    `${xmlDeclaration}<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">`,
    propertiesXml(sheet, relations.codeName),
    `<dimension ref="${usedArea(sheet)}"/>`,
    viewXml(sheet),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    "<sheetData>",
  ];
  yield* packer.add(encodeUtf8(head.join("")));
  for (const rows of rowPieces(sheet, cells, out)) {
    yield* packer.add(rows);
    yield;
  }
  const tail = [
    "</sheetData>",
    listXml(
      "mergeCells",
      (sheet.merges ?? []).map((area) => `<mergeCell ref="${escapeAttribute(area)}"/>`),
    ),
    relations.rules,
    listXml(
      "dataValidations",
      (sheet.choices ?? []).map(choiceXml).filter((choice) => choice !== ""),
    ),
    cells.links.length === 0 ? "" : `<hyperlinks>${cells.links.join("")}</hyperlinks>`,
    pageXml(sheet.page),
    breaksXml(sheet.page?.breaks ?? []),
    relations.drawing === undefined ? "" : `<drawing r:id="${relations.drawing}"/>`,
    relations.table === undefined ? "" : listXml("tableParts", [`<tablePart r:id="${relations.table}"/>`]),
    "</worksheet>",
  ];
  yield* packer.add(encodeUtf8(tail.join("")));
  return yield* packer.finish();
}

function* rowPieces(sheet: PlannedSheet, cells: CellWriter, out: Utf8Sink): Generator<Uint8Array> {
  const heights = sheet.heights ?? new Map<number, number>();
  const count = Math.max(sheet.rows.length, largest(heights.keys()) + 1);
  for (let first = 0; first < count; first += ROWS_PER_PIECE) {
    const end = Math.min(first + ROWS_PER_PIECE, count);
    for (let row = first; row < end; row++) writeRow(out, sheet, row, heights.get(row), cells);
    yield out.take();
  }
}

function writeRow(
  out: Utf8Sink,
  sheet: PlannedSheet,
  row: number,
  height: number | undefined,
  writer: CellWriter,
): void {
  const cells = sheet.rows[row] ?? [];
  const before = out.length;
  out.add(rowStart(row, height));
  const start = out.length;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (cell !== null && cell !== undefined) writer.write(out, cell, row, column);
  }
  if (out.length === start && height === undefined) out.cutTo(before);
  else out.add("</row>");
}

function propertiesXml({ tabColor, page }: PlannedSheet, codeName: string | undefined): string {
  if (tabColor === undefined && page === undefined && codeName === undefined) return "";
  const name = codeName === undefined ? "" : ` codeName="${escapeAttribute(codeName)}"`;
  const color = tabColor === undefined ? "" : `<tabColor rgb="FF${tabColor.toUpperCase()}"/>`;
  return `<sheetPr${name}>${color}${page === undefined ? "" : '<pageSetUpPr fitToPage="1"/>'}</sheetPr>`;
}

function usedArea({ rows }: PlannedSheet): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0 || (rows.length === 1 && columns === 1)) return "A1";
  return `A1:${cellAddress({ row: rows.length - 1, column: columns - 1 })}`;
}

function viewXml({ hideGridLines, frozenRows = 0 }: PlannedSheet): string {
  const gridLines = hideGridLines === true ? ' showGridLines="0"' : "";
  const view = `<sheetView${gridLines} workbookViewId="0"`;
  if (frozenRows <= 0) return `<sheetViews>${view}/></sheetViews>`;
  const topLeft = cellAddress({ row: frozenRows, column: 0 });
  return (
    `<sheetViews>${view}><pane ySplit="${String(frozenRows)}" topLeftCell="${topLeft}" ` +
    'activePane="bottomLeft" state="frozen"/>' +
    `<selection pane="bottomLeft" activeCell="${topLeft}" sqref="${topLeft}"/></sheetView></sheetViews>`
  );
}

function columnsXml({ widths, hiddenColumns = [] }: PlannedSheet): string {
  const columns = widths.map((width, index) => {
    if (!(width > 0)) return "";
    const hidden = hiddenColumns.includes(index) ? ' hidden="1"' : "";
    const position = String(index + 1);
    const value = String(Math.min(width, WIDEST_COLUMN));
    return `<col min="${position}" max="${position}" width="${value}"${hidden} customWidth="1"/>`;
  });
  const content = columns.join("");
  return content === "" ? "" : `<cols>${content}</cols>`;
}

/** A list that a sheet either has with entries or does not have. */
function listXml(name: string, entries: readonly string[]): string {
  if (entries.length === 0) return "";
  return `<${name} count="${String(entries.length)}">${entries.join("")}</${name}>`;
}

/** Empty for choices that cannot be given in place: the cells then take any value. */
function choiceXml({ column, firstRow, lastRow, choices }: PlannedChoice): string {
  const list = choices.join(",");
  const ambiguous = choices.some((choice) => choice.includes(","));
  if (list === "" || list.length > LONGEST_CHOICES || ambiguous) return "";
  const area = `${cellAddress({ row: firstRow, column })}:${cellAddress({ row: lastRow, column })}`;
  const formula = escapeText(`"${list.replaceAll('"', '""')}"`);
  return (
    '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" ' +
    `sqref="${area}"><formula1>${formula}</formula1></dataValidation>`
  );
}

function pageXml(page: PageSetup | undefined): string {
  if (page === undefined) return "";
  const footer =
    page.footer === undefined
      ? ""
      : `<headerFooter><oddFooter>${escapeText(page.footer)}</oddFooter></headerFooter>`;
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup orientation="${page.orientation}" fitToWidth="1" fitToHeight="${String(page.pages ?? 0)}"/>${footer}`
  );
}

/** A break lies below the row, counted from 1, that its id names. */
function breaksXml(rows: readonly number[]): string {
  if (rows.length === 0) return "";
  const count = String(rows.length);
  const breaks = rows.map((row) => `<brk id="${String(row)}" max="16383" man="1"/>`).join("");
  return `<rowBreaks count="${count}" manualBreakCount="${count}">${breaks}</rowBreaks>`;
}
