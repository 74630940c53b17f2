import {
  isInsideSheet,
  isWholeColumns,
  isWholeRows,
  lastColumnOf,
  lastRowOf,
  MAX_COLUMNS,
  MAX_ROWS,
  wholeSheet,
  type Area,
} from "./area";

const CORNER = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/i;
const SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/;

/** What an A1 reference says; `sheet` where it names one. */
export interface Reference {
  readonly sheet?: string;
  readonly area: Area;
}

export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Undefined where the text is no reference to cells of a sheet. */
export function parseReference(text: string): Reference | undefined {
  const [, quoted, plain, rest] = SHEET.exec(text) ?? [undefined, undefined, undefined, text];
  const area = parseArea(rest ?? "");
  if (!area) return undefined;
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet === undefined ? { area } : { sheet, area };
}

export function parseArea(text: string): Area | undefined {
  if (text === "") return wholeSheet;
  const parts = text.split(":");
  if (parts.length > 2) return undefined;
  const first = parseCorner(parts[0]!);
  const last = parts.length === 2 ? parseCorner(parts[1]!) : first;
  if (!first || !last) return undefined;
  const isCell = first.row !== undefined && first.column !== undefined;
  if (parts.length === 1 && !isCell) return undefined;
  if ((first.row === undefined) !== (last.row === undefined)) return undefined;
  if ((first.column === undefined) !== (last.column === undefined)) return undefined;
  const rows = [first.row ?? 0, last.row ?? MAX_ROWS - 1].sort((a, b) => a - b);
  const columns = [first.column ?? 0, last.column ?? MAX_COLUMNS - 1].sort((a, b) => a - b);
  const area = {
    row: rows[0]!,
    column: columns[0]!,
    rows: rows[1]! - rows[0]! + 1,
    columns: columns[1]! - columns[0]! + 1,
  };
  return isInsideSheet(area) ? area : undefined;
}

function parseCorner(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const match = CORNER.exec(text.trim());
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const row = match[2] === undefined ? undefined : Number(match[2]) - 1;
  const column = match[1] === undefined ? undefined : columnNumber(match[1]);
  if (row === -1 || (column !== undefined && column >= MAX_COLUMNS)) return undefined;
  return { row, column };
}

export function isCellReference(text: string): boolean {
  const corner = parseCorner(text);
  return corner?.row !== undefined && corner.column !== undefined && corner.row < MAX_ROWS;
}

/** `A1:B2`, `A:C` or `1:3`; with dollars where it is in a name. */
export function areaText(area: Area, dollar: "" | "$" = ""): string {
  const { row, column } = area;
  const one = (letters: string, number: string): string =>
    (letters && dollar + letters) + (number && dollar + number);
  const first = columnLetters(column);
  const last = columnLetters(lastColumnOf(area));
  if (isWholeColumns(area) && isWholeRows(area)) return one("", "1") + ":" + one("", String(MAX_ROWS));
  if (isWholeColumns(area)) return one(first, "") + ":" + one(last, "");
  if (isWholeRows(area)) return one("", String(row + 1)) + ":" + one("", String(lastRowOf(area) + 1));
  const start = one(first, String(row + 1));
  if (area.rows === 1 && area.columns === 1) return start;
  return start + ":" + one(last, String(lastRowOf(area) + 1));
}

function quoteSheet(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !isCellReference(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function fullAddress(sheet: string, area: Area, dollar: "" | "$" = ""): string {
  return `${quoteSheet(sheet)}!${areaText(area, dollar)}`;
}
