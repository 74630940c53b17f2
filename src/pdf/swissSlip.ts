import type { SwissAddress, SwissBill, SwissWords } from "../core/api";
import { qrShapes } from "./qrShapes";
import { PAGE, type StructureElement, type TaggedPdf, type TextStyle } from "./taggedPdf";
import { wrapText } from "./wrapText";

const MM = 72 / 25.4;
const BLACK = [0, 0, 0] as const;
const WHITE = [1, 1, 1] as const;

/** The slip takes the lower part of a page, 105 mm high: the receipt of 62 mm and the payment part beside it. */
export const SLIP_HEIGHT = 105 * MM;
const TOP = PAGE.height - SLIP_HEIGHT;
const CODE = 46 * MM;

/** A column of headings with texts below each other. */
interface Column {
  readonly x: number;
  readonly width: number;
  readonly heading: TextStyle;
  readonly value: TextStyle;
  readonly leading: number;
}

const receipt: Column = {
  x: 5 * MM,
  width: 52 * MM,
  heading: { size: 6, isBold: true },
  value: { size: 8 },
  leading: 9,
};
const information: Column = {
  x: 118 * MM,
  width: 87 * MM,
  heading: { size: 8, isBold: true },
  value: { size: 10 },
  leading: 11,
};

/** In groups of four from the left; a QR reference from the right in groups of five. */
const grouped = (text: string) => text.replace(/(.{4})(?=.)/g, "$1 ");
function shownReference({ kind, reference }: SwissBill): string {
  if (kind !== "QRR") return grouped(reference);
  return `${reference.slice(0, 2)} ${reference.slice(2).replace(/(.{5})(?=.)/g, "$1 ")}`;
}

const shownAmount = (amount: string) => amount.replace(/\B(?=(?:\d{3})+\.)/g, " ");

const addressLines = ({ name, street, house, postalCode, city }: SwissAddress) =>
  [name, `${street} ${house}`.trim(), `${postalCode} ${city}`].filter((line) => line !== "");

/** The corners of a box that somebody writes into by hand. */
function corners(pdf: TaggedPdf, x: number, y: number, width: number, height: number): void {
  const arm = 3 * MM;
  for (const [left, top] of [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const) {
    pdf.box(left === x ? left : left - arm, top, arm, 0.75, BLACK);
    pdf.box(left, top === y ? top : top - arm, 0.75, arm, BLACK);
  }
}

function addColumn(
  pdf: TaggedPdf,
  column: Column,
  y: number,
  entries: readonly (readonly [heading: string, lines: readonly string[]])[],
): number {
  let at = y;
  for (const [heading, lines] of entries) {
    const owner: StructureElement = pdf.element("P");
    pdf.text(column.x, at, heading, column.heading, owner);
    at += column.leading;
    for (const line of lines)
      for (const piece of wrapText(line, column.width, (text) => pdf.widthOf(text, column.value))) {
        pdf.text(column.x, at, piece, column.value, owner);
        at += column.leading;
      }
    at += column.leading * 0.6;
  }
  return at;
}

function addAmount(pdf: TaggedPdf, bill: SwissBill, words: SwissWords, column: Column, gap: number): void {
  const y = TOP + 71 * MM;
  const owner = pdf.element("P");
  pdf.text(column.x, y, words.currency, column.heading, owner);
  pdf.text(column.x, y + column.leading, bill.currency, column.value, owner);
  pdf.text(column.x + gap, y, words.amount, column.heading, owner);
  pdf.text(column.x + gap, y + column.leading, shownAmount(bill.amount), column.value, owner);
}

/** The code with the Swiss cross on 7 mm in its middle. */
function addCode(pdf: TaggedPdf, payload: string): void {
  const [left, top] = [67 * MM, TOP + 17 * MM];
  pdf.squares(qrShapes(payload, left, top, CODE), pdf.element("Figure"));
  const [x, y] = [left + CODE / 2, top + CODE / 2];
  const square = (half: number, color: typeof BLACK | typeof WHITE) =>
    pdf.box(x - half, y - half, half * 2, half * 2, color);
  square(3.5 * MM, WHITE);
  square(3.1 * MM, BLACK);
  const [arm, half] = [1.95 * MM, 0.6 * MM];
  pdf.box(x - arm, y - half, arm * 2, half * 2, WHITE);
  pdf.box(x - half, y - arm, half * 2, arm * 2, WHITE);
}

/** The payment part and the receipt of a Swiss QR bill, at the lower end of the last page. */
export function addSwissSlip(pdf: TaggedPdf, bill: SwissBill, words: SwissWords): void {
  const lines: TextStyle = { size: 7 };
  pdf.text(5 * MM, TOP - 4, words.separate, lines, pdf.element("P"));
  pdf.box(0, TOP, PAGE.width, 0.5, BLACK);
  pdf.box(62 * MM, TOP, 0.5, SLIP_HEIGHT, BLACK);
  const title: TextStyle = { size: 11, isBold: true };
  const account: readonly [string, readonly string[]] = [
    words.payableTo,
    [grouped(bill.iban), ...addressLines(bill.creditor)],
  ];
  const reference: (readonly [string, readonly string[]])[] =
    bill.kind === "NON" ? [] : [[words.reference, [shownReference(bill)]]];
  const debtor: readonly [string, readonly string[]] = bill.debtor
    ? [words.payableBy, addressLines(bill.debtor)]
    : [words.payableByBlank, []];

  pdf.text(receipt.x, TOP + 9 * MM, words.receipt, title, pdf.element("H2"));
  const below = addColumn(pdf, receipt, TOP + 15 * MM, [account, ...reference, debtor]);
  if (!bill.debtor) corners(pdf, receipt.x, below - 6, 52 * MM, 20 * MM);
  addAmount(pdf, bill, words, receipt, 22 * MM);
  const acceptance: TextStyle = { ...receipt.heading, align: "right" };
  pdf.text(57 * MM, TOP + 84 * MM, words.acceptance, acceptance, pdf.element("P"));

  pdf.text(67 * MM, TOP + 9 * MM, words.paymentPart, title, pdf.element("H2"));
  addCode(pdf, bill.payload);
  addAmount(pdf, bill, words, { ...information, x: 67 * MM }, 16 * MM);
  const entries = [account, ...reference, [words.message, [bill.message]] as const, debtor];
  const end = addColumn(pdf, information, TOP + 8 * MM, entries);
  if (!bill.debtor) corners(pdf, information.x, end - 6, 65 * MM, 25 * MM);
}
