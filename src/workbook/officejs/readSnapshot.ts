import { CellKind, GridBuilder, type Snapshot, type TableArea } from "../../core/api";
import { serialIn1900 } from "../xlsx/dateSystem";
import type { Work } from "../port/port";
import { finishWithPauses, pauseForPage, type Steps } from "../bytes/steps";
import { styleKindOf, type StyleKind } from "../xlsx/read/styleKinds";
import { answered } from "./answers";
import { MOST_BYTES, roundTrip } from "./batches";
import { extentOf, loadExtent, type Extent } from "./extent";
import { askLogo, findLogo } from "./readLogo";
import { readMerges, type SheetPart } from "./readMerges";
import { askUnseen } from "./readUnseen";

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
}

/** Rows that are read first, to learn how many bytes a row takes. */
const PROBE_ROWS = 200;
/** Rows that are taken from an answer in a step, in a few milliseconds. */
const ROWS_OF_STEP = 2000;
/** What a cell of a number format takes in an answer. */
const FORMAT_BYTES = 16;
const ERRORS =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA|UNKNOWN!|BLOCKED!|CONNECT!)$/;

/** Where things are: sheets with their used cells, and Excel tables. Two round trips. */
async function readLayout(context: Excel.RequestContext, work: Work, withPictures: boolean): Promise<Layout> {
  const { workbook } = context;
  const { worksheets, tables } = workbook;
  // No property tells from when days are counted; the function does.
  const secondOf1904 = workbook.functions.date(1904, 1, 2).load("value");
  worksheets.load("items/name");
  tables.load("items/name");
  await roundTrip(context, work);
  const used = worksheets.items.map((sheet) => ({
    sheet,
    range: loadExtent(sheet.getUsedRangeOrNullObject(true)),
  }));
  const named = tables.items.map((table) => {
    table.worksheet.load("name");
    return { table, range: loadExtent(table.getRange()) };
  });
  const logoShapes = withPictures ? askLogo(worksheets.items) : new Map<string, Excel.ShapeCollection>();
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

/** A block of cells to be read, placed within its area, and the bytes that its answer may take. */
interface Piece {
  readonly area: SheetPart;
  readonly firstRow: number;
  readonly rows: number;
  readonly firstColumn: number;
  readonly columns: number;
  readonly bytes: number;
}

function rangeOf({ area, firstRow, rows, firstColumn, columns }: Piece): Excel.Range {
  return area.sheet.getRangeByIndexes(area.row + firstRow, area.column + firstColumn, rows, columns);
}

/** Rows from `firstRow` on, in pieces of a size that one answer can hold. */
function piecesOf(area: SheetPart, firstRow: number, bytesPerRow: number): Piece[] {
  const size = Math.max(1, Math.floor(MOST_BYTES / bytesPerRow));
  const pieces: Piece[] = [];
  for (let row = firstRow; row < area.rows; row += size) {
    const rows = Math.min(size, area.rows - row);
    pieces.push({
      area,
      firstRow: row,
      rows,
      firstColumn: 0,
      columns: area.columns,
      bytes: rows * bytesPerRow,
    });
  }
  return pieces;
}

/** Pieces packed into answers that stay small enough, in order. */
function packed(pieces: readonly Piece[]): Piece[][] {
  const requests: Piece[][] = [];
  let bytes = Infinity;
  for (const piece of pieces) {
    bytes += piece.bytes;
    if (bytes > MOST_BYTES) {
      requests.push([]);
      bytes = piece.bytes;
    }
    requests.at(-1)!.push(piece);
  }
  return requests;
}

/**
 * Reads one property of many pieces; `take` gets each piece's cells as they come. The library unpacks an answer at
 * once, so the page rests before the cells are taken from it.
 */
async function readPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  property: "values" | "numberFormat",
  take: (piece: Piece, cells: unknown[][]) => Steps<void>,
  work: Work,
): Promise<void> {
  const pause = pauseForPage();
  for (const request of packed(pieces)) {
    const ranges = request.map((piece) => {
      const range = rangeOf(piece);
      range.load(property);
      return range;
    });
    await roundTrip(context, work);
    await pause();
    for (const [index, piece] of request.entries())
      await finishWithPauses(take(piece, ranges[index]![property] as unknown[][]), pause);
    // What was read need not be kept by the library as well.
    for (const range of ranges) range.untrack();
  }
}

