import type { InvoiceLine } from "../../invoicing/invoice";
import { minorDigits } from "../../money/currency";
import type { Decimal } from "../../money/decimal";
import { AIR_AFTER, colors, sizes, styles } from "./styles";
import type { CellStyle, PlannedCell } from "../plan";

/** A number as a cell and as the text that the cell shows, whose length decides the width of its column. */
export interface ShownFigure {
  readonly cell: PlannedCell;
  readonly text: string;
}

/** A price that was cut to some days runs through all digits of a cell; a reader is served with this many. */
const PRICE_DIGITS = 10;
/** The word before the amount that a tax was taken of. */
export const TAX_BASE_WORD = "on ";
/** A cell shows at most 15 digits. */
const MOST_DECIMALS = 15;

/** Styles by number of decimals, negative figures with a minus sign as in the texts beside them. */
function byDecimals(base: CellStyle, word = "", after = ""): readonly CellStyle[] {
  return Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => {
    const code = `#,##0${decimals === 0 ? "" : `.${"0".repeat(decimals)}`}${after}`;
    return { ...base, format: `${word === "" ? "" : `"${word}"`}${code};"${word}−"${code}` };
  });
}

const right: CellStyle = { size: sizes.text, vertical: "top", align: "right" };

export const figureStyles = {
  plain: byDecimals(right),
  /** With some air before the unit. */
  quantity: byDecimals(right, "", AIR_AFTER),
  percent: byDecimals(right, "", " %"),
  total: byDecimals({ ...right, bold: true }),
  due: byDecimals({ ...styles.due, align: "right" }, "", AIR_AFTER),
  /** What a tax was taken of. */
  base: byDecimals({ ...right, color: colors.muted }, TAX_BASE_WORD),
} as const;

/** How many characters a figure takes with its separators. */
function shownText(value: Decimal, decimals: number): string {
  const [whole = "", fraction = ""] = value.toFixed(decimals).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === "" ? "" : `.${fraction}`);
}

function shownFigure(value: Decimal, decimals: number, looks: readonly CellStyle[]): ShownFigure {
  const shown = Math.min(decimals, MOST_DECIMALS);
  return { cell: { value, style: looks[shown]! }, text: shownText(value, shown) };
}

/** An amount in its currency's decimals. */
export function amountFigure(value: Decimal, currency: string, looks = figureStyles.plain): ShownFigure {
  return shownFigure(value, minorDigits(currency), looks);
}

/** The figures of a line; a column is undefined where it would say nothing. */
export interface LineFigures {
  readonly quantity: ShownFigure | undefined;
  readonly unitPrice: ShownFigure | undefined;
}

function priceFigure(price: Decimal, currency: string): ShownFigure {
  const decimals = price.toSignificantDigits(PRICE_DIGITS).decimalPlaces();
  return shownFigure(price, Math.max(decimals, minorDigits(currency)), figureStyles.plain);
}

function percentFigure(fraction: Decimal): ShownFigure {
  const percent = fraction.times(100);
  const { cell, text } = shownFigure(percent, percent.decimalPlaces(), figureStyles.percent);
  return { cell: { ...cell, value: fraction }, text: `${text} %` };
}

/** Quantity and unit price as they stand on the invoice; discounts, minimums and credits are amounts alone. */
export function lineFigures(line: InvoiceLine, currency: string): LineFigures {
  const { kind, quantity, unitPrice, flatFee, item } = line;
  if (kind !== "fixed" && kind !== "usage" && kind !== "included") {
    return { quantity: undefined, unitPrice: undefined };
  }
  const isShareOfMoney = item?.price?.model.ratesAreFractions ?? false;
  const decimals = Math.max(quantity.decimalPlaces(), isShareOfMoney ? minorDigits(currency) : 0);
  const isFeeAlone = unitPrice.isZero() && !flatFee.isZero();
  const price = isShareOfMoney ? percentFigure(unitPrice) : priceFigure(unitPrice, currency);
  return {
    quantity: shownFigure(quantity, decimals, figureStyles.quantity),
    unitPrice: isFeeAlone ? undefined : price,
  };
}
