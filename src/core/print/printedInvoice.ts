import { largest, smallest } from "../base/manyValues";
import type { Customer } from "../catalog/records";
import { asCredit } from "../documents/creditSigns";
import { isCreditNote } from "../documents/documentKinds";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import { termsTextOf } from "../documents/termsOfDocument";
import type { CategoryTax } from "../eInvoice/lineTax";
import type { InvoicingBook } from "../eInvoice/bookModel";
import { minorDigits } from "../money/currency";
import { zero, type Decimal } from "../money/decimal";
import type { Settings } from "../settings/settings";
import type { DocumentWords } from "../words/documentWords";
import { wordsOf } from "../words/languages";
import { buyerLines, footerOf, paymentLines, sellerLines } from "./parties";
import { ibanFault, paymentCode } from "./paymentCode";
import type { Fact, LabelledText, PrintedDocument, PrintedLine } from "./printedDocument";
import { printedTaxes } from "./printedTaxes";
import { hasSwissAccount, swissBill } from "./swissBill";
import { swissWordsOf } from "./swissWords";

/** On its way to being issued: it says so on every page. */
function isOnItsWay({ status }: RegisteredInvoice): boolean {
  return status === "draft" || status === "in_review" || status === "approved";
}

function periodOf({ lines, periodStart, periodEnd }: RegisteredInvoice, words: DocumentWords): string {
  const starts = lines.flatMap((line) => line.periodStart ?? []);
  const ends = lines.flatMap((line) => line.periodEnd ?? []);
  const from = starts.length > 0 ? smallest(starts) : periodStart;
  const to = ends.length > 0 ? largest(ends) : periodEnd;
  if (from === undefined || to === undefined) return "";
  return words.notation.span({ from, to });
}

function factsOf(
  document: RegisteredInvoice,
  customer: Partial<Customer>,
  words: DocumentWords,
  terms: string,
): Fact[] {
  const { labels, notation } = words;
  const type = isCreditNote(document) ? "credit_note" : "invoice";
  const isCredit = type === "credit_note";
  const day = (value: number | undefined) => (value === undefined ? "" : notation.day(value));
  const facts: Fact[] = [
    { key: "number", label: labels.number[type], text: document.invoiceNumber },
    { key: "date", label: labels.date[type], text: day(document.invoiceDate) },
    { key: "dueDate", label: labels.dueDate, text: isCredit ? "" : day(document.dueDate) },
    { key: "terms", label: labels.paymentTerms, text: isCredit ? "" : terms },
    { key: "period", label: labels.servicePeriod, text: periodOf(document, words) },
    { key: "corrects", label: labels.corrects, text: document.corrects ?? "" },
    { key: "poNumber", label: labels.poNumber, text: document.poNumber ?? "" },
    { key: "reference", label: labels.buyerReference, text: customer.buyerReference ?? "" },
    { key: "customerId", label: labels.customerId, text: document.customerId ?? "" },
    { key: "contract", label: labels.contract, text: document.contractId ?? "" },
  ];
  return facts.filter(({ text }) => text !== "");
}

function printedLine(line: RegisteredLine, currency: string, { notation }: DocumentWords): PrintedLine {
  const { quantity, unit = "", unitPrice, flatFee = zero, amount } = line;
  return {
    description: (line.description ?? line.product ?? "").trim(),
    quantity: quantity === undefined ? "" : `${notation.figure(quantity)} ${unit}`.trim(),
    unitPrice:
      unitPrice === undefined || (unitPrice.isZero() && !flatFee.isZero())
        ? ""
        : notation.price(unitPrice, currency),
    amount: notation.money(amount, currency),
  };
}

const namedWithRate = (name: string, rate: Decimal, { notation }: DocumentWords) =>
  name.includes("%") || rate.isZero() ? name : `${name} ${notation.percent(rate)}`;

const taxName = ({ category, rate = zero, record }: CategoryTax, words: DocumentWords) =>
  namedWithRate(record?.name ?? record?.taxCode ?? category, rate, words);

