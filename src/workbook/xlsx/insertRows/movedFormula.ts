import { movedRow, type RowInsertion } from "./rowInsertion";

/** A formula's parts that matter here; everything else is one character at a time. */
const TOKEN =
  /("(?:[^"]|"")*")|(\[)|('(?:[^']|'')*'!|[\p{L}_\\][\p{L}\p{N}_.:]*!)|((?:\$?[A-Za-z]{1,3})\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!])|([\p{L}\p{N}_\\.?]+)|[^]/uy;

const ROW = /(\$?)(\d{1,7})(?=:|$)/g;

/** Where a formula is, which decides what its references mean. */
export interface FormulaPosition {
  /** The sheet that references without a sheet's name mean; undefined where all have one. */
  readonly sheet: string | undefined;
  /** In a row that moves: sums that end right above the rows that come in take them in, as a row of totals has to. */
  readonly isBelow: boolean;
}

/** A name as `'It''s'!` or `Usage!` says it. */
function sheetOf(token: string): string {
  const name = token.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** Up to the bracket that closes the one at `start`; brackets of structured references are nested. */
function endOfBracket(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    if (formula[at] === "'") at++;
    else if (formula[at] === "[") depth++;
    else if (formula[at] === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}

function movedReference(reference: string, insertion: RowInsertion, isBelow: boolean): string {
  let index = 0;
  const isRange = reference.includes(":");
  return reference.replace(ROW, (_, dollar: string, digits: string) => {
    const row = Number(digits) - 1;
    const isEnd = index++ === 1;
    const isTakenIn = isRange && isEnd && isBelow && row === insertion.row - 1;
    const moved = isTakenIn ? row + insertion.count : movedRow(row, insertion);
    return dollar + String(moved + 1);
  });
}

/**
 * A formula whose references follow rows that come into a sheet: with three rows at row 5, `=D4+D6` becomes `=D4+D9`.
 * References to other sheets, texts, names and structured references stay.
 */
export function movedFormula(
  formula: string,
  { sheet: home, isBelow }: FormulaPosition,
  insertion: RowInsertion,
): string {
  const isTarget = (name: string | undefined) => name?.toLowerCase() === insertion.sheet.toLowerCase();
  let sheet = home;
  let result = "";
  for (let at = 0; at < formula.length;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(formula)!;
    const [token, , bracket, name, reference] = match;
    const end = bracket === undefined ? at + token.length : endOfBracket(formula, at);
    const written = formula.slice(at, end);
    result +=
      reference !== undefined && isTarget(sheet) ? movedReference(written, insertion, isBelow) : written;
    // What follows a bracket is a sheet of another workbook.
    if (name === undefined) sheet = home;
    else sheet = formula[at - 1] === "]" ? undefined : sheetOf(name);
    at = end;
  }
  return result;
}
