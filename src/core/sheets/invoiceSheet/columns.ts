import type { Invoice } from "../../invoicing/invoice";
import { amountText, taxBaseWord, type FiguresOfLines, type ShownFigure } from "./figures";
import { AIR_WIDTH, sizes } from "./styles";
import { columnWidthOf } from "./text";
import type { DocumentWords } from "../../words/documentWords";

/** The columns of an invoice sheet; the gutter keeps texts at the left from touching what is at the right. */
export const Column = { description: 0, gutter: 1, quantity: 2, unit: 3, unitPrice: 4, amount: 5 } as const;

/** Characters that fit between the margins of an A4 page at full size. */
export const PAGE_WIDTH = 98;
const NARROWEST_DESCRIPTION = 36;
const GUTTER_WIDTH = 2;
const narrowest = { quantity: 13, unit: 12, unitPrice: 12, amount: 15 } as const;
const WIDEST_UNIT = 16;
/** The number of the document is in the two last columns, in one line unless it is longer than usual. */
const WIDEST_NUMBER = 36;
/** Bold digits are a little wider. */
const BOLD = 1.1;

function longest(texts: readonly string[]): number {
  return texts.reduce((length, text) => Math.max(length, text.length), 0);
}

const textOf = (figure: ShownFigure | undefined): string => figure?.text ?? "";

function priceWidth(prices: readonly string[], { taxes, currency }: Invoice, words: DocumentWords): number {
  const bases = taxes.map(({ net }) => taxBaseWord(words) + amountText(net, currency));
  return columnWidthOf(longest([...prices, ...bases]), sizes.text);
}

/** A heading is small and bold, and has to be read in full. */
const headingWidth = (text: string): number =>
  columnWidthOf((text.length * BOLD * sizes.heading) / sizes.text, sizes.text);

function amountWidth({ lines, subtotal, taxes, total, currency }: Invoice): number {
  const amounts = [...lines.map(({ amount }) => amount), subtotal, ...taxes.map(({ tax }) => tax)];
  const plain = longest(amounts.map((amount) => amountText(amount, currency)));
  const bold = amountText(total, currency).length * BOLD + AIR_WIDTH;
  return Math.max(columnWidthOf(plain, sizes.text), columnWidthOf(bold, sizes.due));
}

/** Every figure in full, the description in what is left of the page; a wider sheet is scaled down when printed. */
export function columnWidths(
  invoice: Invoice,
  words: DocumentWords,
  lineFigures: FiguresOfLines,
): readonly number[] {
  const { currency, number } = invoice;
  const figures = [...lineFigures.values()];
  const units = longest(figures.map(({ unit }) => unit));
  const quantities = longest(figures.map(({ quantity }) => textOf(quantity))) + AIR_WIDTH;
  const prices = figures.map(({ unitPrice }) => textOf(unitPrice));
  const { labels } = words;
  const amount = Math.max(
    narrowest.amount,
    amountWidth(invoice),
    headingWidth(`${labels.amount} ${currency}`),
  );
  const shownNumber = Math.min(WIDEST_NUMBER, columnWidthOf(number.length * BOLD, sizes.text));
  const widths = [
    GUTTER_WIDTH,
    Math.max(narrowest.quantity, columnWidthOf(quantities, sizes.text), headingWidth(labels.quantity)),
    Math.max(narrowest.unit, Math.min(WIDEST_UNIT, columnWidthOf(units, sizes.text))),
    Math.max(
      narrowest.unitPrice,
      priceWidth(prices, invoice, words),
      headingWidth(labels.unitPrice),
      shownNumber - amount,
    ),
    amount,
  ];
  const rest = PAGE_WIDTH - widths.reduce((total, width) => total + width, 0);
  return [Math.max(NARROWEST_DESCRIPTION, rest), ...widths];
}
