import { listOf } from "../base/listOf";
import { validDay } from "../calendar/day";
import { dayCountBases, type DayCountBasis } from "../calendar/proration";
import { parseTerms, termsForms } from "../calendar/terms";
import { parseCashRule } from "../money/cashRule";
import { currencyCode } from "../money/currency";
import { currencyNamed } from "../money/currencyMark";
import { zero, type Decimal } from "../money/decimal";
import type { RoundingMode } from "../money/round";
import { parseNamedColumns, type NamedColumn } from "./namedColumns";
import { percentColumn, shownText, type CellView } from "../schema/column";
import { SettingKinds } from "./settingKinds";

export type { SettingDefinition } from "./settingKinds";

/** "04-01" or "4-1" as 04-01; a spreadsheet makes a date of it, of which month and day are taken. */
function monthAndDay(cell: CellView): string | undefined {
  const shown = shownText(cell);
  const match = /^(?:\d{4}-)?(\d{1,2})-(\d{1,2})$/.exec(shown);
  const [month, day] = [Number(match?.[1]), Number(match?.[2])];
  // 2027 is no leap year: a fiscal year begins on a day that every year has.
  if (!match || validDay(2027, month, day) === undefined) return undefined;
  return [month, day].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Codes between commas, as they are written. */
const codes = (cell: CellView): readonly string[] => listOf(shownText(cell));

const percentCell = percentColumn({ title: "Percent", help: "" });

/** As in the columns of percents: 2 and 2 % are the same. */
function percentage(cell: CellView): Decimal | undefined {
  const parsed = percentCell.parse(cell, {});
  return parsed.ok ? parsed.value : undefined;
}

function agingLimits(cell: CellView): readonly number[] | undefined {
  const limits = shownText(cell)
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number);
  const rising = limits.every((limit, i) => Number.isInteger(limit) && limit > (limits[i - 1] ?? 0));
  return rising && limits.length > 0 ? limits : undefined;
}

const namedColumns = (cell: CellView) => parseNamedColumns(shownText(cell));

const amounts = new SettingKinds("amounts");
const documents = new SettingKinds("documents");
const nothing = new SettingKinds("nothing");

