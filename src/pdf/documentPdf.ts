import type { FilledRow, PrintedDocument } from "../core/api";
import type { PdfImage } from "./image";
import { BOTTOM, Layout, MARGIN, RIGHT, small, WIDTH } from "./layout";
import { metadataOf } from "./metadata";
import { qrShapes } from "./qrShapes";
import {
  addHeader,
  addLines,
  addLogo,
  addParties,
  addPayment,
  addTerms,
  addTotals,
  QR_SIZE,
} from "./sections";
import { addSwissSlip, SLIP_HEIGHT } from "./swissSlip";
import { PAGE, TaggedPdf, type Attachment, type PdfFonts, type StructureElement } from "./taggedPdf";
import { addTemplate } from "./templateBody";
import { wrapText } from "./wrapText";

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
    pdf.text(RIGHT, y, document.words.page(page + 1, pages), { ...small, align: "right" }, undefined, page);
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