function totalsOf(
  document: RegisteredInvoice,
  { byCategory, several }: ReturnType<typeof printedTaxes>,
  currency: string,
  words: DocumentWords,
): LabelledText[] {
  const money = (value: Decimal | undefined) =>
    value === undefined ? "" : words.notation.money(value, currency);
  const shown = byCategory.filter(({ record, tax }) => record !== undefined || !tax.isZero());
  const rows = [
    ...shown.map((tax) => ({ ...tax, name: taxName(tax, words) })),
    ...several.map((one) => ({ ...one, name: namedWithRate(one.name, one.rate, words) })),
  ];
  const entries: LabelledText[] = [
    [words.labels.subtotal, money(document.subtotal)],
    ...rows.map(({ name, base, tax }): LabelledText => [
      `${name} ${words.labels.taxBase} ${money(base)}`,
      money(tax),
    ]),
    [`${words.labels.total} ${currency}`, money(document.total)],
  ];
  return entries.filter(([, text]) => text !== "");
}

function linkOf(
  { invoiceNumber, total = zero, currency = "" }: RegisteredInvoice,
  { paymentLink }: Settings,
): string {
  return paymentLink
    .replaceAll("{number}", encodeURIComponent(invoiceNumber))
    .replaceAll("{amount}", total.toFixed(minorDigits(currency)))
    .replaceAll("{currency}", encodeURIComponent(currency));
}

/** The code by which an invoice is paid. */
function codeOf(document: RegisteredInvoice, currency: string, settings: Settings): string | undefined {
  const { total, invoiceNumber } = document;
  if (total === undefined) return undefined;
  return paymentCode({ amount: total, currency, reference: invoiceNumber }, settings);
}

/** A document of the book as it is printed. */
export function printedInvoice(
  written: RegisteredInvoice,
  book: InvoicingBook,
  language?: string,
): PrintedDocument {
  const document = asCredit(written);
  const { settings, catalog } = book;
  const customer: Partial<Customer> = catalog.customers.get(document.customerId ?? "") ?? {};
  const words = wordsOf(language ?? customer.language);
  const currency = document.currency?.trim().toUpperCase() ?? settings.currency;
  const taxes = printedTaxes(document, book, minorDigits(currency));
  const terms = termsTextOf(document, catalog, settings);
  const isDraft = isOnItsWay(document);
  const isPayable = !isDraft && !isCreditNote(document) && (document.total ?? zero).greaterThan(0);
  const swiss = isPayable && hasSwissAccount(settings) ? swissBill(document, customer, settings) : undefined;
  const bill = swiss && "payload" in swiss ? swiss : undefined;
  const fault = swiss && "reason" in swiss ? swiss : ibanFault(settings);
  const title = words.titles[isCreditNote(document) ? "credit_note" : "invoice"].valid;
  const customerName = document.customerName ?? customer.customerName ?? document.customerId ?? "";
  const { labels } = words;
  return {
    words,
    number: document.invoiceNumber,
    title,
    isDraft,
    color: settings.brandColor,
    seller: sellerLines(settings, words),
    buyerHeading: isCreditNote(document) ? labels.recipient : labels.billTo,
    buyer: buyerLines(document.customerId ?? "", customerName, customer, settings, words),
    facts: factsOf(document, customer, words, terms),
    message: [],
    headings: {
      description: labels.description,
      quantity: labels.quantity,
      unitPrice: labels.unitPrice,
      amount: `${labels.amount} (${currency})`,
    },
    lines: document.lines.map((line) => printedLine(line, currency, words)),
    totals: totalsOf(document, taxes, currency, words),
    reasons: [
      ...new Set(
        taxes.byCategory.flatMap(({ tax, record }) => (tax.isZero() ? (record?.exemptionReason ?? []) : [])),
      ),
    ],
    payment: isPayable ? paymentLines(document.invoiceNumber, settings, words) : [],
    link: isPayable ? linkOf(document, settings) : "",
    qr: bill?.payload ?? (isPayable ? codeOf(document, currency, settings) : undefined),
    bill,
    swissWords: swissWordsOf(words.code),
    paymentFault: isPayable ? fault : undefined,
    terms: settings.termsAndConditions,
    footer: footerOf(settings),
  };
}