/** Every setting: its key, default and what it does. Keys are public and never change their meaning. */
export const settingDefinitions = {
  companyName: documents.text("Company name", "printed on invoices"),
  companyAddress: documents.text("Company address", "printed on invoices; line breaks are kept"),
  companyTaxId: documents.text("Company tax ID", "printed on invoices"),
  companyStreet: documents.text("Company street", "street and number, in e-invoices"),
  companyStreet2: documents.text("Company street 2", "building, floor, department, in e-invoices"),
  companyCity: documents.text("Company city", "town or city, in e-invoices"),
  companyPostalCode: documents.text("Company postal code", "in e-invoices"),
  companyRegion: documents.text("Company region", "state or province, in e-invoices"),
  companyCountry: documents.text("Company country", "ISO 3166 code; it decides what an invoice must say"),
  companyRegistration: documents.text(
    "Company registration",
    "number in the register of companies, in e-invoices",
  ),
  companyElectronicAddress: documents.text("Company electronic address", "where e-invoices come from"),
  companyElectronicAddressScheme: documents.text(
    "Company electronic address scheme",
    "EAS code of the electronic address, such as 0088 for a GLN",
  ),
  companyContact: documents.text("Company contact", "who answers questions, in e-invoices"),
  companyPhone: documents.text("Company phone", "of the contact, in e-invoices"),
  companyEmail: documents.text("Company email", "of the contact, in e-invoices"),
  companyIban: documents.text("Company IBAN", "where invoices are paid to, in e-invoices and payment codes"),
  companyBic: documents.text("Company BIC", "of the bank of the IBAN"),
  bankDetails: documents.text("Bank details", "printed on invoices"),
  logo: nothing.text(
    "Logo",
    "a picture on the Settings sheet is used; or the name of a PNG or JPEG file beside the workbook",
  ),
  currency: amounts.own<string>({
    title: "Currency",
    help: "used where contract and customer name none",
    fallback: "USD",
    right: "an ISO 4217 code such as USD",
    parse: (cell) => currencyNamed(shownText(cell)),
  }),
  invoiceNumberPattern: documents.pattern(
    "Invoice number pattern",
    "{YYYY}, {YY}, {MM} of the invoice date and {0000}, the running number",
    "INV-{YYYY}-{0000}",
  ),
  creditNoteNumberPattern: documents.pattern(
    "Credit note number pattern",
    "as for invoices",
    "CN-{YYYY}-{0000}",
  ),
  nextNumber: nothing.wholeNumber(
    "Next number",
    "the first running number, where the workbook holds no later one",
    1,
    [1],
  ),
  roundingMode: amounts.choice(
    "Rounding mode",
    "what happens to half a minor unit",
    { half_up: "half_up", half_even: "half_even" } satisfies Partial<Record<RoundingMode, string>>,
    "half_up",
  ),
  lineRounding: amounts.choice(
    "Line rounding",
    "round every price's amount, or the invoice once",
    { line: "line", invoice: "invoice" },
    "line",
  ),
  taxRounding: amounts.choice(
    "Tax rounding",
    "round tax once per code and invoice, or on every line",
    { invoice: "invoice", line: "line" },
    "invoice",
  ),
  pricesIncludeTax: amounts.choice(
    "Prices include tax",
    "whether prices, fees, minimums, discounts and adjustments contain the tax",
    { no: "No", yes: "Yes" },
    "no",
  ),
  prorationBasis: amounts.choice(
    "Proration basis",
    "how days of a short period are counted",
    Object.fromEntries(dayCountBases.map((basis) => [basis, basis])) as Record<DayCountBasis, string>,
    "actual",
  ),
  advanceBilling: amounts.choice(
    "Advance billing",
    "whether advance fees are billed in the period they are for, or one period ahead",
    { in_period: "In period", ahead: "Ahead" },
    "in_period",
  ),
  invoiceDate: amounts.choice(
    "Invoice date",
    "the date on the invoice",
    { as_of: "As of", period_end: "Period end", day_after: "Day after" },
    "as_of",
  ),
  invoiceGrouping: amounts.choice(
    "Invoice grouping",
    "one invoice per contract or per customer",
    { contract: "contract", customer: "customer" },
    "contract",
  ),
  zeroInvoices: amounts.choice(
    "Zero invoices",
    "whether an invoice of 0 is written",
    { with_usage: "With usage", never: "Never", always: "Always" },
    "with_usage",
  ),
  grants: amounts.choice(
    "Grants",
    "whether grants are drawn from the net or from the total",
    { before_tax: "Before tax", after_tax: "After tax" },
    "before_tax",
  ),
  revenueSchedule: nothing.choice(
    "Revenue schedule",
    "how a line is earned over the months of its service: by days, or each month alike",
    { days: "Days", months: "Even months" },
    "days",
  ),
  reportingCurrency: nothing.checkedText(
    "Reporting currency",
    "what all currencies of Aging come to as well, by Exchange rates",
    "an ISO 4217 code such as EUR",
    currencyCode,
  ),
  cashRounding: amounts.checkedText(
    "Cash rounding",
    "rounds the total of invoices in a currency to a multiple, such as CHF 0.05",
    "a currency and an amount, such as CHF 0.05",
    (written) => (parseCashRule(written) ? written : undefined),
  ),
  paymentTerms: documents.own<string>({
    title: "Payment terms",
    help: "used where contract and customer name none",
    fallback: "Net 30",
    right: termsForms,
    parse: (cell) => (parseTerms(shownText(cell)) ? shownText(cell) : undefined),
  }),
  taxCode: amounts.text("Tax code", "used where price, contract and customer name none"),
  agingLimits: nothing.own<readonly number[]>({
    title: "Aging limits",
    help: "upper days of the aging buckets",
    fallback: [30, 60, 90],
    right: "rising whole numbers such as 30, 60, 90",
    parse: agingLimits,
  }),
  agingBasis: nothing.choice(
    "Aging basis",
    "from which day an invoice ages",
    { due: "Due date", invoice: "Invoice date" },
    "due",
  ),
  paymentTolerance: nothing.amount(
    "Payment tolerance",
    "a payment may fall short of what is open, or exceed it, by this amount",
    undefined,
  ),
  paymentTolerancePercent: nothing.own<Decimal | undefined>({
    title: "Payment tolerance percent",
    help: "of what is open; of this and Payment tolerance the smaller counts",
    fallback: undefined,
    right: "a percentage from 0 to 100",
    parse: percentage,
  }),
  overpayment: nothing.choice(
    "Overpayment",
    "what becomes of an excess within the tolerance",
    { unapplied: "Unapplied", write_off: "Write off" },
    "unapplied",
  ),
  discountGraceDays: nothing.wholeNumber(
    "Discount grace days",
    "days after the last day of a discount on which it is still granted",
    0,
    [0],
  ),
  writeOffReason: nothing.text(
    "Write-off reason",
    "the reason code of differences within the tolerance",
    "TOLERANCE",
  ),
  reconciliationTolerance: nothing.amount(
    "Reconciliation tolerance",
    "a difference up to this is no finding",
    zero,
  ),
  concessionReasons: amounts.own<readonly string[]>({
    title: "Concession reasons",
    help: "reason codes of credits that correct nothing: what they credit stays billed",
    fallback: ["GOODWILL", "SLA", "SERVICE", "SETTLEMENT", "DISCOUNT"],
    right: "reason codes between commas, such as GOODWILL, SLA",
    parse: codes,
  }),
  approvalLimit: nothing.amount(
    "Approval limit",
    "documents with a total above it need the approval of another person; blank: with a Policy all, else none",
    undefined,
  ),
  exportDateFormat: nothing.dateFormat(
    "Export date format",
    "how quickbooks-online and xero write dates; default: theirs",
  ),
  fiscalYearStart: nothing.own<string>({
    title: "Fiscal year start",
    help: "month and day on which a fiscal year begins, for datev",
    fallback: "01-01",
    right: "month and day such as 04-01",
    parse: monthAndDay,
  }),
  datevConsultant: nothing.text("DATEV consultant", "number of the tax consultant, for datev"),
  datevClient: nothing.text("DATEV client", "number of the client, for datev"),
  datevAccountLength: nothing.wholeNumber(
    "DATEV account length",
    "digits of a G/L account, for datev",
    4,
    [4, 9],
  ),
  sapCompanyCode: nothing.text("SAP company code", "for sap-journal"),
  sapDocumentType: nothing.text("SAP document type", "of invoices, for sap-journal", "DR"),
  sapCreditType: nothing.text("SAP credit type", "of credit notes, for sap-journal", "DG"),
  oracleBusinessUnit: nothing.text("Oracle business unit", "its name, for oracle-autoinvoice"),
  oracleBusinessUnitId: nothing.text("Oracle business unit ID", "for oracle-autoinvoice"),
  oracleBatchSource: nothing.text(
    "Oracle batch source",
    "name of the transaction source, for oracle-autoinvoice",
  ),
  oracleInvoiceType: nothing.text(
    "Oracle invoice type",
    "transaction type of invoices, for oracle-autoinvoice",
  ),
  oracleCreditMemoType: nothing.text(
    "Oracle credit memo type",
    "transaction type of credit notes, for oracle-autoinvoice",
  ),
  oracleContext: nothing.text(
    "Oracle context",
    "context of the line's unique key, for oracle-autoinvoice",
    "RATEBOOK",
  ),
  oracleConversionType: nothing.text(
    "Oracle conversion type",
    "of documents in other currencies than Currency, for oracle-autoinvoice",
    "Corporate",
  ),
  personalColumns: nothing.own<readonly NamedColumn[]>({
    title: "Personal columns",
    help: "columns beyond those of Customers that name a person, such as Usage: Caller",
    fallback: [],
    right: "tables with columns, such as Usage: Caller",
    parse: namedColumns,
  }),
  notRead: nothing.own<readonly NamedColumn[]>({
    title: "Not read",
    help: "columns that are known not to be read, such as Usage: Line; Prices: Levy",
    fallback: [],
    right: "tables with columns, such as Usage: Line; Prices: Levy",
    parse: namedColumns,
  }),
  termsAndConditions: documents.text("Terms and conditions", "printed at the end of invoices"),
  documentName: nothing.text(
    "Document name",
    "name of a document's PDF, of {number}, {customer}, {id} (the customer's) and {date}",
    "{number} {customer}.pdf",
  ),
  documentFooter: documents.text("Document footer", "printed at the foot of every page of a PDF"),
  brandColor: nothing.checkedText(
    "Brand color",
    "of headings and rules in PDFs",
    "a color such as #1F4E79",
    (written) => (/^#[0-9a-f]{6}$/i.test(written) ? written : undefined),
    "#1F4E79",
  ),
  paymentLink: documents.checkedText(
    "Payment link",
    "printed where an invoice is paid, with {number}, {amount} and {currency} filled in",
    "an address that begins with https://",
    (written) => (/^https:\/\/[^\s]+$/.test(written) ? written : undefined),
  ),
} as const;

export type SettingName = keyof typeof settingDefinitions;

export const settingNames = Object.keys(settingDefinitions) as SettingName[];
