import {
  cellAddress,
  widthOfRows,
  type CellStyle,
  type PageSetup,
  type PlannedCell,
  type PlannedRow,
  type PlannedSheet,
} from "../../core/api";
import { CALL_BYTES, type Batch } from "./batches";
import { setCharts } from "./charts";
import { setPicture } from "./pictures";
import { plainLook } from "./plainLook";
import { pointsOf } from "./points";
import { styleAreas, type StyleArea } from "./styleAreas";
import { existingTable, type Target } from "./target";
import { quotedAddress, rowInputs } from "../port/typed";

const TABLE_STYLE = "TableStyleLight1";
/** Each link is a call of its own; more of them make Excel slow. */
const MOST_LINKS = 2000;
/** Rows that are made ready in a few milliseconds. */
const ROWS_OF_BLOCK = 250;

/** Writes cells from a row on in blocks, as many to a request as it may carry. */
export async function writeCells(
  batch: Batch,
  sheet: Excel.Worksheet,
  rows: readonly PlannedRow[],
  firstRow = 0,
): Promise<void> {
  const width = widthOfRows(rows);
  if (width === 0) return;
  for (let first = 0; first < rows.length; first += ROWS_OF_BLOCK) {
    const block = rowInputs(rows.slice(first, first + ROWS_OF_BLOCK), width);
    await batch.reserve(JSON.stringify(block).length);
    batch.range(sheet, firstRow + first, 0, block.length, width).formulas = block;
  }
}

const alignments = { left: "Left", center: "Center", right: "Right" } as const;
const edges = {
  top: ["EdgeTop"],
  bottom: ["EdgeBottom"],
  topAndBottom: ["EdgeTop", "EdgeBottom"],
} as const;

/** How a range looks, one call a property that differs from Excel's own. */
export function setStyle(range: Excel.Range, style: CellStyle): void {
  const { format } = range;
  if (style.format !== undefined) range.numberFormat = [[style.format]];
  if (style.bold) format.font.bold = true;
  if (style.italic) format.font.italic = true;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.color !== undefined) format.font.color = `#${style.color}`;
  if (style.fill !== undefined) format.fill.color = `#${style.fill}`;
  if (style.align) format.horizontalAlignment = alignments[style.align];
  if (style.vertical) format.verticalAlignment = style.vertical === "top" ? "Top" : "Center";
  if (style.wrap) format.wrapText = true;
  for (const edge of style.border ? edges[style.border] : [])
    format.borders.getItem(edge).style = "Continuous";
}

/** Sets the looks of areas of a sheet, counted from a row. */
export async function setStyles(
  batch: Batch,
  sheet: Excel.Worksheet,
  areas: readonly StyleArea[],
  firstRow = 0,
): Promise<void> {
  for (const { row, column, rows, columns, style, formats } of areas) {
    await batch.reserve(CALL_BYTES + (formats ? JSON.stringify(formats).length : 0));
    const range = batch.range(sheet, firstRow + row, column, rows, columns);
    setStyle(range, style);
    if (formats) range.numberFormat = formats.map((format) => [format]);
  }
}

function setHidden(sheet: Excel.Worksheet, column: number, isHidden: boolean): void {
  sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = isHidden;
}

function setSizes(
  sheet: Excel.Worksheet,
  { widths, heights, hiddenColumns = [], table, rows: planned }: PlannedSheet,
  { rows }: Target,
): void {
  if (rows > 0) sheet.getRangeByIndexes(0, 0, rows, 1).getEntireRow().format.useStandardHeight = true;
  for (const [column, width] of widths.entries())
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = pointsOf(width);
  for (const column of hiddenColumns) setHidden(sheet, column, true);
  // Rows of a table may be thousands, and no two alike: Excel fits them by itself.
  const firstFitted = table ? table.headerRow + 1 : Infinity;
  if (firstFitted < planned.length)
    sheet
      .getRangeByIndexes(firstFitted, 0, planned.length - firstFitted, 1)
      .getEntireRow()
      .format.autofitRows();
  for (const [row, height] of [...(heights ?? [])].filter(([row]) => row < firstFitted))
    sheet.getRangeByIndexes(row, 0, 1, 1).getEntireRow().format.rowHeight = height;
}

function setPage(sheet: Excel.Worksheet, { orientation, repeatRows, footer, pages = 0 }: PageSetup): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: pages };
  if (repeatRows) pageLayout.setPrintTitleRows(`$${String(repeatRows[0] + 1)}:$${String(repeatRows[1] + 1)}`);
  for (const [part, text] of footerParts(footer ?? ""))
    pageLayout.headersFooters.defaultForAllPages[part] = text;
}

