import { answered, answeredOf, present } from "./answers";
import { extentOf, loadExtent, type Extent } from "./extent";

const FOOTERS = ["leftFooter", "centerFooter", "rightFooter"] as const;
const HEADERS = ["leftHeader", "centerHeader", "rightHeader"] as const;
/** Page settings that a planned sheet brings along. */
const WRITTEN_PAGE = ["orientation", "zoom"] as const;
/** The others, which go with a sheet that is removed. */
const OTHER_PAGE = [
  "paperSize",
  "blackAndWhite",
  "centerHorizontally",
  "centerVertically",
  "draftMode",
  "firstPageNumber",
  "printComments",
  "printErrors",
  "printGridlines",
  "printHeadings",
  "printOrder",
  "leftMargin",
  "rightMargin",
  "topMargin",
  "bottomMargin",
  "headerMargin",
  "footerMargin",
] as const;

const LOOK = ["showGridlines", "showHeadings", "tabColor"] as const;

type Page = Excel.Interfaces.PageLayoutUpdateData;

/** What of a sheet is not in its cells: sizes, merged cells, panes and page. */
export interface SheetSetup {
  readonly rows: Excel.SettableRowProperties[];
  readonly columns: Excel.SettableColumnProperties[];
  readonly merges: readonly Extent[];
  readonly frozen: Extent | undefined;
  readonly look: Partial<Pick<Excel.Worksheet, (typeof LOOK)[number]>>;
  readonly page: Page;
  readonly headersFooters: Excel.Interfaces.HeaderFooterUpdateData;
  readonly titleRows: string | undefined;
  readonly titleColumns: string | undefined;
  readonly printArea: string | undefined;
}

const ROWS = { rowHidden: true, format: { rowHeight: true, useStandardHeight: true } };
const COLUMNS = { columnHidden: true, format: { columnWidth: true, useStandardWidth: true } };

/** A line of the usual size is told so: its number would make that size its own. */
function rowBefore(row: Excel.RowProperties | null): Excel.SettableRowProperties {
  const { rowHeight, useStandardHeight } = row?.format ?? {};
  const format = useStandardHeight ? { useStandardHeight } : present({ rowHeight });
  return present<Excel.SettableRowProperties>({ rowHidden: row?.rowHidden, format }) ?? {};
}

function columnBefore(column: Excel.ColumnProperties | null): Excel.SettableColumnProperties {
  const { columnWidth, useStandardWidth } = column?.format ?? {};
  const format = useStandardWidth ? { useStandardWidth } : present({ columnWidth });
  return present<Excel.SettableColumnProperties>({ columnHidden: column?.columnHidden, format }) ?? {};
}

/** Excel gives at most 512 merged areas at once; a line of an invoice has one. */
const MERGE_ROWS = 250;
const MOST_ROWS = 1_048_576;

/** Asks for merged areas in blocks of rows, and in all rows below them. */
function askMerges(sheet: Excel.Worksheet, { rows }: Extent): Excel.RangeAreas[] {
  const starts = Array.from({ length: Math.floor(rows / MERGE_ROWS) + 1 }, (_, block) => block * MERGE_ROWS);
  return starts.map((first, block) => {
    const count = (starts[block + 1] ?? MOST_ROWS) - first;
    const merged = sheet.getRangeByIndexes(first, 0, count, 1).getEntireRow().getMergedAreasOrNullObject();
    merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    return merged;
  });
}

/** Each merged area once, though it may reach over two blocks. */
function mergesOf(merged: readonly Excel.RangeAreas[]): Extent[] {
  const areas = merged.flatMap((merge) => (merge.isNullObject ? [] : merge.areas.items.map(extentOf)));
  return [...new Map(areas.map((area) => [`${String(area.row)},${String(area.column)}`, area])).values()];
}

/** Asks for what is not in the cells of a sheet; what is returned reads it once that was sent. */
export function askSetup(sheet: Excel.Worksheet, area: Extent, isRemoved: boolean): () => SheetSetup {
  sheet.load(LOOK.join(","));
  const { pageLayout } = sheet;
  const settings = [...WRITTEN_PAGE, ...(isRemoved ? OTHER_PAGE : [])];
  const texts = [...FOOTERS, ...(isRemoved ? HEADERS : [])];
  pageLayout.load(settings.join(","));
  pageLayout.headersFooters.defaultForAllPages.load(texts.join(","));
  const titleRows = pageLayout.getPrintTitleRowsOrNullObject().load("address");
  const titleColumns = pageLayout.getPrintTitleColumnsOrNullObject().load("address");
  const printArea = pageLayout.getPrintAreaOrNullObject().load("address");
  const frozen = loadExtent(sheet.freezePanes.getLocationOrNullObject());
  const whole = area.rows > 0 ? sheet.getRangeByIndexes(0, 0, area.rows, area.columns) : undefined;
  const rows = whole?.getRowProperties(ROWS);
  const columns = whole?.getColumnProperties(COLUMNS);
  const merged = askMerges(sheet, area);
  const addressOf = (range: Excel.Range | Excel.RangeAreas) =>
    range.isNullObject ? undefined : answered<{ readonly address: string }, "address">(range, "address");
  return () => ({
    rows: (rows?.value ?? []).map(rowBefore),
    columns: (columns?.value ?? []).map(columnBefore),
    merges: mergesOf(merged),
    frozen: frozen.isNullObject ? undefined : extentOf(frozen),
    look: answeredOf(sheet, LOOK),
    // What Excel does not say of a page is left as it is.
    page: present<Page>(answeredOf(pageLayout, settings)) ?? {},
    headersFooters: answeredOf(pageLayout.headersFooters.defaultForAllPages, texts),
    titleRows: addressOf(titleRows),
    titleColumns: addressOf(titleColumns),
    printArea: addressOf(printArea),
  });
}

/** Puts a sheet's setup back; its cells are there already and nothing is merged. */
export function putBackSetup(sheet: Excel.Worksheet, before: SheetSetup): void {
  const { rows, columns, merges, frozen, look, page, headersFooters } = before;
  for (const { row, column, rows: count, columns: width } of merges)
    sheet.getRangeByIndexes(row, column, count, width).merge(false);
  if (rows.length > 0) sheet.getRangeByIndexes(0, 0, rows.length, 1).setRowProperties(rows);
  if (columns.length > 0) sheet.getRangeByIndexes(0, 0, 1, columns.length).setColumnProperties(columns);
  if (frozen) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozen.rows, frozen.columns));
  else sheet.freezePanes.unfreeze();
  sheet.set(look);
  const { pageLayout } = sheet;
  pageLayout.set(page);
  pageLayout.headersFooters.defaultForAllPages.set(headersFooters);
  if (before.titleRows !== undefined) pageLayout.setPrintTitleRows(before.titleRows);
  if (before.titleColumns !== undefined) pageLayout.setPrintTitleColumns(before.titleColumns);
  if (before.printArea !== undefined) pageLayout.setPrintArea(before.printArea);
}
