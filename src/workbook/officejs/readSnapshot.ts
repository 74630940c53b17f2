import type { Snapshot, TableArea } from "../../core/api";
import type { Work } from "../port/port";
import type { Steps } from "../bytes/steps";
import { answered } from "./answers";
import { roundTrip } from "./batches";
import { extentOf, loadExtent, type Extent } from "./extent";
import { piecesOf, readPieces, type Piece } from "./pieces";
import { askLogo, findLogo } from "./readLogo";
import { readMerges, type SheetPart } from "./readMerges";
import { askUnseen } from "./readUnseen";
import { SheetCells } from "./sheetCells";

interface Layout {
  readonly areas: readonly SheetPart[];
  readonly tables: readonly TableArea[];
  /** Shapes of the Settings sheet, among which the logo is, by the sheet's name. */
  readonly logoShapes: ReadonlyMap<string, Excel.ShapeCollection>;
  readonly date1904: boolean;
}

/** What is read besides cells. */
export interface ReadOptions {
  /** Whether to read the picture that invoices carry. */
  readonly withPictures?: boolean;
  /** The sheets that are read, by their names in small letters; all of them unless said. */
  readonly only?: ReadonlySet<string>;
}

/** Rows that are read first, to learn how many bytes a row takes. */
const PROBE_ROWS = 200;

/** Where things are: sheets with their used cells, and Excel tables. Two round trips. */
async function readLayout(
  context: Excel.RequestContext,
  work: Work,
  { withPictures = false, only }: ReadOptions,
): Promise<Layout> {
  const { workbook } = context;
  const { worksheets, tables } = workbook;
  // No property tells from when days are counted; the function does.
  const secondOf1904 = workbook.functions.date(1904, 1, 2).load("value");
  worksheets.load("items/name");
  tables.load("items/name");
  await roundTrip(context, work);
  const read = worksheets.items.filter(({ name }) => only?.has(name.toLowerCase()) ?? true);
  const used = read.map((sheet) => ({
    sheet,
    range: loadExtent(sheet.getUsedRangeOrNullObject(true)),
  }));
  const named = tables.items.map((table) => {
    table.worksheet.load("name");
    return { table, range: loadExtent(table.getRange()) };
  });
  const logoShapes = withPictures ? askLogo(read) : new Map<string, Excel.ShapeCollection>();
  await roundTrip(context, work);
  return {
    date1904: answered(secondOf1904, "value") === 1,
    logoShapes,
    areas: used.map(({ sheet, range }) => ({ sheet, name: sheet.name, ...extentOf(range) })),
    tables: named.map(({ table, range }) => tableArea(table, extentOf(range))),
  };
}

function tableArea(table: Excel.Table, { row, column, rows, columns }: Extent): TableArea {
  return {
    name: table.name,
    sheet: table.worksheet.name,
    firstRow: row,
    lastRow: row + rows - 1,
    firstColumn: column,
    lastColumn: column + columns - 1,
  };
}

/** Bytes of a row of these cells in an answer, with room for longer rows further down. */
function bytesPerRow(cells: readonly unknown[][], columns: number): number {
  if (cells.length === 0) return columns;
  return Math.ceil((JSON.stringify(cells).length / cells.length) * 1.25) + columns;
}

/** The content of the workbook, in few requests whose answers stay well under 2 MB. */
export async function readBook(
  context: Excel.RequestContext,
  work: Work = {},
  options: ReadOptions = {},
): Promise<Snapshot> {
  const { areas, tables, logoShapes, date1904 } = await readLayout(context, work, options);
  // Comes with the first cells, in no round trip of its own.
  const logo = findLogo(logoShapes);
  const sheets = new Map(areas.map((area) => [area, new SheetCells(area, date1904)]));
  const total = areas.reduce((all, { rows }) => all + rows, 0);
  let read = 0;
  const perRow = new Map<SheetPart, number>();
  const take = function* (piece: Piece, cells: unknown[][]): Steps<void> {
    if (!perRow.has(piece.area)) perRow.set(piece.area, bytesPerRow(cells, piece.columns));
    yield* sheets.get(piece.area)!.take(piece, cells);
    read += piece.rows;
    // Formats come after the values and take about a tenth of the time.
    work.onProgress?.({ activity: { kind: "reading", name: piece.area.name }, share: (0.9 * read) / total });
  };
  const filled = areas.filter(({ rows }) => rows > 0);
  const probes = filled.map((area): Piece => {
    const rows = Math.min(PROBE_ROWS, area.rows);
    return {
      area,
      firstRow: 0,
      rows,
      firstColumn: 0,
      columns: area.columns,
      bytes: rows * area.columns * 24,
    };
  });
  const merges = await readMerges(context, filled, work);
  // Comes with the first cells as well.
  const readUnseen = askUnseen(filled.map((area) => sheets.get(area)!));
  await readPieces(context, probes, "values", take, work);
  const rest = filled.flatMap((area) => piecesOf(area, PROBE_ROWS, perRow.get(area)!));
  await readPieces(context, rest, "values", take, work);
  const formats = [...sheets.values()].flatMap((sheet) => sheet.formatPieces());
  const takeFormats = (piece: Piece, cells: unknown[][]) => sheets.get(piece.area)!.takeFormats(piece, cells);
  await readPieces(context, formats, "numberFormat", takeFormats, work);
  await readUnseen(context, work);
  const grids = areas.map((area) => sheets.get(area)!.builder.build());
  const picture = filled.length > 0 ? logo?.() : undefined;
  return { grids, tables, date1904, pictures: picture ? [picture] : [], merges };
}
