import type { Settings } from "../../settings/settings";
import type { Invoice } from "../../invoicing/invoice";
import { FULL_WIDTH, type SheetBuilder } from "./builder";
import { Column } from "./columns";
import { colors, styles } from "./styles";
import { asksForPayment, isUnissued, paymentSentence, titleOf } from "./wording";
import type { DocumentWords } from "../../words/documentWords";

/** Excel takes no footer above 255 characters; names are cut so that the codes around them fit. */
const LONGEST_FOOTER_TEXT = 90;

export interface ClosingInput {
  readonly invoice: Invoice;
  readonly settings: Pick<Settings, "bankDetails" | "termsAndConditions">;
}

/** How to pay and where to, at the left of the totals, which begin at `firstRow`. */
export function addPayment(
  sheet: SheetBuilder,
  { invoice, settings }: ClosingInput,
  firstRow: number,
  words: DocumentWords,
): void {
  const sentence = paymentSentence(invoice, words);
  const bankDetails = asksForPayment(invoice) ? settings.bankDetails.trim() : "";
  const text = bankDetails === "" ? sentence : `${sentence}\n\n${bankDetails}`;
  sheet.put(firstRow, Column.description, { value: words.labels.payment, style: styles.caption });
  sheet.putDown(firstRow + 1, Column.description, text, styles.text);
}

/** Points: terms of no more than a few lines stay with the totals. */
const SHORT_TERMS = 90;

/** The terms; their heading is never the last row of a page, and short ones stay with the totals. */
export function addTerms(
  sheet: SheetBuilder,
  termsAndConditions: string,
  closingRow: number,
  { labels }: DocumentWords,
): void {
  const text = termsAndConditions.trim();
  if (text === "") return;
  const firstRow = sheet.rows.length;
  const isShort = sheet.heightOf(text, FULL_WIDTH, styles.small) <= SHORT_TERMS;
  sheet.gap(12);
  sheet.rule(FULL_WIDTH);
  sheet.gap(5);
  sheet.add({ [Column.description]: { value: labels.terms, style: styles.caption } }, 14);
  const heading = sheet.rows.length - 1;
  sheet.paragraphs(text, FULL_WIDTH, styles.small);
  if (isShort) sheet.keepFrom(closingRow);
  else for (let row = firstRow; row <= heading; row++) sheet.kept.add(row);
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
export function pageFooter(invoice: Invoice, companyName: string, words: DocumentWords): string {
  const look = `&8&K${colors.muted}`;
  const isIssued = !isUnissued(invoice) && invoice.status !== "void";
  const state = isIssued ? "" : `${titleOf(invoice, words)} `;
  return `&L${look}${footerText(companyName)}&C${look}${footerText(state + invoice.number)}&R${look}${words.page("&P", "&N")}`;
}
