import { cellAddress } from "../../core/api";

/** A block of cells, 0-based and inclusive. */
export interface Area {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Reads `B2:D9` or `B2`, with or without dollars; undefined for anything else, such as a whole column. */
export function parseArea(reference: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference);
  if (match === null) return undefined;
  const [, firstColumn, firstRow, lastColumn = firstColumn, lastRow = firstRow] = match;
  return {
    firstRow: Number(firstRow) - 1,
    lastRow: Number(lastRow) - 1,
    firstColumn: columnIndex(firstColumn!),
    lastColumn: columnIndex(lastColumn!),
  };
}

/** The area as `B2:D9`. */
export function areaReference({ firstRow, lastRow, firstColumn, lastColumn }: Area): string {
  const first = cellAddress({ row: firstRow, column: firstColumn });
  return `${first}:${cellAddress({ row: lastRow, column: lastColumn })}`;
}

/** `columnIndex("AB")` is 27. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A sheet name as formulas write it. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
