import { columnLetters, columnNumber } from "./address";

const REFERENCE = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\w.])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])/gi;

/** The formula as it reads after filling it down and to the right. */
export function relativeFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replaceAll(
    REFERENCE,
    (whole: string, fixedColumn?: string, letters?: string, fixedRow?: string, number?: string) => {
      if (letters === undefined || number === undefined) return whole;
      const column = fixedColumn ? letters : columnLetters(columnNumber(letters) + columns);
      const row = fixedRow ? number : String(Number(number) + rows);
      return `${fixedColumn ?? ""}${column}${fixedRow ?? ""}${row}`;
    },
  );
}
