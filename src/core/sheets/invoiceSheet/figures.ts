import type { Invoice, InvoiceLine } from "../../invoicing/invoice";
import { minorDigits } from "../../money/currency";
import type { Decimal } from "../../money/decimal";
import { groupedDigits } from "../../money/format";
import { AIR_AFTER, colors, sizes, styles } from "./styles";
import { beforeProration, proratedItem } from "./proration";
import type { DocumentWords } from "../../words/documentWords";
import { languages } from "../../words/languages";
import type { CellStyle, PlannedCell } from "../plan";

/** A number as a cell and as the text that the cell shows, whose length decides the width of its column. */
export interface ShownFigure {
  readonly cell: PlannedCell;
  readonly text: string;
}

/** An average or a divided price runs through all digits of a cell; a reader is served with this many. */
const PRICE_DIGITS = 10;
const QUANTITY_DECIMALS = 6;
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

/** The word before the amount that a tax was taken of. */
export const taxBaseWord = ({ labels }: DocumentWords): string => `${labels.taxBase} `;

export const figureStyles = {
  plain: byDecimals(right),
  /** With some air before the unit. */
  quantity: byDecimals(right, "", AIR_AFTER),
  percent: byDecimals(right, "", " %"),
  total: byDecimals({ ...right, bold: true }),
  due: byDecimals({ ...styles.due, align: "right" }, "", AIR_AFTER),
} as const;

/** What a tax was taken of, by language. */
const baseStyles: ReadonlyMap<DocumentWords, readonly CellStyle[]> = new Map(
  languages.map((words) => [words, byDecimals({ ...right, color: colors.muted }, taxBaseWord(words))]),
);

/** The looks of an amount that a tax was taken of. */
export function taxBaseStyles(words: DocumentWords): readonly CellStyle[] {
  return baseStyles.get(words) ?? figureStyles.plain;
}

/** How many characters a figure takes with its separators. */
function shownText(value: Decimal, decimals: number): string {
  const [whole = "", fraction = ""] = value.toFixed(decimals).split(".");
  return groupedDigits(whole) + (fraction === "" ? "" : `.${fraction}`);
}

function shownFigure(value: Decimal, decimals: number, looks: readonly CellStyle[]): ShownFigure {
  const shown = Math.min(decimals, MOST_DECIMALS);
  return { cell: { value, style: looks[shown]! }, text: shownText(value, shown) };
}

/** An amount in its currency's decimals, with the formula that gives it. */
export const amountCell = (
  value: Decimal,
  formula: string,
  currency: string,
  looks = figureStyles.plain,
): PlannedCell => ({ value, formula, style: looks[minorDigits(currency)]! });

/** What the cell of an amount shows. */
export const amountText = (value: Decimal, currency: string): string =>
  shownText(value, minorDigits(currency));

/** The figures of a line; a column is undefined or empty where it would say nothing. */
export interface LineFigures {
  readonly quantity: ShownFigure | undefined;
  readonly unit: string;
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

/** The price as it was agreed: that of a whole period where it was cut to some days. */
function agreedPrice(line: InvoiceLine): Decimal {
  const cut = proratedItem(line);
  return cut ? beforeProration(line.unitPrice, cut) : line.unitPrice;
}

function unitPriceFigure(line: InvoiceLine, currency: string): ShownFigure | undefined {
  const { kind, unitPrice, flatFee, item } = line;
  const isFeeAlone = unitPrice.isZero() && !flatFee.isZero();
  if (kind === "included" || isFeeAlone) return undefined;
  if (item?.price?.model.ratesAreFractions) return percentFigure(unitPrice);
  return priceFigure(agreedPrice(line), currency);
}

/** Quantity, unit and price as they are on the invoice; discounts, minimums and credits are amounts alone. */
export function lineFigures(line: InvoiceLine, currency: string, { labels }: DocumentWords): LineFigures {
  const { kind, quantity, unit, item } = line;
  if (kind !== "fixed" && kind !== "usage" && kind !== "included") {
    return { quantity: undefined, unit: "", unitPrice: undefined };
  }
  const model = item?.price?.model;
  const least = model?.ratesAreFractions ? minorDigits(currency) : 0;
  const decimals = Math.min(QUANTITY_DECIMALS, Math.max(quantity.decimalPlaces(), least));
  const countsPackages = kind !== "included" && model?.countsPackages === true;
  return {
    quantity: shownFigure(quantity, decimals, figureStyles.quantity),
    unit: countsPackages ? labels.packages : unit,
    unitPrice: unitPriceFigure(line, currency),
  };
}

/** The figures of each line of an invoice; what looks at them more than once is given them. */
export type FiguresOfLines = ReadonlyMap<InvoiceLine, LineFigures>;

export function figuresOfLines({ lines, currency }: Invoice, words: DocumentWords): FiguresOfLines {
  return new Map(lines.map((line) => [line, lineFigures(line, currency, words)]));
}
