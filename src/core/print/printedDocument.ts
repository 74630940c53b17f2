import type { Customer } from "../catalog/records";
import { isCreditNote } from "../documents/documentKinds";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import type { CategoryTax } from "../eInvoice/lineTax";
import type { InvoicingBook } from "../eInvoice/bookModel";
import { minorDigits } from "../money/currency";
import { formatPercent } from "../money/format";
import { zero, type Decimal } from "../money/decimal";
import type { Settings } from "../settings/settings";
import { addressLines } from "../sheets/invoiceSheet/address";
import { countryCodeOf } from "../sheets/invoiceSheet/countries";
import { ibanFault, paymentCode, type PaymentFault } from "./paymentCode";
import { printedTaxes } from "./printedTaxes";
import type { PrintedWords } from "./words/printedWords";
import { printedWordsOf } from "./words/wordsOfLanguage";
import { hasSwissAccount, swissBill, type SwissBill } from "./swissBill";
import type { FilledRow } from "./filledRow";
import { swissWordsOf, type SwissWords } from "./swissWords";

export type LabelledText = readonly [label: string, text: string];

export interface PrintedLine {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly amount: string;
}

/** A document as it is printed: texts in the customer's language, in the order of the page. */
export interface PrintedDocument {
  readonly words: PrintedWords;
  readonly number: string;
  readonly title: string;
  readonly isDraft: boolean;
  readonly color: string;
  readonly seller: readonly string[];
  readonly buyer: readonly string[];
  readonly facts: readonly LabelledText[];
  readonly amountHeading: string;
  readonly lines: readonly PrintedLine[];
  readonly totals: readonly LabelledText[];
  /** What the exemption from tax rests on. */
  readonly reasons: readonly string[];
  /** How to pay; empty where nothing is to pay. */
  readonly payment: readonly string[];
  readonly link: string;
  /** What the code to scan holds. */
  readonly qr: string | undefined;
  /** The slip by which it is paid in Switzerland. */
  readonly bill: SwissBill | undefined;
  readonly swissWords: SwissWords;
  /** Why there is no code although the account is given. */
  readonly paymentFault: PaymentFault | undefined;
  readonly terms: string;
  readonly footer: string;
  /** Rows of a template sheet, filled; without them the layout is that of the program. */
  readonly rows?: readonly FilledRow[] | undefined;
}

const filled = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text !== "");
const textLines = (text: string) => filled(text.split(/\r\n|\r|\n/));

/** On its way to being issued: it says so on every page. */
function isOnItsWay({ status }: RegisteredInvoice): boolean {
  return status === "draft" || status === "in_review" || status === "approved";
}

function sellerLines(settings: Settings, words: PrintedWords): string[] {
  const structured = filled([
    settings.companyStreet,
    settings.companyStreet2,
    `${settings.companyPostalCode} ${settings.companyCity}`,
    settings.companyRegion,
    settings.companyCountry,
  ]);
  const address = settings.companyAddress === "" ? structured : textLines(settings.companyAddress);
  const taxId = settings.companyTaxId === "" ? "" : `${words.taxId} ${settings.companyTaxId}`;
  return filled([settings.companyName, ...address, taxId]);
}

function buyerLines(
  document: RegisteredInvoice,
  customer: Partial<Customer>,
  settings: Settings,
  words: PrintedWords,
): string[] {
  const customerName = document.customerName ?? customer.customerName ?? document.customerId ?? "";
  const isAbroad = countryCodeOf(customer.country ?? "") !== countryCodeOf(settings.companyCountry);
  const address = addressLines({
    ...customer,
    customerId: document.customerId ?? "",
    customerName,
    country: customer.country,
  });
  const shown = isAbroad || customer.country === undefined ? address : address.slice(0, -1);
  return filled([
    customerName,
    ...shown,
    customer.taxId === undefined ? "" : `${words.taxId} ${customer.taxId}`,
  ]);
}

function periodOf({ lines, periodStart, periodEnd }: RegisteredInvoice, words: PrintedWords): string {
  const starts = lines.flatMap((line) => line.periodStart ?? []);
  const ends = lines.flatMap((line) => line.periodEnd ?? []);
  const from = starts.length > 0 ? Math.min(...starts) : periodStart;
  const to = ends.length > 0 ? Math.max(...ends) : periodEnd;
  if (from === undefined || to === undefined) return "";
  return from === to ? words.day(from) : `${words.day(from)} – ${words.day(to)}`;
}

function factsOf(
  document: RegisteredInvoice,
  customer: Partial<Customer>,
  words: PrintedWords,
  terms: string,
): LabelledText[] {
  const isCredit = isCreditNote(document);
  const day = (value: number | undefined) => (value === undefined ? "" : words.day(value));
  const facts: LabelledText[] = [
    [words.number, document.invoiceNumber],
    [words.date, day(document.invoiceDate)],
    [words.dueDate, isCredit ? "" : day(document.dueDate)],
    [words.terms, isCredit ? "" : terms],
    [words.period, periodOf(document, words)],
    [words.corrects, document.corrects ?? ""],
    [words.poNumber, document.poNumber ?? ""],
    [words.reference, customer.buyerReference ?? ""],
    [words.customerId, document.customerId ?? ""],
    [words.contract, document.contractId ?? ""],
  ];
  return facts.filter(([, text]) => text !== "");
}

