import { minorDigits } from "../money/currency";
import type { Decimal } from "../money/decimal";
import type { CellStyle } from "./plan";

/** Shared looks of the output tables. Equal styles are one object, so that the writer meets few of them. */
export const heading: CellStyle = {
  bold: true,
  fill: "1F3A5F",
  color: "FFFFFF",
  wrap: true,
  vertical: "center",
};
/** The title of a column of figures is above them. */
export const headingRight: CellStyle = { ...heading, align: "right" };
export const dateStyle: CellStyle = { format: "yyyy-mm-dd", align: "left" };
export const momentStyle: CellStyle = { format: "yyyy-mm-dd hh:mm:ss", align: "left" };
export const percentStyle: CellStyle = { format: "0.####%" };
export const countStyle: CellStyle = { format: "#,##0" };
export const boldText: CellStyle = { bold: true };

/** Formats by number of decimals; a cell shows at most 15 digits, so more decimals never show. */
const byDecimals = (more: CellStyle): readonly CellStyle[] =>
  Array.from({ length: 16 }, (_, digits) => ({
    format: digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`,
    ...more,
  }));
const figures = byDecimals({});
const boldFigures = byDecimals({ bold: true });

/** An amount in its currency's decimals. */
export function amountStyle(currency: string): CellStyle {
  return figures[minorDigits(currency)]!;
}

export function boldAmountStyle(currency: string): CellStyle {
  return boldFigures[minorDigits(currency)]!;
}

/** A prorated price has as many decimals as a cell holds; more than these are noise to the eye, and stay in the cell. */
const SHOWN_DECIMALS = 8;

/** A quantity or price with the decimals it has: 12,000 or 0.0375, never "12,000." */
export function quantityStyle(value: Decimal): CellStyle {
  return figures[Math.min(value.decimalPlaces(), SHOWN_DECIMALS)]!;
}
