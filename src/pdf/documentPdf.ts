import type { FilledRow, PrintedDocument } from "../core/api";
import type { PdfImage } from "./image";
import { metadataOf } from "./metadata";
import { qrShapes } from "./qrShapes";
import { addSwissSlip, SLIP_HEIGHT } from "./swissSlip";
import {
  PAGE,
  TaggedPdf,
  type Attachment,
  type PdfFonts,
  type StructureElement,
  type TextStyle,
} from "./taggedPdf";
import { addTemplate } from "./templateBody";
import { wrapText } from "./wrapText";

const MARGIN = 50;
const RIGHT = PAGE.width - MARGIN;
const WIDTH = RIGHT - MARGIN;
const BOTTOM = PAGE.height - 70;
const LEADING = 13;
const COLUMNS = { quantity: 370, unitPrice: 455, amount: RIGHT } as const;
const DESCRIPTION_WIDTH = 240;
const GRAY = [0.4, 0.4, 0.4] as const;
const LIGHT = [0.85, 0.85, 0.85] as const;

const body: TextStyle = { size: 9 };
const strong: TextStyle = { size: 9, isBold: true };
const small: TextStyle = { size: 7.5, color: GRAY };

export interface PdfOptions {
  readonly fonts: PdfFonts;
  /** 32 hexadecimal digits that name a file by its bytes. */
  readonly idOf: (bytes: Uint8Array) => string;
  readonly attachment?: Attachment | undefined;
  /** Above the seller's name. */
  readonly logo?: PdfImage | undefined;
}

export interface DocumentPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Signs that the fonts lack. */
  readonly missing: readonly string[];
}

function colorOf(hex: string): readonly [number, number, number] {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** A page that is being written, from the top down. */
class Layout {
  y = MARGIN;
  readonly color: readonly [number, number, number];

  constructor(
    readonly pdf: TaggedPdf,
    readonly document: PrintedDocument,
  ) {
    this.color = colorOf(document.color);
    this.#newPage();
  }

  #newPage(): void {
    this.pdf.addPage();
    this.y = MARGIN + 8;
    if (this.pdf.pageCount > 1) {
      this.pdf.text(MARGIN, this.y, `${this.document.title} ${this.document.number}`, small);
      this.y += 24;
    }
  }

  /** Goes to a new page where less than that is left of this one. */
  need(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.#newPage();
    return true;
  }

  wrap(text: string, width: number, style: TextStyle): string[] {
    return wrapText(text, width, (piece) => this.pdf.widthOf(piece, style));
  }

  /** Lines of text below each other, each on the page where it has room. */
  paragraph(text: string, width: number, style: TextStyle, type = "P"): void {
    const owner = this.pdf.element(type);
    for (const line of this.wrap(text, width, style)) {
      this.need(LEADING);
      this.pdf.text(MARGIN, this.y, line, style, owner);
      this.y += LEADING;
    }
  }
}

const LOGO = { width: 160, height: 48 } as const;

/** The logo as large as its box takes it. */
function addLogo(layout: Layout, logo: PdfImage): void {
  const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
  const [width, height] = [logo.width * scale, logo.height * scale];
  const owner = layout.pdf.element("Figure", undefined, layout.document.seller[0] ?? "");
  layout.pdf.picture(logo, MARGIN, layout.y - 8, width, height, owner);
  layout.y += height + 6;
}

