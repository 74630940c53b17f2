import type { Day } from "../../calendar/day";
import type { Settings } from "../../settings/settings";
import type { Picture } from "../../grid/grid";
import type { Invoice } from "../../invoicing/invoice";
import { SheetBuilder } from "./builder";
import { addPayment, addTerms, pageFooter } from "./closing";
import { Column, columnWidths, PAGE_WIDTH } from "./columns";
import { addCompany, addParties, addTitle, LOGO_BOX } from "./header";
import { figuresOfLines } from "./figures";
import { addLines } from "./lines";
import { pageBreaks } from "./pages";
import type { LinesTable } from "./references";
import { colors } from "./styles";
import { addTotals } from "./totals";
import { validityNote } from "./wording";
import { wordsOf } from "../../words/languages";
import type { PageSetup, PlannedSheet } from "../plan";

export interface InvoiceSheetInput {
  readonly invoice: Invoice;
  readonly settings: Pick<
    Settings,
    "companyName" | "companyAddress" | "companyTaxId" | "bankDetails" | "termsAndConditions" | "taxRounding"
  >;
  /** The first picture on the Settings sheet. */
  readonly logo: Pick<Picture, "bytes" | "type"> | undefined;
  readonly linesTable: LinesTable;
  /** The date of the invoice that a credit note corrects, where it is known. */
  readonly correctsDate?: Day | undefined;
}

/** Excel keeps this name for itself. */
const RESERVED_NAME = /^history$/i;
const LONGEST_NAME = 31;

/** A document's number as a sheet name that Excel takes. Two numbers can give one name; the caller tells them apart. */
export function sheetNameOf(number: string): string {
  const allowed = number.replace(/[[\]:*?/\\]/g, "-").replace(/\p{Cc}/gu, " ");
  const cut = allowed.replace(/^['\s]+/, "").slice(0, LONGEST_NAME);
  // Excel counts code units, yet a character of two of them must not be halved.
  const name = cut.replace(/[\ud800-\udbff]$/, "").replace(/['\s]+$/, "");
  if (name === "") return "Invoice";
  return RESERVED_NAME.test(name) ? `Invoice ${name}` : name;
}

/**
 * Points between the margins of a Letter page, which is lower than A4: page breaks hold on both, as long as the sheet
 * is no wider than the page; a wider one is scaled down, and more of it fits.
 */
const PAGE_HEIGHT = 690;
/** A sheet that is higher than a page by no more than this is scaled down to one: 8 points are read as well as 9. */
const SQUEEZED = 1.15;

function pagesOf(sheet: SheetBuilder, headerRow: number): Pick<PageSetup, "pages" | "breaks"> {
  const width = sheet.widths.reduce((total, columnWidth) => total + columnWidth, 0);
  const heights = sheet.rows.map((_, row) => sheet.heights.get(row) ?? 0);
  const pageHeight = PAGE_HEIGHT * Math.max(1, width / PAGE_WIDTH);
  const height = heights.reduce((total, rowHeight) => total + rowHeight, 0);
  if (height <= pageHeight * SQUEEZED) return { pages: 1 };
  return { breaks: pageBreaks({ heights, kept: sheet.kept, headerRow, pageHeight }) };
}

/**
 * The invoice as it is sent: one page wide, in the customer's language, its figures formulas over the Invoice lines
 * sheet and over each other, so that a plain recalculation gives what is stored.
 */
export function invoiceSheet(input: InvoiceSheetInput): PlannedSheet {
  const { invoice, settings, logo, correctsDate } = input;
  const words = wordsOf(invoice.customer.language);
  const figures = figuresOfLines(invoice, words);
  const sheet = new SheetBuilder(columnWidths(invoice, words, figures));
  addCompany(sheet, settings, logo !== undefined, words);
  addTitle(sheet, invoice, correctsDate, words);
  addParties(sheet, invoice, words);
  const { headerRow, amounts, closingRow } = addLines(sheet, input, figures, words);
  const totalsRow = addTotals(sheet, input, amounts, words);
  addPayment(sheet, input, totalsRow, words);
  sheet.keepFrom(closingRow);
  addTerms(sheet, settings.termsAndConditions, closingRow, words);
  return {
    name: sheetNameOf(invoice.number),
    rows: sheet.rows,
    widths: sheet.widths,
    heights: sheet.heights,
    merges: sheet.merges,
    ...(logo && {
      image: { bytes: logo.bytes, type: logo.type, row: 0, column: Column.unitPrice, ...LOGO_BOX },
    }),
    page: {
      orientation: "portrait",
      repeatRows: [headerRow, headerRow],
      footer: pageFooter(invoice, settings.companyName, words),
      ...pagesOf(sheet, headerRow),
    },
    hideGridLines: true,
    tabColor: validityNote(invoice, words) === "" ? colors.accent : colors.muted,
  };
}
