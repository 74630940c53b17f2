import type { TaxSum } from "../invoicing/tax";
import { invoiceLinesTable } from "../documents/invoiceLines.table";
import { remembered, rememberedByText } from "../base/remembered";
import { sum } from "../money/decimal";
import { columnLetter } from "./outputSheet";
import { FIRST_ROW } from "./layout";

/** Text within a formula. */
function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** A sheet name within a formula. */
export function sheetReference(sheet: string): string {
  return `'${sheet.replace(/'/g, "''")}'`;
}

/** SUMIFS reads "0012" as 12, "Oct-26" as a day and * as anything; such ids are compared letter by letter instead. */
function isPlainCriterion(text: string): boolean {
  const looksLikeValue =
    /^(?:true|false)$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-\s./]?\d/i;
  return /^[A-Za-z][\w .-]*$/.test(text) && !looksLikeValue.test(text);
}

/** The Invoice lines sheet as formulas see it. */
export interface LinesRange {
  readonly sheet: string;
  readonly rows: number;
}

type LineField = keyof (typeof invoiceLinesTable)["columns"];

/** Ranges of the lines, each put together once: the formulas of every document name them. */
const rangesOf = remembered(({ sheet, rows }: LinesRange) =>
  rememberedByText((field) => {
    const letter = columnLetter(invoiceLinesTable, field as LineField);
    const [first, last] = [FIRST_ROW + 1, FIRST_ROW + Math.max(1, rows)].map(String);
    return `${sheetReference(sheet)}!$${letter}$${first}:$${letter}$${last}`;
  }),
);

const range = (lines: LinesRange, field: LineField): string => rangesOf(lines)(field);

interface Criterion {
  readonly field: LineField;
  /** A cell reference or a literal as the formula has it. */
  readonly operand: string;
  readonly isPlain: boolean;
}

/** 1 where a line's cell equals the operand, letter by letter for texts. */
function equality(lines: LinesRange, { field, operand }: Criterion): string {
  return field === "taxRate"
    ? `(${range(lines, field)}=${operand})`
    : `EXACT(${range(lines, field)},${operand})`;
}

function sumLines(lines: LinesRange, criteria: readonly Criterion[]): string {
  const amounts = range(lines, "amount");
  if (criteria.every(({ isPlain }) => isPlain)) {
    return `SUMIFS(${amounts},${criteria.map(({ field, operand }) => `${range(lines, field)},${operand}`).join(",")})`;
  }
  return `SUMPRODUCT(${criteria.map((criterion) => equality(lines, criterion)).join("*")}*${amounts})`;
}

const byNumber = (cell: string, number: string): Criterion => ({
  field: "invoiceNumber",
  operand: cell,
  isPlain: isPlainCriterion(number),
});

/** The sum of a document's lines, rounded so that a float's dust never shows. */
export function subtotalFormula(
  lines: LinesRange,
  numberCell: string,
  number: string,
  digits: number,
): string {
  return `ROUND(${sumLines(lines, [byNumber(numberCell, number)])},${String(digits)})`;
}

/** What credits take beyond the tax of their net, as the end of a formula: "+0.01". */
export function restTerm(taxes: readonly Pick<TaxSum, "rest">[]): string {
  const rest = sum(taxes.flatMap((group) => group.rest ?? []));
  if (rest.isZero()) return "";
  return rest.isNegative() ? rest.toString() : `+${rest.toString()}`;
}

/** Tax per code and rate on the document's net, each rounded once (or line by line), and what rounding left of it. */
export function taxFormula(
  lines: LinesRange,
  numberCell: string,
  number: string,
  taxes: readonly TaxSum[],
  digits: number,
  perLine: boolean,
): string {
  const digitsText = String(digits);
  const parts = taxes.map(({ taxCode, rate }) => {
    const code: Criterion = {
      field: "taxCode",
      operand: quoted(taxCode),
      isPlain: isPlainCriterion(taxCode),
    };
    const isOnlyRate = taxes.filter((group) => group.taxCode === taxCode).length === 1;
    const rateCriterion: Criterion = { field: "taxRate", operand: rate.toString(), isPlain: true };
    const criteria = [byNumber(numberCell, number), code, ...(isOnlyRate ? [] : [rateCriterion])];
    if (!perLine)
      return `ROUND(ROUND(${sumLines(lines, criteria)},${digitsText})*${rate.toString()},${digitsText})`;
    const tests = criteria.map((criterion) => equality(lines, criterion)).join("*");
    return `SUMPRODUCT(${tests}*ROUND(${range(lines, "amount")}*${rate.toString()},${digitsText}))`;
  });
  if (parts.length === 0) return "0";
  const rest = restTerm(taxes);
  const isRounded = parts.length === 1 && !perLine && rest === "";
  return isRounded ? parts[0]! : `ROUND(${parts.join("+")}${rest},${digitsText})`;
}
