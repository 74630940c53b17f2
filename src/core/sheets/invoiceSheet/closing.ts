import type { Settings } from "../../settings/settings";
import type { Invoice } from "../../invoicing/invoice";
import { FULL_WIDTH, type SheetBuilder } from "./builder";
import { Column } from "./columns";
import { colors, styles } from "./styles";
import { asksForPayment, paymentSentence, standingNote, titleOf } from "./wording";

/** Excel takes no footer above 255 characters; names are cut so that the codes around them fit. */
const LONGEST_FOOTER_TEXT = 90;

export interface ClosingInput {
  readonly invoice: Invoice;
  readonly settings: Pick<Settings, "bankDetails" | "termsAndConditions">;
}

/** How to pay and where to, at the left of the totals, which begin at `firstRow`. */
export function addPayment(sheet: SheetBuilder, { invoice, settings }: ClosingInput, firstRow: number): void {
  const sentence = paymentSentence(invoice);
  const bankDetails = asksForPayment(invoice) ? settings.bankDetails.trim() : "";
  const text = bankDetails === "" ? sentence : `${sentence}\n\n${bankDetails}`;
  sheet.put(firstRow, Column.description, { value: "Payment", style: styles.caption });
  sheet.putDown(firstRow + 1, Column.description, text, styles.text);
}

export function addTerms(sheet: SheetBuilder, termsAndConditions: string): void {
  const text = termsAndConditions.trim();
  if (text === "") return;
  sheet.gap(12);
  sheet.rule(FULL_WIDTH);
  sheet.gap(5);
  sheet.add({ [Column.description]: { value: "Terms and conditions", style: styles.caption } }, 14);
  sheet.paragraphs(text, FULL_WIDTH, styles.small);
}

/** A text as the codes of a footer read it: an ampersand begins a code, so that of a name is doubled. */
function footerText(text: string): string {
  let written = "";
  for (const character of text.replace(/\s+/g, " ").trim()) {
    const code = character === "&" ? "&&" : character;
    if (written.length + code.length > LONGEST_FOOTER_TEXT) break;
    written += code;
  }
  return written;
}

/** Company, document and page, small and grey. */
export function pageFooter(invoice: Invoice, companyName: string): string {
  const look = `&8&K${colors.muted}`;
  const state = standingNote(invoice) === "" ? "" : `${titleOf(invoice)} `;
  return `&L${look}${footerText(companyName)}&C${look}${footerText(state + invoice.number)}&R${look}Page &P of &N`;
}
