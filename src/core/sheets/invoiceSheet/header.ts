import type { Settings } from "../../settings/settings";
import { formatLongDay } from "../../calendar/longDate";
import type { Invoice } from "../../invoicing/invoice";
import { addressLines } from "./address";
import type { SheetBuilder, Span } from "./builder";
import { FULL_WIDTH } from "./builder";
import { Column } from "./columns";
import { spanText } from "./lineText";
import { styles } from "./styles";
import { splitLines } from "./text";
import { isUnissued, standingNote, titleOf } from "./wording";
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
export function addCompany(sheet: SheetBuilder, company: Company, hasLogo: boolean): void {
  const { companyName, companyAddress, companyTaxId } = company;
  const texts = filled([
    { text: companyName, style: styles.company },
    ...splitLines(companyAddress).map((text) => ({ text: text.trim(), style: styles.small })),
    { text: companyTaxId === "" ? "" : `Tax ID ${companyTaxId}`, style: styles.small },
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

export function addTitle(sheet: SheetBuilder, invoice: Invoice): void {
  sheet.gap(10);
  sheet.add({ [Column.description]: { value: titleOf(invoice), style: styles.title } }, 34);
  const note = standingNote(invoice);
  if (note !== "") sheet.add({ [Column.description]: { value: note, style: styles.label } }, 15);
  sheet.gap(10);
}

function customerTexts({ customer }: Invoice): StyledText[] {
  return filled([
    { text: customer.customerName, style: styles.strong },
    ...addressLines(customer).map((text) => ({ text, style: styles.text })),
    { text: customer.taxId ? `Tax ID ${customer.taxId}` : "", style: styles.text },
  ]);
}

/** What identifies the document, by label; what is empty is left out. */
function factsOf(invoice: Invoice): (readonly [string, string])[] {
  const { customer, corrects, number, poNumber, period, contractId } = invoice;
  const isCredit = invoice.type === "credit_note";
  const kind = isCredit ? "Credit note" : "Invoice";
  const facts: (readonly [string, string])[] = [
    [isUnissued(invoice) ? "Draft reference" : `${kind} number`, number],
    [`${kind} date`, formatLongDay(invoice.invoiceDate)],
    ["Due date", isCredit ? "" : formatLongDay(invoice.dueDate)],
    ["Corrects invoice", corrects],
    ["Reason", invoice.reasonCode],
    ["Period", spanText(period)],
    ["Payment terms", isCredit ? "" : invoice.termsText],
    ["PO number", poNumber],
    ["Buyer reference", customer.buyerReference ?? ""],
    ["Customer ID", customer.customerId],
    ["Contract", contractId],
  ];
  return facts.filter(([, value]) => value !== "");
}

/** The customer at the left, the facts of the document at the right. */
export function addParties(sheet: SheetBuilder, invoice: Invoice): void {
  sheet.add({ [Column.description]: { value: "Bill to", style: styles.caption } }, 14);
  const left = customerTexts(invoice);
  const facts = factsOf(invoice);
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
