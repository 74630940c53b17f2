import type { Settings } from "../../settings/settings";
import type { Picture } from "../../grid/grid";
import type { Invoice } from "../../invoicing/invoice";
import { SheetBuilder } from "./builder";
import { addPayment, addTerms, pageFooter } from "./closing";
import { Column, columnWidths } from "./columns";
import { addCompany, addParties, addTitle, LOGO_BOX } from "./header";
import { addLines } from "./lines";
import type { LinesTable } from "./references";
import { colors } from "./styles";
import { addTotals } from "./totals";
import { standingNote } from "./wording";
import type { PlannedSheet } from "../plan";

export interface InvoiceSheetInput {
  readonly invoice: Invoice;
  readonly settings: Pick<
    Settings,
    "companyName" | "companyAddress" | "companyTaxId" | "bankDetails" | "termsAndConditions" | "taxRounding"
  >;
  /** The first picture on the Settings sheet. */
  readonly logo: Pick<Picture, "bytes" | "type"> | undefined;
  readonly linesTable: LinesTable;
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
 * The invoice as it is sent: one page wide, its figures formulas over the Invoice lines sheet and over each other,
 * so that a plain recalculation gives what is stored.
 */
export function invoiceSheet(input: InvoiceSheetInput): PlannedSheet {
  const { invoice, settings, logo } = input;
  const sheet = new SheetBuilder(columnWidths(invoice));
  addCompany(sheet, settings, logo !== undefined);
  addTitle(sheet, invoice);
  addParties(sheet, invoice);
  const { headerRow, amounts } = addLines(sheet, input);
  const totalsRow = addTotals(sheet, input, amounts);
  addPayment(sheet, input, totalsRow);
  addTerms(sheet, settings.termsAndConditions);
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
      footer: pageFooter(invoice, settings.companyName),
    },
    hideGridLines: true,
    tabColor: standingNote(invoice) === "" ? colors.accent : colors.muted,
  };
}