/** &L, &C and &R begin the parts of a footer. */
function footerParts(footer: string): ["leftFooter" | "centerFooter" | "rightFooter", string][] {
  const names = { L: "leftFooter", C: "centerFooter", R: "rightFooter" } as const;
  return [...footer.matchAll(/&([LCR])((?:(?!&[LCR]).)*)/g)].map((match) => [
    names[match[1] as keyof typeof names],
    match[2]!,
  ]);
}

/** The planned table over its rows: an existing one is resized, so that formulas keep naming it. */
function setTable(sheet: Excel.Worksheet, planned: PlannedSheet, target: Target): void {
  const { rows, table } = planned;
  if (!table) return;
  const { headerRow, columns, name } = table;
  const range = sheet.getRangeByIndexes(headerRow, 0, Math.max(2, rows.length - headerRow), columns.length);
  const existing = existingTable(target.tables, planned);
  if (existing) {
    existing.table.resize(range);
    return;
  }
  const added = sheet.tables.add(range, true);
  added.name = name;
  added.style = TABLE_STYLE;
}

async function setLinks(batch: Batch, sheet: Excel.Worksheet, rows: PlannedSheet["rows"]): Promise<void> {
  let count = 0;
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      if (!cell?.link || ++count > MOST_LINKS) continue;
      await batch.reserve(CALL_BYTES);
      batch.range(sheet, row, column).hyperlink = linkOf(cell, cell.link);
    }
}

function linkOf({ value }: PlannedCell, link: NonNullable<PlannedCell["link"]>): Excel.RangeHyperlink {
  return { documentReference: quotedAddress(link, cellAddress(link)), textToDisplay: String(value) };
}

function setChoices(sheet: Excel.Worksheet, { choices = [] }: PlannedSheet): void {
  for (const { column, firstRow, lastRow, choices: list } of choices) {
    const range = sheet.getRangeByIndexes(firstRow, column, lastRow - firstRow + 1, 1);
    range.dataValidation.rule = { list: { inCellDropDown: true, source: list.join(",") } };
  }
}

/** Takes away what stood below or beside what is written. */
function clearOld(sheet: Excel.Worksheet, target: Target, rows: number, width: number): void {
  if (target.rows === 0) return;
  const columns = Math.max(target.columns, width);
  const all = sheet.getRangeByIndexes(0, 0, Math.max(target.rows, rows), columns);
  // Merged cells take no contents but in their first, and links stay when contents go.
  all.unmerge();
  all.clear("Hyperlinks");
  plainLook(all);
  if (target.rows > rows) sheet.getRangeByIndexes(rows, 0, target.rows - rows, columns).clear("Contents");
  if (target.columns > width && rows > 0)
    sheet.getRangeByIndexes(0, width, rows, target.columns - width).clear("Contents");
}

/** Writes a planned sheet into a sheet of the workbook: cells first, then looks, table, links and page. */
export async function writeSheet(
  batch: Batch,
  sheet: Excel.Worksheet,
  planned: PlannedSheet,
  target: Target,
): Promise<void> {
  const { rows } = planned;
  clearOld(sheet, target, rows.length, widthOfRows(rows));
  await writeCells(batch, sheet, rows);
  setTable(sheet, planned, target);
  // A link brings Excel's own look; the planned one comes after it.
  await setLinks(batch, sheet, rows);
  await setStyles(batch, sheet, styleAreas(rows, planned.table && planned.table.headerRow + 1));
  // A table that people have set up for themselves keeps its widths, page and colours.
  if (target.sheet && planned.table) {
    for (const column of planned.revealedColumns ?? []) setHidden(sheet, column, false);
    await setCharts(batch, sheet, planned, target.charts);
    return;
  }
  if (target.shapes) await setPicture(batch, sheet, planned, target.shapes);
  setSizes(sheet, planned, target);
  setChoices(sheet, planned);
  for (const merge of planned.merges ?? []) sheet.getRange(merge).merge(false);
  if (planned.frozenRows !== undefined) sheet.freezePanes.freezeRows(planned.frozenRows);
  if (planned.page) setPage(sheet, planned.page);
  if (planned.hideGridLines) sheet.showGridlines = false;
  if (planned.tabColor !== undefined) sheet.tabColor = `#${planned.tabColor}`;
  await setCharts(batch, sheet, planned, target.charts);
  if (planned.isHidden && !target.sheet) sheet.visibility = "Hidden";
}
