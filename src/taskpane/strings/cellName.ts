import { cellAddress, type CellRef } from "../../core/api";

/** As people know a cell: Usage!D17, or 'Rate card'!B4. */
export function cellName(cell: CellRef): string {
  const sheet = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(cell.sheet)
    ? cell.sheet
    : `'${cell.sheet.replaceAll("'", "''")}'`;
  return `${sheet}!${cellAddress(cell)}`;
}

/** NOT_A_NUMBER as "Not a number": codes are for ever and in English, so they can stand as words. */
export function codeWords(code: string): string {
  const words = code.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
