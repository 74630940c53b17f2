import type { Day } from "../calendar/day";
import type { Period } from "../calendar/period";
import type { Catalog, Contract } from "../catalog/records";
import { sum } from "../money/decimal";
import type { Settings } from "../settings/settings";
import type { Invoice } from "./invoice";
import type { TaxedLines } from "./tax";

/** The run as invoicing needs it. */
export interface InvoiceRun {
  readonly period: Period;
  readonly asOf: Day;
}

/** What every document of a run is drafted with. */
export interface DraftingRun {
  readonly run: InvoiceRun;
  readonly catalog: Catalog;
  readonly settings: Settings;
}

/** The date of the run's documents, by the setting. */
export function invoiceDateOf({ period, asOf }: InvoiceRun, settings: Settings): Day {
  if (settings.invoiceDate === "as_of") return asOf;
  return settings.invoiceDate === "period_end" ? period.to : period.to + 1;
}

/** The value that all contracts agree on, else the fallback. */
function agreed<T>(contracts: readonly Contract[], valueOf: (contract: Contract) => T, fallback: T): T {
  const values = new Set(contracts.map(valueOf));
  return values.size === 1 ? valueOf(contracts[0]!) : fallback;
}

/** What a document is drafted from. */
export interface DraftInput {
  readonly key: string;
  readonly contracts: readonly Contract[];
  readonly currency: string;
  readonly taxed: TaxedLines;
  readonly corrects: string;
  readonly reasonCode: string;
}

/**
 * A draft over lines whose taxes are known; one below 0 is a credit note. What grants pay after tax may be more than the
 * net: an invoice of 100.00 and 20.00 of which they pay 120.00 is an invoice of 0.00.
 */
export function makeDraft(input: DraftInput, { run, settings }: DraftingRun): Invoice {
  const { contracts, key, currency, corrects, reasonCode } = input;
  const { lines, taxes } = input.taxed;
  const first = contracts[0]!;
  const invoiceDate = invoiceDateOf(run, settings);
  const subtotal = sum(lines.map(({ amount }) => amount));
  const tax = sum(taxes.map((group) => group.tax));
  const total = subtotal.plus(tax);
  const isCredit = subtotal.lessThan(0) && total.lessThan(0);
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
    total,
    corrects,
    reasonCode,
    poNumber: agreed(contracts, ({ poNumber }) => poNumber, ""),
  };
}
