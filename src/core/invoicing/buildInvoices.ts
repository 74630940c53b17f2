import { compareText } from "../base/name";
import { groupBy } from "../base/groupBy";
import type { Day } from "../calendar/day";
import { formatPeriod, type Period } from "../calendar/period";
import type { Catalog, Contract } from "../catalog/records";
import type { Settings } from "../settings/settings";
import type { Report } from "../issues/issue";
import { minorDigits } from "../money/currency";
import { sum } from "../money/decimal";
import type { RatedItem } from "../rating/ratedItem";
import type { PlacedAdjustment } from "./adjustments";
import { adjustmentLine, correctionLines, correctionTaxes } from "./correctionLines";
import type { Invoice } from "./invoice";
import { linesOfItems } from "./invoiceLines";
import type { Correction } from "./placeCorrections";
import { taxLines, type TaxedLines } from "./tax";

/** The run as invoicing needs it. */
export interface InvoiceRun {
  readonly period: Period;
  readonly asOf: Day;
}

/** What one contract brings to the run's documents. */
export interface ContractCharges {
  readonly contract: Contract;
  readonly items: readonly RatedItem[];
  readonly adjustments: readonly PlacedAdjustment[];
  /** Usage rows were read for it, whatever their quantity. */
  readonly hasUsage: boolean;
}

/** What documents that correct others are made from, besides their adjustments. */
export interface CorrectionInput {
  readonly run: InvoiceRun;
  readonly catalog: Catalog;
  readonly settings: Settings;
}

export interface BuildInput extends CorrectionInput {
  readonly report: Report;
}

function invoiceDateOf({ period, asOf }: InvoiceRun, settings: Settings): Day {
  if (settings.invoiceDate === "as_of") return asOf;
  return settings.invoiceDate === "period_end" ? period.to : period.to + 1;
}

/** The value that all contracts agree on, else the fallback. */
function agreed<T>(contracts: readonly Contract[], valueOf: (contract: Contract) => T, fallback: T): T {
  const values = new Set(contracts.map(valueOf));
  return values.size === 1 ? valueOf(contracts[0]!) : fallback;
}

interface DocumentInput {
  readonly key: string;
  readonly contracts: readonly Contract[];
  readonly currency: string;
  readonly taxed: TaxedLines;
  readonly corrects: string;
  readonly reasonCode: string;
}

function document(input: DocumentInput, { run, settings }: CorrectionInput): Invoice {
  const { contracts, key, currency, corrects, reasonCode } = input;
  const { lines, taxes } = input.taxed;
  const first = contracts[0]!;
  const invoiceDate = invoiceDateOf(run, settings);
  const subtotal = sum(lines.map(({ amount }) => amount));
  const tax = sum(taxes.map((group) => group.tax));
  const isCredit = subtotal.isNegative() && !subtotal.isZero();
  return {
    number: key,
    key,
    status: "draft",
    type: isCredit ? "credit_note" : "invoice",
    customer: first.customer,
    contractId: agreed(contracts, ({ contractId }) => contractId, ""),
    period: run.period,
    invoiceDate,
    dueDate: isCredit ? invoiceDate : first.terms.dueDate(invoiceDate),
    termsText: first.termsText,
    currency,
    lines,
    taxes,
    subtotal,
    tax,
    total: subtotal.plus(tax),
    corrects,
    reasonCode,
    poNumber: agreed(contracts, ({ poNumber }) => poNumber, ""),
  };
}

/** Whether a document is written: always with an amount, without one as the setting says. */
function isWritten(invoice: Invoice, hasUsage: boolean, settings: Settings): boolean {
  if (invoice.lines.length === 0) return false;
  const isZero = invoice.total.isZero() && invoice.lines.every(({ amount }) => amount.isZero());
  if (!isZero) return true;
  return settings.zeroInvoices === "always" || (settings.zeroInvoices === "with_usage" && hasUsage);
}

function reasons(adjustments: readonly PlacedAdjustment[]): string {
  return [...new Set(adjustments.flatMap(({ adjustment }) => adjustment.reasonCode ?? []))].join(", ");
}

/** Reason of a document that is negative because corrections of usage outweigh the rest. */
const CORRECTED_USAGE = "USAGE";

/** An adjustment that corrects an invoice, as it was placed. */
type PlacedCorrection = PlacedAdjustment & { readonly correction: Correction };

