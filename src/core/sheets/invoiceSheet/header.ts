import type { Settings } from "../../settings/settings";
import type { Day } from "../../calendar/day";
import type { Invoice } from "../../invoicing/invoice";
import { addressLines } from "./address";
import { bandOf, FULL_WIDTH, type SheetBuilder, type Span } from "./builder";
import { Column } from "./columns";
import { servicePeriodOf } from "./servicePeriod";
import { styles } from "./styles";
import { splitLines } from "./text";
import { creditSentence, isUnissued, titleOf, validityNote } from "./wording";
import type { DocumentWords } from "../../words/documentWords";
import type { CellStyle } from "../plan";

/** Pixels. The widest logo is as wide as the two columns below it. */
export const LOGO_BOX = { maxWidth: 180, maxHeight: 64 } as const;
/** Points: the logo with some air below it. */
const LOGO_HEIGHT = 54;

const LEFT: Span = [Column.description, Column.description];
const FACT_LABEL: Span = [Column.quantity, Column.unit];
const FACT_VALUE: Span = [Column.unitPrice, Column.amount];

interface StyledText {
  readonly text: string;
  readonly style: CellStyle;
}

const filled = (texts: readonly StyledText[]): StyledText[] => texts.filter(({ text }) => text !== "");

type Company = Pick<Settings, "companyName" | "companyAddress" | "companyTaxId">;

/** Who sends it, at the left; the logo hangs at the right and takes no row of its own. */
export function addCompany(
  sheet: SheetBuilder,
  company: Company,
  hasLogo: boolean,
  { labels }: DocumentWords,
): void {
  const { companyName, companyAddress, companyTaxId } = company;
  const texts = filled([
    { text: companyName, style: styles.company },
    ...splitLines(companyAddress).map((text) => ({ text: text.trim(), style: styles.small })),
    { text: companyTaxId === "" ? "" : `${labels.taxId} ${companyTaxId}`, style: styles.small },
  ]);
  let height = 0;
  for (const { text, style } of texts) {
    const rowHeight = sheet.heightOf(text, LEFT, style);
    sheet.add({ [Column.description]: { value: text, style } }, rowHeight);
    height += rowHeight;
  }
  if (hasLogo && height < LOGO_HEIGHT) sheet.gap(LOGO_HEIGHT - height);
  if (hasLogo || texts.length > 0) {
    sheet.gap(8);
    sheet.rule(FULL_WIDTH);
  }
}

/** What the document is; a draft or a void document says so in a band, a credit note what it corrects. */
export function addTitle(
  sheet: SheetBuilder,
  invoice: Invoice,
  correctsDate: Day | undefined,
  words: DocumentWords,
): void {
  sheet.gap(10);
  sheet.add({ [Column.description]: { value: titleOf(invoice, words), style: styles.title } }, 34);
  const credit = creditSentence(invoice, correctsDate, words);
  if (credit !== "") sheet.paragraphs(credit, FULL_WIDTH, styles.text, 3);
  const note = validityNote(invoice, words);
  if (note !== "") sheet.add(bandOf(FULL_WIDTH, styles.notValid, note), 20);
  sheet.gap(10);
}

function customerTexts({ customer }: Invoice, { labels }: DocumentWords): StyledText[] {
  return filled([
    { text: customer.customerName, style: styles.strong },
    ...addressLines(customer).map((text) => ({ text, style: styles.text })),
    { text: customer.taxId ? `${labels.taxId} ${customer.taxId}` : "", style: styles.text },
  ]);
}

/** What identifies the document, by label; what is empty is left out. */
function factsOf(invoice: Invoice, { labels, notation }: DocumentWords): (readonly [string, string])[] {
  const { customer, corrects, number, poNumber, contractId, type } = invoice;
  const isCredit = type === "credit_note";
  const service = servicePeriodOf(invoice);
  const facts: (readonly [string, string])[] = [
    [isUnissued(invoice) ? labels.draftReference : labels.number[type], number],
    [labels.date[type], notation.day(invoice.invoiceDate)],
    [labels.dueDate, isCredit ? "" : notation.day(invoice.dueDate)],
    [labels.corrects, corrects],
    [labels.servicePeriod, service ? notation.span(service) : ""],
    [labels.paymentTerms, isCredit ? "" : invoice.termsText],
    [labels.poNumber, poNumber],
    [labels.buyerReference, customer.buyerReference ?? ""],
    [labels.customerId, customer.customerId],
    [labels.contract, contractId],
  ];
  return facts.filter(([, value]) => value !== "");
}

/** The customer at the left, the facts of the document at the right. */
export function addParties(sheet: SheetBuilder, invoice: Invoice, words: DocumentWords): void {
  sheet.add({ [Column.description]: { value: words.labels.billTo, style: styles.caption } }, 14);
  const left = customerTexts(invoice, words);
  const facts = factsOf(invoice, words);
  for (let index = 0; index < Math.max(left.length, facts.length); index++) {
    const party = left[index];
    const fact = facts[index];
    const valueStyle = index === 0 ? styles.strong : styles.text;
    const height = Math.max(
      party ? sheet.heightOf(party.text, LEFT, party.style) : 0,
      fact ? sheet.heightOf(fact[1], FACT_VALUE, valueStyle) : 0,
    );
    const row = sheet.add(
      {
        [Column.description]: party && { value: party.text, style: party.style },
        [Column.quantity]: fact && { value: fact[0], style: styles.label },
        [Column.unitPrice]: fact && { value: fact[1], style: valueStyle },
      },
      height + 1,
    );
    if (fact) for (const span of [FACT_LABEL, FACT_VALUE]) sheet.merge(row, span);
  }
  sheet.gap(14);
}
