import { compareText } from "../base/name";
import { groupBy } from "../base/groupBy";
import type { Day } from "../calendar/day";
import { formatPeriod, type Period } from "../calendar/period";
import type { Catalog, Contract } from "../catalog/records";
import type { Settings } from "../settings/settings";
import type { Report } from "../issues/issue";
import { sum } from "../money/decimal";
import type { RatedItem } from "../rating/ratedItem";
import { adjustmentLine, type PlacedAdjustment } from "./adjustments";
import type { Invoice, InvoiceLine } from "./invoice";
import { linesOfItems } from "./invoiceLines";
import { taxLines } from "./tax";

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

export interface BuildInput {
  readonly run: InvoiceRun;
  readonly catalog: Catalog;
  readonly settings: Settings;
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
  readonly lines: readonly InvoiceLine[];
  readonly corrects: string;
  readonly reasonCode: string;
}

function document(input: DocumentInput, { run, catalog, settings, report }: BuildInput): Invoice {
  const { contracts, key, corrects, reasonCode } = input;
  const first = contracts[0]!;
  const { currency } = first;
  const invoiceDate = invoiceDateOf(run, settings);
  const { lines, taxes } = taxLines({
    lines: input.lines,
    invoiceDate,
    currency,
    catalog,
    settings,
    at: first.at,
    report,
  });
  const subtotal = sum(lines.map(({ amount }) => amount));
  const tax = sum(taxes.map((group) => group.tax));
  const isCredit = corrects !== "" || (subtotal.isNegative() && !subtotal.isZero());
  return {
    number: key,
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

/** Credit notes: the adjustments that name the invoice they correct, one document an invoice. */
function creditNotes(charges: readonly ContractCharges[], input: BuildInput): Invoice[] {
  const corrections = charges.flatMap(({ adjustments }) =>
    adjustments.filter(({ corrects }) => corrects !== undefined),
  );
  return [...groupBy(corrections, ({ corrects }) => corrects!.invoiceNumber)].map(([corrects, placed]) => {
    const contracts = [...new Set(placed.map(({ contract }) => contract))];
    const key = `DRAFT-CN-${corrects}-${formatPeriod(input.run.period)}`;
    return document(
      { key, contracts, lines: placed.map(adjustmentLine), corrects, reasonCode: reasons(placed) },
      input,
    );
  });
}

/** The run's documents: one per contract (or customer) and currency, and credit notes; sorted by their keys. */
export function buildInvoices(charges: readonly ContractCharges[], input: BuildInput): Invoice[] {
  const { settings, run } = input;
  const byCustomer = settings.invoiceGrouping === "customer";
  const ownerOf = ({ customer, contractId }: Contract) => (byCustomer ? customer.customerId : contractId);
  const groups = groupBy(charges, ({ contract }) => `${ownerOf(contract)}|${contract.currency}`);
  const invoices = [...groups.values()].flatMap((group) => {
    const contracts = group.map(({ contract }) => contract);
    const first = contracts[0]!;
    const own = group.flatMap(({ adjustments }) =>
      adjustments.filter(({ corrects }) => corrects === undefined),
    );
    const lines = [
      ...linesOfItems(
        group.flatMap(({ items }) => items),
        settings,
      ),
      ...own.map(adjustmentLine),
    ];
    const key = `DRAFT-${ownerOf(first)}-${formatPeriod(run.period)}-${first.currency}`;
    const billed = contracts.filter(({ contractId }) => lines.some((line) => line.contractId === contractId));
    const invoice = document(
      { key, contracts: billed.length > 0 ? billed : contracts, lines, corrects: "", reasonCode: "" },
      input,
    );
    const hasUsage = group.some((each) => each.hasUsage);
    const reasonCode = invoice.type === "credit_note" ? reasons(own) || CORRECTED_USAGE : "";
    return isWritten(invoice, hasUsage, settings) ? [{ ...invoice, reasonCode }] : [];
  });
  return [...invoices, ...creditNotes(charges, input)].sort((a, b) => compareText(a.number, b.number));
}