/** The cells of a sheet as they come; numbers wait for their formats to say whether they are dates or percents. */
class SheetCells {
  readonly builder: GridBuilder;
  private readonly numeric = new Set<number>();
  private readonly values = new Map<number, Float64Array>();

  constructor(
    readonly area: SheetPart,
    private readonly date1904: boolean,
  ) {
    this.builder = new GridBuilder(area.name);
  }

  *take({ firstRow }: Piece, cells: unknown[][]): Steps<void> {
    for (const [offset, row] of cells.entries()) {
      for (const [column, value] of row.entries()) this.set(firstRow + offset, column, value);
      if (offset % ROWS_OF_STEP === 0) yield;
    }
  }

  private set(row: number, column: number, value: unknown): void {
    const { area, builder } = this;
    const [sheetRow, sheetColumn] = [area.row + row, area.column + column];
    if (typeof value === "number") {
      builder.number(sheetRow, sheetColumn, value);
      this.numeric.add(column);
      let kept = this.values.get(column);
      if (!kept) this.values.set(column, (kept = new Float64Array(area.rows).fill(NaN)));
      kept[row] = value;
    } else if (typeof value === "boolean") builder.boolean(sheetRow, sheetColumn, value);
    else if (typeof value === "string" && value !== "") {
      if (ERRORS.test(value)) builder.error(sheetRow, sheetColumn, value);
      else builder.text(sheetRow, sheetColumn, value);
    }
  }

  /** Columns with numbers, whose formats decide what the numbers are. */
  formatPieces(): Piece[] {
    const { area } = this;
    return [...this.numeric].flatMap((column) =>
      piecesOf({ ...area, columns: 1 }, 0, FORMAT_BYTES).map((piece) => ({
        ...piece,
        area,
        firstColumn: column,
      })),
    );
  }

  *takeFormats({ firstRow, firstColumn }: Piece, formats: unknown[][]): Steps<void> {
    const { area, builder, values } = this;
    const kept = values.get(firstColumn)!;
    for (const [offset, [format]] of formats.entries()) {
      if (offset % ROWS_OF_STEP === 0) yield;
      const value = kept[firstRow + offset]!;
      if (Number.isNaN(value) || typeof format !== "string" || format === "General") continue;
      const { kind, currency, unit, digits } = kindOf(format);
      const [row, column] = [area.row + firstRow + offset, area.column + firstColumn];
      if (digits !== undefined) builder.digits(row, column, digits);
      if (kind === CellKind.number && currency === undefined && unit === undefined) continue;
      const number = kind === CellKind.date ? serialIn1900(value, this.date1904) : value;
      builder.number(row, column, number, kind, currency, unit);
    }
  }
}

const kinds = new Map<string, StyleKind>();

/** A column's format is repeated thousands of times. */
function kindOf(format: string): StyleKind {
  let kind = kinds.get(format);
  if (kind === undefined) kinds.set(format, (kind = styleKindOf(format)));
  return kind;
}

/** Bytes of a row of these cells in an answer, with room for longer rows further down. */
function bytesPerRow(cells: readonly unknown[][], columns: number): number {
  if (cells.length === 0) return columns;
  return Math.ceil((JSON.stringify(cells).length / cells.length) * 1.25) + columns;
}

/** The whole content of the workbook, in few requests whose answers stay well under 2 MB. */
export async function readBook(
  context: Excel.RequestContext,
  work: Work = {},
  { withPictures = false }: ReadOptions = {},
): Promise<Snapshot> {
  const { areas, tables, logoShapes, date1904 } = await readLayout(context, work, withPictures);
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
    work.onProgress?.({ activity: `Reading ${piece.area.name}`, share: (0.9 * read) / total });
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
