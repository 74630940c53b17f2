import { GridBuilder, type Grid, type MergedArea, type Snapshot } from "../../core/api";
import { styleKindOf, type StyleKind } from "../xlsx/read/styleKinds";
import type { GoogleServices, GoogleSheet, GoogleValue } from "./api";
import { readTables } from "./tables";

/** Cells of one call: fewer calls are faster, and an answer must fit in the memory of a script. */
const CELLS_OF_CALL = 200_000;
/** What a cell without a format of its own has. */
export const NO_FORMAT = "0.###############";

const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|ERROR!)$/;
const MS_OF_DAY = 86_400_000;

/** Days since 30 December 1899 of a moment as the spreadsheet's clock shows it; each moment is asked for once. */
export function serialReader({ spreadsheet, formatDate }: GoogleServices): (date: Date) => number {
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const known = new Map<number, number>();
  return (date) => {
    const moment = date.getTime();
    const serial = known.get(moment);
    if (serial !== undefined) return serial;
    const parts = formatDate(date, timeZone, "yyyy-MM-dd-HH-mm-ss-SSS").split("-").map(Number);
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0] = parts;
    const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / MS_OF_DAY);
    const found = days + (((hour * 60 + minute) * 60 + second) * 1000 + ms) / MS_OF_DAY;
    known.set(moment, found);
    return found;
  };
}

const kinds = new Map<string, StyleKind>();

function kindOf(format: string): StyleKind {
  let kind = kinds.get(format);
  if (kind === undefined) kinds.set(format, (kind = styleKindOf(format === NO_FORMAT ? "General" : format)));
  return kind;
}

interface Cell {
  readonly value: GoogleValue;
  readonly formula: string;
  readonly format: string;
  readonly isStruck: boolean;
}

function addCell(
  builder: GridBuilder,
  row: number,
  column: number,
  cell: Cell,
  serialOf: (date: Date) => number,
) {
  const { value, formula, format } = cell;
  if (value === "") return;
  if (typeof value === "boolean") builder.boolean(row, column, value);
  else if (typeof value === "string") {
    if (formula !== "" && ERROR.test(value)) builder.error(row, column, value);
    else builder.text(row, column, value);
  } else {
    const { kind, currency, unit, digits } = kindOf(format);
    if (digits !== undefined) builder.digits(row, column, digits);
    const number = typeof value === "number" ? value : serialOf(value);
    builder.number(row, column, number, kind, currency, unit);
  }
  if (cell.isStruck) builder.strike(row, column);
}

/** The cells of a sheet as values, in few calls. */
function readSheet(sheet: GoogleSheet, serialOf: (date: Date) => number): Grid {
  const builder = new GridBuilder(sheet.getName());
  const [rows, columns] = [sheet.getLastRow(), sheet.getLastColumn()];
  const size = Math.max(1, Math.floor(CELLS_OF_CALL / Math.max(1, columns)));
  for (let first = 0; first < rows; first += size) {
    const range = sheet.getRange(first + 1, 1, Math.min(size, rows - first), columns);
    const [values, formulas] = [range.getValues(), range.getFormulas()];
    const [formats, lines] = [range.getNumberFormats(), range.getFontLines()];
    for (const [offset, cells] of values.entries())
      for (const [column, value] of cells.entries()) {
        const formula = formulas[offset]?.[column] ?? "";
        const format = formats[offset]?.[column] ?? NO_FORMAT;
        const isStruck = lines[offset]?.[column] === "line-through";
        addCell(builder, first + offset, column, { value, formula, format, isStruck }, serialOf);
      }
  }
  return builder.build();
}

function readMerges(sheet: GoogleSheet): MergedArea[] {
  if (sheet.getLastRow() === 0) return [];
  const range = sheet.getRange(1, 1, sheet.getLastRow(), sheet.getLastColumn());
  return range.getMergedRanges().map((merged) => {
    const [row, column] = [merged.getRow() - 1, merged.getColumn() - 1];
    return {
      sheet: sheet.getName(),
      firstRow: row,
      lastRow: row + merged.getNumRows() - 1,
      firstColumn: column,
      lastColumn: column + merged.getNumColumns() - 1,
    };
  });
}

/** Everything that stands in the spreadsheet, as values; pictures cannot be read by a script. */
export function readBook(
  services: GoogleServices,
  onSheet?: (name: string, share: number) => void,
): Snapshot {
  const { spreadsheet } = services;
  const serialOf = serialReader(services);
  const sheets = spreadsheet.getSheets();
  const grids = sheets.map((sheet, index) => {
    onSheet?.(sheet.getName(), index / sheets.length);
    return readSheet(sheet, serialOf);
  });
  const merges = sheets.flatMap(readMerges);
  return { grids, tables: readTables(spreadsheet), date1904: false, pictures: [], merges };
}