function printedLine(line: RegisteredLine, currency: string, words: PrintedWords): PrintedLine {
  const { quantity, unit = "", unitPrice, flatFee = zero, amount } = line;
  return {
    description: (line.description ?? line.product ?? "").trim(),
    quantity: quantity === undefined ? "" : `${words.figure(quantity)} ${unit}`.trim(),
    unitPrice:
      unitPrice === undefined || (unitPrice.isZero() && !flatFee.isZero())
        ? ""
        : words.price(unitPrice, currency),
    amount: words.money(amount, currency),
  };
}

const namedWithRate = (name: string, rate: Decimal) =>
  name.includes("%") || rate.isZero() ? name : `${name} ${formatPercent(rate)}`;

const taxName = ({ category, rate = zero, record }: CategoryTax) =>
  namedWithRate(record?.name ?? record?.taxCode ?? category, rate);

function totalsOf(
  document: RegisteredInvoice,
  { byCategory, several }: ReturnType<typeof printedTaxes>,
  currency: string,
  words: PrintedWords,
): LabelledText[] {
  const money = (value: Decimal | undefined) => (value === undefined ? "" : words.money(value, currency));
  const shown = byCategory.filter(({ record, tax }) => record !== undefined || !tax.isZero());
  const rows = [
    ...shown.map((tax) => ({ ...tax, name: taxName(tax) })),
    ...several.map((one) => ({ ...one, name: namedWithRate(one.name, one.rate) })),
  ];
  const entries: LabelledText[] = [
    [words.subtotal, money(document.subtotal)],
    ...rows.map(({ name, base, tax }): LabelledText => [words.taxOn(name, money(base)), money(tax)]),
    [`${words.total} ${currency}`, money(document.total)],
  ];
  return entries.filter(([, text]) => text !== "");
}

function paymentLines(document: RegisteredInvoice, settings: Settings, words: PrintedWords): string[] {
  if (settings.companyIban === "") return textLines(settings.bankDetails);
  return filled([
    settings.companyName === "" ? "" : `${words.account}: ${settings.companyName}`,
    `IBAN: ${settings.companyIban}`,
    settings.companyBic === "" ? "" : `BIC: ${settings.companyBic}`,
    `${words.purpose}: ${document.invoiceNumber}`,
  ]);
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

/** A document of the book as it is printed. */
export function printedDocument(
  document: RegisteredInvoice,
  book: InvoicingBook,
  language?: string,
): PrintedDocument {
  const { settings, catalog } = book;
  const customer: Partial<Customer> = catalog.customers.get(document.customerId ?? "") ?? {};
  const words = printedWordsOf(language ?? customer.language);
  const currency = document.currency?.trim().toUpperCase() ?? settings.currency;
  const taxes = printedTaxes(document, book, minorDigits(currency));
  const terms =
    catalog.contractById.get(document.contractId ?? "")?.termsText ??
    customer.paymentTerms ??
    settings.paymentTerms;
  const isDraft = isOnItsWay(document);
  const isPayable = !isDraft && (document.total ?? zero).greaterThan(0);
  const swiss = isPayable && hasSwissAccount(settings) ? swissBill(document, customer, settings) : undefined;
  const bill = swiss && "payload" in swiss ? swiss : undefined;
  const fault = swiss && "reason" in swiss ? swiss : ibanFault(settings);
  const title = isCreditNote(document) ? words.creditNote : words.invoice;
  return {
    words,
    number: document.invoiceNumber,
    title,
    isDraft,
    color: settings.brandColor,
    seller: sellerLines(settings, words),
    buyer: buyerLines(document, customer, settings, words),
    facts: factsOf(document, customer, words, terms),
    amountHeading: `${words.amount} (${currency})`,
    lines: document.lines.map((line) => printedLine(line, currency, words)),
    totals: totalsOf(document, taxes, currency, words),
    reasons: [
      ...new Set(
        taxes.byCategory.flatMap(({ tax, record }) => (tax.isZero() ? (record?.exemptionReason ?? []) : [])),
      ),
    ],
    payment: isPayable ? paymentLines(document, settings, words) : [],
    link: isPayable ? linkOf(document, settings) : "",
    qr: bill?.payload ?? (isPayable ? paymentCode(document, settings) : undefined),
    bill,
    swissWords: swissWordsOf(words.code),
    paymentFault: isPayable ? fault : undefined,
    terms: settings.termsAndConditions,
    footer: settings.documentFooter === "" ? settings.companyName : settings.documentFooter,
  };
}