function addHeader(layout: Layout, logo: PdfImage | undefined): void {
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

function addParties(layout: Layout): void {
  const { pdf, document } = layout;
  const top = layout.y;
  const buyer = pdf.element("P");
  pdf.text(MARGIN, top, document.buyerHeading, small, buyer);
  let left = top + LEADING;
  for (const [index, text] of document.buyer.entries())
    for (const line of layout.wrap(text, 230, index === 0 ? strong : body)) {
      pdf.text(MARGIN, left, line, index === 0 ? strong : body, buyer);
      left += LEADING;
    }
  let right = top;
  for (const { label, text } of document.facts) {
    const fact = pdf.element("P");
    pdf.text(320, right, label, { ...small, size: 8 }, fact);
    for (const line of layout.wrap(text, RIGHT - 420, body)) {
      pdf.text(420, right, line, body, fact);
      right += LEADING;
    }
  }
  layout.y = Math.max(left, right) + 18;
  if (document.isDraft) layout.paragraph(document.words.sentences.draft, WIDTH, strong);
  for (const text of document.message) layout.paragraph(text, WIDTH, body);
  if (document.message.length > 0) layout.y += LEADING;
}

function addTableHead(layout: Layout, table: StructureElement): void {
  const { pdf, color } = layout;
  const { headings } = layout.document;
  const row = pdf.element("TR", table);
  const heading: TextStyle = { size: 8, isBold: true, color };
  const cell = (x: number, text: string, align: "left" | "right") =>
    pdf.text(x, layout.y, text, { ...heading, align }, pdf.element("TH", row));
  cell(MARGIN, headings.description, "left");
  cell(COLUMNS.quantity, headings.quantity, "right");
  cell(COLUMNS.unitPrice, headings.unitPrice, "right");
  cell(COLUMNS.amount, headings.amount, "right");
  pdf.box(MARGIN, layout.y + 5, WIDTH, 1, color);
  layout.y += 18;
}

function addLines(layout: Layout): void {
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

function addTotals(layout: Layout): void {
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

const QR_SIZE = 92;

function addPayment(layout: Layout): void {
  const { pdf, document, color } = layout;
  const { payment, link, words, bill } = document;
  // A bill has its own code, and two would be one too many.
  const qr = bill ? undefined : document.qr;
  if (payment.length === 0 && link === "") return;
  layout.y += 16;
  layout.need(Math.max(payment.length * LEADING + 20, qr === undefined ? 0 : QR_SIZE + 24));
  const top = layout.y;
  pdf.text(MARGIN, layout.y, words.labels.payment, { size: 10, isBold: true, color }, pdf.element("H2"));
  layout.y += 16;
  for (const line of payment) layout.paragraph(line, 300, body);
  if (link !== "") layout.paragraph(`${words.labels.link}: ${link}`, 300, body);
  if (qr === undefined) return;
  pdf.squares(qrShapes(qr, RIGHT - QR_SIZE, top, QR_SIZE), pdf.element("Figure"));
  pdf.text(RIGHT, top + QR_SIZE + 12, words.labels.scan, { ...small, align: "right" }, pdf.element("P"));
  layout.y = Math.max(layout.y, top + QR_SIZE + 24);
}

function addTerms(layout: Layout): void {
  const { terms, words } = layout.document;
  if (terms === "") return;
  layout.y += 16;
  layout.need(3 * LEADING);
  layout.paragraph(words.labels.terms, WIDTH, { size: 9, isBold: true, color: layout.color }, "H2");
  for (const text of terms.split(/\r\n|\r|\n/)) layout.paragraph(text, WIDTH, { ...small, size: 8 });
}

/** The document by the rows of a template sheet. */
function addRows(layout: Layout, rows: readonly FilledRow[], logo: PdfImage | undefined): void {
  const { pdf, document, color } = layout;
  let owner = pdf.element("P");
  let table: StructureElement | undefined;
  addTemplate(rows, {
    left: MARGIN,
    width: WIDTH,
    color,
    wrap: (text, width, style) => layout.wrap(text, width, style),
    begin: (height, isOfList) => {
      layout.need(height);
      if (!isOfList) table = undefined;
      else table ??= pdf.element("Table");
      owner = table ? pdf.element("TR", table) : pdf.element("P");
    },
    draw: (x, down, text, style) => {
      const cell = table ? pdf.element("TD", owner) : owner;
      pdf.text(x, layout.y + down + style.size, text, style, cell);
    },
    drawLogo: () => {
      if (logo) addLogo(layout, logo);
      return 0;
    },
    drawQr: () => {
      if (document.qr === undefined) return 0;
      layout.need(QR_SIZE + 20);
      pdf.squares(qrShapes(document.qr, MARGIN, layout.y, QR_SIZE), pdf.element("Figure"));
      return QR_SIZE + 8;
    },
    end: (height) => {
      layout.y += height;
    },
  });
}

/** The document as the program lays it out. */
function addDefault(layout: Layout, logo: PdfImage | undefined): void {
  addHeader(layout, logo);
  addParties(layout);
  addLines(layout);
  addTotals(layout);
  addPayment(layout);
  addTerms(layout);
}

/** The slip of a Swiss bill is the end of the last page, and needs it whole. */
function addBill(layout: Layout): void {
  const { bill, swissWords } = layout.document;
  if (!bill) return;
  layout.need(SLIP_HEIGHT + 30 - (PAGE.height - BOTTOM));
  addSwissSlip(layout.pdf, bill, swissWords);
}

/** What stands on every page: its number, whose document it is, and that it is a draft. */
function addFrames({ pdf, document }: Layout): void {
  const pages = pdf.pageCount;
  for (let page = 0; page < pages; page++) {
    const isBelow = document.bill !== undefined && page === pages - 1;
    const y = isBelow ? PAGE.height - SLIP_HEIGHT - 18 : PAGE.height - 36;
    const [footer = ""] = wrapText(document.footer, WIDTH - 90, (piece) => pdf.widthOf(piece, small));
    pdf.text(MARGIN, y, footer, small, undefined, page);
    pdf.text(
      RIGHT,
      y,
      document.words.page(String(page + 1), String(pages)),
      { ...small, align: "right" },
      undefined,
      page,
    );
    if (document.isDraft) pdf.watermark(document.words.draft, 90, 0.92, page);
  }
}

/** A document as a PDF/A-3B: fonts embedded, tagged, the same bytes for the same document. */
export function documentPdf(
  document: PrintedDocument,
  { fonts, idOf, attachment, logo }: PdfOptions,
): DocumentPdf {
  const pdf = new TaggedPdf(fonts);
  const layout = new Layout(pdf, document);
  if (document.rows) addRows(layout, document.rows, logo);
  else addDefault(layout, logo);
  addBill(layout);
  addFrames(layout);
  const title = `${document.title} ${document.number}`;
  const metadata = metadataOf(title, document.seller[0] ?? "", attachment !== undefined);
  const bytes = pdf.finish({ language: document.words.code, idOf, metadata, attachment });
  return { bytes, pages: pdf.pageCount, missing: pdf.missing };
}
