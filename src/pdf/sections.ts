import type { PdfImage } from "./image";
import { body, LEADING, MARGIN, RIGHT, small, strong, WIDTH, type Layout } from "./layout";
import { qrShapes } from "./qrShapes";
import type { StructureElement, TextStyle } from "./taggedPdf";

const COLUMNS = { quantity: 370, unitPrice: 455, amount: RIGHT } as const;
const DESCRIPTION_WIDTH = 240;
const LIGHT = [0.85, 0.85, 0.85] as const;

const LOGO = { width: 160, height: 48 } as const;

/** The logo as large as its box takes it. */
export function addLogo(layout: Layout, logo: PdfImage): void {
  const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  const owner = layout.pdf.element("Figure", undefined, layout.document.seller[0] ?? "");
  layout.pdf.picture(logo, MARGIN, layout.y - 8, width, height, owner);
  layout.y += height + 6;
}

export function addHeader(layout: Layout, logo: PdfImage | undefined): void {
  const { pdf, document, color } = layout;
  if (logo) addLogo(layout, logo);
  const [name = "", ...address] = document.seller;
  const owner = pdf.element("P");
  pdf.text(MARGIN, layout.y + 6, name, { size: 12, isBold: true, color }, owner);
  let y = layout.y + 20;
  for (const line of address) {
    pdf.text(MARGIN, y, line, small, owner);
    y += 10.5;
  }
  const title = document.isDraft ? `${document.title} · ${document.words.draft}` : document.title;
  pdf.text(RIGHT, layout.y + 10, title, { size: 20, isBold: true, color, align: "right" }, pdf.element("H1"));
  layout.y = Math.max(y, layout.y + 40) + 14;
}

export function addParties(layout: Layout): void {
  const { pdf, document } = layout;
  const top = layout.y;
  const buyer = pdf.element("P");
  pdf.text(MARGIN, top, document.words.billTo, small, buyer);
  let left = top + LEADING;
  for (const [index, text] of document.buyer.entries())
    for (const line of layout.wrap(text, 230, index === 0 ? strong : body)) {
      pdf.text(MARGIN, left, line, index === 0 ? strong : body, buyer);
      left += LEADING;
    }
  let right = top;
  for (const [label, text] of document.facts) {
    const fact = pdf.element("P");
    pdf.text(320, right, label, { ...small, size: 8.5 }, fact);
    for (const line of layout.wrap(text, RIGHT - 420, body)) {
      pdf.text(420, right, line, body, fact);
      right += LEADING;
    }
  }
  layout.y = Math.max(left, right) + 18;
  if (document.isDraft) layout.paragraph(document.words.draftNote, WIDTH, strong);
}

function addTableHead(layout: Layout, table: StructureElement): void {
  const { pdf, color } = layout;
  const { words, amountHeading } = layout.document;
  const row = pdf.element("TR", table);
  const heading: TextStyle = { size: 8, isBold: true, color };
  const cell = (x: number, text: string, align: "left" | "right") =>
    pdf.text(x, layout.y, text, { ...heading, align }, pdf.element("TH", row));
  cell(MARGIN, words.description, "left");
  cell(COLUMNS.quantity, words.quantity, "right");
  cell(COLUMNS.unitPrice, words.unitPrice, "right");
  cell(COLUMNS.amount, amountHeading, "right");
  pdf.box(MARGIN, layout.y + 5, WIDTH, 1, color);
  layout.y += 18;
}

export function addLines(layout: Layout): void {
  const { pdf } = layout;
  const table = pdf.element("Table");
  layout.need(60);
  addTableHead(layout, table);
  for (const line of layout.document.lines) {
    const texts = layout.wrap(line.description, DESCRIPTION_WIDTH, body);
    if (layout.need(Math.min(texts.length, 4) * LEADING)) addTableHead(layout, table);
    const row = pdf.element("TR", table);
    const cells = Array.from({ length: 4 }, () => pdf.element("TD", row));
    const figures = [line.quantity, line.unitPrice, line.amount];
    for (const [index, x] of Object.values(COLUMNS).entries())
      pdf.text(x, layout.y, figures[index] ?? "", { ...body, align: "right" }, cells[index + 1]);
    for (const text of texts) {
      if (layout.need(LEADING)) addTableHead(layout, table);
      pdf.text(MARGIN, layout.y, text, body, cells[0]);
      layout.y += LEADING;
    }
    pdf.box(MARGIN, layout.y - 8, WIDTH, 0.4, LIGHT);
    layout.y += 4;
  }
}

export function addTotals(layout: Layout): void {
  const { pdf, document, color } = layout;
  layout.y += 6;
  layout.need(document.totals.length * 15 + 20);
  const table = pdf.element("Table");
  for (const [index, [label, value]] of document.totals.entries()) {
    const isLast = index === document.totals.length - 1;
    const style: TextStyle = isLast ? { size: 11, isBold: true, color } : body;
    if (isLast) {
      pdf.box(300, layout.y - 8, RIGHT - 300, 1, color);
      layout.y += 6;
    }
    const row = pdf.element("TR", table);
    pdf.text(300, layout.y, label, style, pdf.element("TD", row));
    pdf.text(RIGHT, layout.y, value, { ...style, align: "right" }, pdf.element("TD", row));
    layout.y += 15;
  }
  for (const reason of document.reasons) layout.paragraph(reason, WIDTH, body);
}

export const QR_SIZE = 92;

export function addPayment(layout: Layout): void {
  const { pdf, document, color } = layout;
  const { payment, link, words, bill } = document;
  // A bill has its own code, and two would be one too many.
  const qr = bill ? undefined : document.qr;
  if (payment.length === 0 && link === "") return;
  layout.y += 16;
  layout.need(Math.max(payment.length * LEADING + 20, qr === undefined ? 0 : QR_SIZE + 24));
  const top = layout.y;
  pdf.text(MARGIN, layout.y, words.payment, { size: 10, isBold: true, color }, pdf.element("H2"));
  layout.y += 16;
  for (const line of payment) layout.paragraph(line, 300, body);
  if (link !== "") layout.paragraph(`${words.link}: ${link}`, 300, body);
  if (qr === undefined) return;
  pdf.squares(qrShapes(qr, RIGHT - QR_SIZE, top, QR_SIZE), pdf.element("Figure"));
  pdf.text(RIGHT, top + QR_SIZE + 12, words.scan, { ...small, align: "right" }, pdf.element("P"));
  layout.y = Math.max(layout.y, top + QR_SIZE + 24);
}

export function addTerms(layout: Layout): void {
  const { terms, words } = layout.document;
  if (terms === "") return;
  layout.y += 16;
  layout.need(3 * LEADING);
  layout.paragraph(words.terms, WIDTH, { size: 9, isBold: true, color: layout.color }, "H2");
  for (const text of terms.split(/\r\n|\r|\n/)) layout.paragraph(text, WIDTH, { ...small, size: 8 });
}
