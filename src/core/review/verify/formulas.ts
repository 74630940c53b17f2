import { columnName } from "../../grid/grid";

/** A formula of a sheet; one that is shared with others is written for another cell, which it stands below or beside. */
export interface SheetFormula {
  readonly text: string;
  readonly down: number;
  readonly right: number;
}

/** The formulas of a workbook by sheet, then by cell: "row,column". */
export type Formulas = ReadonlyMap<string, ReadonlyMap<string, SheetFormula>>;

/** What a column of a sheet is called, so that a formula means the same wherever its columns stand. */
export type NameOfColumn = (sheet: string | undefined, column: number) => string;

interface FormulaCell {
  readonly row: number;
  readonly down: number;
  readonly right: number;
}

const CELL = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/;

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A reference by the name of its column; `.` behind it: the formula's own row. */
function reference(
  word: string,
  sheet: string | undefined,
  nameOf: NameOfColumn,
  at: FormulaCell,
): string | undefined {
  const match = CELL.exec(word);
  if (!match) return undefined;
  const [, isFixedColumn, letters, isFixedRow, digits] = match;
  const column = columnIndex(letters!) + (isFixedColumn === "$" ? 0 : at.right);
  const row = Number(digits) - 1 + (isFixedRow === "$" ? 0 : at.down);
  const isSameRow = sheet === undefined && row === at.row;
  return `${nameOf(sheet, column)}${isSameRow ? "." : ""}`;
}

/** Splits a formula into texts, names, numbers and signs; linear in its length. */
function tokensOf(text: string): string[] {
  return text.match(/"(?:[^"]|"")*"|'(?:[^']|'')*'!?|[$A-Za-z0-9_.]+!?|[^\s]/g) ?? [];
}

/**
 * What a formula says whatever the places of its columns and the lengths of its ranges:
 * ROUND(SUMIFS('Invoice lines'!$O$2:$O$30,…,$A2),2) is ROUND(SUMIFS(Amount,…,Invoice number.),2).
 */
export function meaningOf(text: string, nameOf: NameOfColumn, at: FormulaCell): string {
  let sheet: string | undefined;
  let meaning = "";
  let isRangeEnd = false;
  for (const token of tokensOf(text)) {
    if (token.endsWith("!") && token.length > 1) {
      sheet = token.slice(0, -1).replace(/^'|'$/g, "").replace(/''/g, "'");
      continue;
    }
    if (token === ":") {
      isRangeEnd = true;
      continue;
    }
    const named = reference(token.toUpperCase(), sheet, nameOf, at);
    if (named === undefined) {
      meaning += token.startsWith('"') ? token : token.toUpperCase();
      sheet = undefined;
    } else if (!isRangeEnd) meaning += named;
    if (named !== undefined && isRangeEnd) sheet = undefined;
    isRangeEnd = false;
  }
  return meaning;
}

/** The name of a column that nothing is known of. */
export function unnamed(sheet: string | undefined, column: number): string {
  return `${sheet ?? ""}!${columnName(column)}`;
}
