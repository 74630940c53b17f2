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
import { parseDecimalCell, percentColumn, shownText, type CellView } from "../schema/column";
import {
  amount,
  checkedText,
  choice,
  dateFormat,
  pattern,
  text,
  type SettingDefinition,
} from "./settingKinds";

export type { SettingDefinition } from "./settingKinds";

function wholeNumber(cell: CellView): number | undefined {
  const parsed = parseDecimalCell(cell, {});
  return parsed.ok && parsed.value.isInteger() && parsed.value.greaterThan(0)
    ? parsed.value.toNumber()
    : undefined;
}

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

/** Every setting: its key, default and what it does. Keys are public and never change their meaning. */
export const settingDefinitions = {
  companyName: text("Company name", "printed on invoices"),
  companyAddress: text("Company address", "printed on invoices; line breaks are kept"),
  companyTaxId: text("Company tax ID", "printed on invoices"),
  companyStreet: text("Company street", "street and number, in e-invoices"),
  companyStreet2: text("Company street 2", "building, floor, department, in e-invoices"),
  companyCity: text("Company city", "town or city, in e-invoices"),
  companyPostalCode: text("Company postal code", "in e-invoices"),
  companyRegion: text("Company region", "state or province, in e-invoices"),
  companyCountry: text("Company country", "ISO 3166 code; it decides what an invoice must say"),
  companyRegistration: text("Company registration", "number in the register of companies, in e-invoices"),
  companyElectronicAddress: text("Company electronic address", "where e-invoices come from"),
  companyElectronicAddressScheme: text(
    "Company electronic address scheme",
    "EAS code of the electronic address, such as 0088 for a GLN",
  ),
  companyContact: text("Company contact", "who answers questions, in e-invoices"),
  companyPhone: text("Company phone", "of the contact, in e-invoices"),
  companyEmail: text("Company email", "of the contact, in e-invoices"),
  companyIban: text("Company IBAN", "where invoices are paid to, in e-invoices and payment codes"),
  companyBic: text("Company BIC", "of the bank of the IBAN"),
  bankDetails: text("Bank details", "printed on invoices"),
  logo: text(
    "Logo",
    "a picture on the Settings sheet is used; or the name of a PNG or JPEG file beside the workbook",
  ),
  currency: {
    title: "Currency",
    help: "used where contract and customer name none",
    fallback: "USD",
    right: "an ISO 4217 code such as USD",
    parse: (cell: CellView) => currencyNamed(shownText(cell)),
  } as SettingDefinition<string>,
  invoiceNumberPattern: pattern(
    "Invoice number pattern",
    "{YYYY}, {YY}, {MM} of the invoice date and {0000}, the running number",
    "INV-{YYYY}-{0000}",
  ),
  creditNoteNumberPattern: pattern("Credit note number pattern", "as for invoices", "CN-{YYYY}-{0000}"),
  nextNumber: {
    title: "Next number",
    help: "the first running number, where the workbook holds no later one",
    fallback: 1,
    right: "a whole number from 1",
    parse: wholeNumber,
  } as SettingDefinition<number>,
  roundingMode: choice(
    "Rounding mode",
    "what happens to half a minor unit",
    { half_up: "half_up", half_even: "half_even" } satisfies Partial<Record<RoundingMode, string>>,
    "half_up",
  ),
  lineRounding: choice(
    "Line rounding",
    "round every price's amount, or the invoice once",
    { line: "line", invoice: "invoice" },
    "line",
  ),
  taxRounding: choice(
    "Tax rounding",
    "round tax once per code and invoice, or on every line",
    { invoice: "invoice", line: "line" },
    "invoice",
  ),
  pricesIncludeTax: choice(
    "Prices include tax",
    "whether prices, fees, minimums, discounts and adjustments contain the tax",
    { no: "No", yes: "Yes" },
    "no",
  ),
  prorationBasis: choice(
    "Proration basis",
    "how days of a short period are counted",
    Object.fromEntries(dayCountBases.map((basis) => [basis, basis])) as Record<DayCountBasis, string>,
    "actual",
  ),
  advanceBilling: choice(
    "Advance billing",
    "whether advance fees are billed in the period they are for, or one period ahead",
    { in_period: "In period", ahead: "Ahead" },
    "in_period",
  ),
  invoiceDate: choice(
    "Invoice date",
    "the date on the invoice",
    { as_of: "As of", period_end: "Period end", day_after: "Day after" },
    "as_of",
  ),
  invoiceGrouping: choice(
    "Invoice grouping",
    "one invoice per contract or per customer",
    { contract: "contract", customer: "customer" },
    "contract",
  ),
  zeroInvoices: choice(
    "Zero invoices",
    "whether an invoice of 0 is written",
    { with_usage: "With usage", never: "Never", always: "Always" },
    "with_usage",
  ),
  grants: choice(
    "Grants",
    "whether grants are drawn from the net or from the total",
    { before_tax: "Before tax", after_tax: "After tax" },
    "before_tax",
  ),
  revenueSchedule: choice(
    "Revenue schedule",
    "how a line is earned over the months of its service: by days, or each month alike",
    { days: "Days", months: "Even months" },
    "days",
  ),
  reportingCurrency: checkedText(
    "Reporting currency",
    "what all currencies of Aging come to as well, by Exchange rates",
    "an ISO 4217 code such as EUR",
    currencyCode,
  ),
  cashRounding: checkedText(
    "Cash rounding",
    "rounds the total of invoices in a currency to a multiple, such as CHF 0.05",
    "a currency and an amount, such as CHF 0.05",
    (written) => (parseCashRule(written) ? written : undefined),
  ),
  paymentTerms: {
    title: "Payment terms",
    help: "used where contract and customer name none",
    fallback: "Net 30",
    right: termsForms,
    parse: (cell: CellView) => (parseTerms(shownText(cell)) ? shownText(cell) : undefined),
  } as SettingDefinition<string>,
  taxCode: text("Tax code", "used where price, contract and customer name none"),
  agingLimits: {
    title: "Aging limits",
    help: "upper days of the aging buckets",
    fallback: [30, 60, 90],
    right: "rising whole numbers such as 30, 60, 90",
    parse: agingLimits,
  } as SettingDefinition<readonly number[]>,
  agingBasis: choice(
    "Aging basis",
    "from which day an invoice ages",
    { due: "Due date", invoice: "Invoice date" },
    "due",
  ),
  paymentTolerance: amount(
    "Payment tolerance",
    "a payment may fall short of what is open, or exceed it, by this amount",
    undefined,
  ),
  paymentTolerancePercent: {
    title: "Payment tolerance percent",
    help: "of what is open; of this and Payment tolerance the smaller counts",
    fallback: undefined,
    right: "a percentage from 0 to 100",
    parse: percentage,
  } as SettingDefinition<Decimal | undefined>,
  overpayment: choice(
    "Overpayment",
    "what becomes of an excess within the tolerance",
    { unapplied: "Unapplied", write_off: "Write off" },
    "unapplied",
  ),
  discountGraceDays: {
    title: "Discount grace days",
    help: "days after the last day of a discount on which it is still granted",
    fallback: 0,
    right: "a whole number from 0",
    parse: (cell: CellView) => {
      const parsed = parseDecimalCell(cell, {});
      return parsed.ok && parsed.value.isInteger() && !parsed.value.isNegative()
        ? parsed.value.toNumber()
        : undefined;
    },
  } as SettingDefinition<number>,
  writeOffReason: text(
    "Write-off reason",
    "the reason code of differences within the tolerance",
    "TOLERANCE",
  ),
  reconciliationTolerance: amount("Reconciliation tolerance", "a difference up to this is no finding", zero),
  concessionReasons: {
    title: "Concession reasons",
    help: "reason codes of credits that correct nothing: what they credit stays billed",
    fallback: ["GOODWILL", "SLA", "SERVICE", "SETTLEMENT", "DISCOUNT"],
    right: "reason codes between commas, such as GOODWILL, SLA",
    parse: codes,
  } as SettingDefinition<readonly string[]>,
  approvalLimit: amount(
    "Approval limit",
    "documents with a total above it need the approval of another person; blank: with a Policy all, else none",
    undefined,
  ),
  exportDateFormat: dateFormat(
    "Export date format",
    "how quickbooks-online and xero write dates; default: theirs",
  ),
  fiscalYearStart: {
    title: "Fiscal year start",
    help: "month and day on which a fiscal year begins, for datev",
    fallback: "01-01",
    right: "month and day such as 04-01",
    parse: monthAndDay,
  } as SettingDefinition<string>,
  datevConsultant: text("DATEV consultant", "number of the tax consultant, for datev"),
  datevClient: text("DATEV client", "number of the client, for datev"),
  datevAccountLength: {
    title: "DATEV account length",
    help: "digits of a G/L account, for datev",
    fallback: 4,
    right: "a whole number from 4 to 9",
    parse: (cell: CellView) => {
      const digits = wholeNumber(cell);
      return digits !== undefined && digits >= 4 && digits <= 9 ? digits : undefined;
    },
  } as SettingDefinition<number>,
  sapCompanyCode: text("SAP company code", "for sap-journal"),
  sapDocumentType: text("SAP document type", "of invoices, for sap-journal", "DR"),
  sapCreditType: text("SAP credit type", "of credit notes, for sap-journal", "DG"),
  oracleBusinessUnit: text("Oracle business unit", "its name, for oracle-autoinvoice"),
  oracleBusinessUnitId: text("Oracle business unit ID", "for oracle-autoinvoice"),
  oracleBatchSource: text("Oracle batch source", "name of the transaction source, for oracle-autoinvoice"),
  oracleInvoiceType: text("Oracle invoice type", "transaction type of invoices, for oracle-autoinvoice"),
  oracleCreditMemoType: text(
    "Oracle credit memo type",
    "transaction type of credit notes, for oracle-autoinvoice",
  ),
  oracleContext: text(
    "Oracle context",
    "context of the line's unique key, for oracle-autoinvoice",
    "RATEBOOK",
  ),
  oracleConversionType: text(
    "Oracle conversion type",
    "of documents in other currencies than Currency, for oracle-autoinvoice",
    "Corporate",
  ),
  personalColumns: {
    title: "Personal columns",
    help: "columns beyond those of Customers that name a person, such as Usage: Caller",
    fallback: [],
    right: "tables with columns, such as Usage: Caller",
    parse: namedColumns,
  } as SettingDefinition<readonly NamedColumn[]>,
  notRead: {
    title: "Not read",
    help: "columns that are known not to be read, such as Usage: Line; Prices: Levy",
    fallback: [],
    right: "tables with columns, such as Usage: Line; Prices: Levy",
    parse: namedColumns,
  } as SettingDefinition<readonly NamedColumn[]>,
  termsAndConditions: text("Terms and conditions", "printed at the end of invoices"),
  documentName: text(
    "Document name",
    "name of a document's PDF, of {number}, {customer}, {id} (the customer's) and {date}",
    "{number} {customer}.pdf",
  ),
  documentFooter: text("Document footer", "printed at the foot of every page of a PDF"),
  brandColor: checkedText(
    "Brand color",
    "of headings and rules in PDFs",
    "a color such as #1F4E79",
    (written) => (/^#[0-9a-f]{6}$/i.test(written) ? written : undefined),
    "#1F4E79",
  ),
  paymentLink: checkedText(
    "Payment link",
    "printed where an invoice is paid, with {number}, {amount} and {currency} filled in",
    "an address that begins with https://",
    (written) => (/^https:\/\/[^\s]+$/.test(written) ? written : undefined),
  ),
} as const;
