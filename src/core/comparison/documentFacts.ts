import { formatPeriod, monthOf, type Period } from "../calendar/period";
import { netOf } from "../documents/documentKinds";
import type { RegisteredInvoice } from "../documents/register";
import type { Decimal } from "../money/decimal";
import { zero } from "../money/decimal";
import { daysOfDocument } from "../reconciliation/checkedPeriods";
import type { ComparedBook } from "./comparedBook";

/** What of a document is compared, with what it leaves out taken from elsewhere in its book. */
export interface DocumentFacts {
  readonly document: RegisteredInvoice;
  readonly customerId: string;
  /** Empty where it bills several contracts. */
  readonly contractId: string;
  /** The days of its run, else those of its lines; undefined where nothing says. */
  readonly period: Period | undefined;
  readonly currency: string;
  readonly net: Decimal;
  readonly tax: Decimal;
  /** As it stands in the book; net and tax are its parts. */
  readonly total: Decimal;
  /** By what it meets its counterpart: contract (else customer), period, type, the same of what it corrects. */
  readonly key: string;
}

/** The days of the run that a document is of: those it names, else those of its lines or the month of its date. */
export function runOfDocument(document: RegisteredInvoice): Period | undefined {
  const { periodStart: from, periodEnd: to, invoiceDate } = document;
  if (from !== undefined && to !== undefined) return { from, to };
  return daysOfDocument(document) ?? (invoiceDate === undefined ? undefined : monthOf(invoiceDate));
}

/** The one contract that a document bills, whether it names it itself or by its lines alone. */
function contractOf({ contractId, lines }: RegisteredInvoice): string {
  const [first] = lines;
  if (contractId !== undefined) return contractId;
  return first && lines.every((line) => line.contractId === first.contractId) ? first.contractId : "";
}

function figuresOf(document: RegisteredInvoice): Pick<DocumentFacts, "net" | "tax" | "total"> {
  const net = netOf(document);
  const total = document.total ?? net.plus(document.tax ?? zero);
  const tax = document.tax ?? (document.lines.length > 0 ? total.minus(net) : zero);
  return { total, tax, net: total.minus(tax) };
}

function contentKey(document: RegisteredInvoice, total: Decimal): string {
  const party = contractOf(document) || (document.customerId ?? "");
  const period = runOfDocument(document);
  const type = document.type ?? (total.isNegative() && !total.isZero() ? "credit_note" : "invoice");
  return JSON.stringify([party, period ? formatPeriod(period) : "", type]);
}

/** The facts of every document of a book, void ones too. */
export function factsOf({ register, catalog, settings }: ComparedBook): DocumentFacts[] {
  const byNumber = new Map(register.invoices.map((document) => [document.invoiceNumber, document]));
  const correctedKey = (number: string) => {
    const corrected = byNumber.get(number);
    return corrected ? contentKey(corrected, figuresOf(corrected).total) : number;
  };
  return register.invoices.map((document): DocumentFacts => {
    const figures = figuresOf(document);
    const contractId = contractOf(document);
    const contract = catalog.contractById.get(contractId || (document.lines[0]?.contractId ?? ""));
    const corrects = document.corrects === undefined ? "" : correctedKey(document.corrects);
    return {
      document,
      contractId,
      customerId: document.customerId ?? contract?.customer.customerId ?? "",
      period: runOfDocument(document),
      currency: document.currency ?? contract?.currency ?? settings.currency,
      ...figures,
      key: JSON.stringify([contentKey(document, figures.total), corrects]),
    };
  });
}