const isCorrection = (placed: PlacedAdjustment): placed is PlacedCorrection =>
  placed.correction !== undefined;

/** An amount below half a minor unit corrects nothing. */
const correctsSomething = ({ correction }: PlacedCorrection) => correction.shares.length > 0;

const isCredit = ({ adjustment }: PlacedAdjustment) => adjustment.amount.isNegative();

/** The document that corrects an invoice: its credits are a credit note, extra charges an invoice. */
function correctionDocument(placed: readonly PlacedCorrection[], input: CorrectionInput): Invoice {
  const { correction } = placed[0]!;
  const { invoice, currency } = correction;
  const { settings, catalog, run } = input;
  const lines = placed.flatMap((each) => correctionLines(each.adjustment, each.contract, each.correction));
  const rounding = { digits: minorDigits(currency), taxRounding: settings.taxRounding };
  const kind = placed.every(isCredit) ? "CN" : "EX";
  return document(
    {
      key: `DRAFT-${kind}-${invoice.invoiceNumber}-${formatPeriod(run.period)}`,
      contracts: [...new Set(placed.map(({ contract }) => contract))],
      currency,
      taxed: { lines, taxes: correctionTaxes(lines, correction, rounding, catalog) },
      corrects: invoice.invoiceNumber,
      reasonCode: reasons(placed),
    },
    input,
  );
}

/** Documents of the adjustments that name the invoice they correct: its credits on one, its extra charges on another. */
export function buildCorrections(
  adjustments: readonly PlacedAdjustment[],
  input: CorrectionInput,
): Invoice[] {
  const placed = adjustments.filter(isCorrection).filter(correctsSomething);
  return [...groupBy(placed, ({ correction }) => correction.invoice).values()].flatMap((ofInvoice) =>
    [ofInvoice.filter(isCredit), ofInvoice.filter((each) => !isCredit(each))]
      .filter((group) => group.length > 0)
      .map((group) => correctionDocument(group, input)),
  );
}

/** The document of contracts that are billed together, as far as there is something to bill. */
function invoiceOf(group: readonly ContractCharges[], key: string, input: BuildInput): Invoice | undefined {
  const { settings, catalog, report, run } = input;
  const contracts = group.map(({ contract }) => contract);
  const first = contracts[0]!;
  const own = group.flatMap(({ adjustments }) => adjustments.filter((each) => !isCorrection(each)));
  const items = group.flatMap((each) => each.items);
  const lines = [
    ...linesOfItems(items, settings),
    ...own.map(({ adjustment, contract }) => adjustmentLine(adjustment, contract)),
  ];
  const billed = contracts.filter(({ contractId }) => lines.some((line) => line.contractId === contractId));
  const parties = billed.length > 0 ? billed : contracts;
  const { currency } = first;
  const invoiceDate = invoiceDateOf(run, settings);
  const { at } = parties[0]!;
  const taxed = taxLines({ lines, invoiceDate, currency, catalog, settings, at, report });
  const invoice = document({ key, contracts: parties, currency, taxed, corrects: "", reasonCode: "" }, input);
  const hasUsage = group.some((each) => each.hasUsage);
  const reasonCode = invoice.type === "credit_note" ? reasons(own) || CORRECTED_USAGE : "";
  return isWritten(invoice, hasUsage, settings) ? { ...invoice, reasonCode } : undefined;
}

/** The run's documents: one per contract (or customer) and currency, and corrections; sorted by their keys. */
export function buildInvoices(charges: readonly ContractCharges[], input: BuildInput): Invoice[] {
  const { settings, run } = input;
  const byCustomer = settings.invoiceGrouping === "customer";
  const ownerOf = ({ customer, contractId }: Contract) => (byCustomer ? customer.customerId : contractId);
  const groups = groupBy(charges, ({ contract }) => `${ownerOf(contract)}|${contract.currency}`);
  const adjustments = charges.flatMap((each) => each.adjustments);
  const invoices = [...groups.values()].flatMap((group) => {
    const { contract } = group[0]!;
    const key = `DRAFT-${ownerOf(contract)}-${formatPeriod(run.period)}-${contract.currency}`;
    return invoiceOf(group, key, input) ?? [];
  });
  return [...invoices, ...buildCorrections(adjustments, input)].sort((a, b) =>
    compareText(a.number, b.number),
  );
}
