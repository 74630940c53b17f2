import {
  formatFigure,
  formatPeriod,
  isInvoice,
  isIssued,
  isWaitingCredit,
  sum,
  totalOf,
  type RegisteredInvoice,
  type RegisteredLine,
} from "../../../../core/api";
import { currencyOf, invoiceRowView, type DocumentContext } from "../../../session/invoiceRowView";
import type { InvoiceRowView, Money } from "../../../session/views";

export interface LineView {
  readonly line: number;
  readonly product: string;
  readonly kind: string;
  readonly tier: string;
  readonly period: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly amount: Money;
}

export interface InvoiceView extends InvoiceRowView {
  readonly subtotal: number;
  readonly tax: number;
  readonly details: readonly LineView[];
  /** An issued invoice that stands in the workbook. */
  readonly canBeCredited: boolean;
  /** Of a credit note that another person has to approve. */
  readonly waiting: WaitingView | undefined;
}

/** A credit note that waits: what it corrects, why, and who made it. */
export interface WaitingView {
  readonly corrects: string;
  readonly reasonCode: string;
  readonly preparedBy: string;
  /** Otherwise it waits by what Policy says. */
  readonly isAboveLimit: boolean;
}

function lineView(line: RegisteredLine, index: number, currency: string): LineView {
  return {
    line: line.line ?? index + 1,
    product: line.product ?? line.description ?? "",
    kind: line.kind ?? "",
    tier: line.tier ?? "",
    period: line.period ? formatPeriod(line.period) : "",
    quantity: line.quantity ? formatFigure(line.quantity) : "",
    unit: line.unit ?? "",
    unitPrice: line.unitPrice ? formatFigure(line.unitPrice) : "",
    amount: { amount: line.amount.toNumber(), currency },
  };
}

function waitingView(
  document: RegisteredInvoice,
  { settings: { approvalLimit } }: DocumentContext,
): WaitingView | undefined {
  if (!isWaitingCredit(document)) return undefined;
  const { corrects = "", reasonCode = "", preparedBy = "" } = document;
  const isAboveLimit = approvalLimit !== undefined && totalOf(document).abs().greaterThan(approvalLimit);
  return { corrects, reasonCode, preparedBy, isAboveLimit };
}

/** A document with its lines and sums. */
export function invoiceView(invoice: RegisteredInvoice, context: DocumentContext): InvoiceView {
  const currency = currencyOf(invoice, context);
  const subtotal = invoice.subtotal ?? sum(invoice.lines.map(({ amount }) => amount));
  const tax = invoice.tax ?? totalOf(invoice).minus(subtotal);
  const row = invoiceRowView(invoice, context);
  return {
    ...row,
    canBeCredited: row.isWritten && isInvoice(invoice) && isIssued(invoice),
    waiting: row.isWritten ? waitingView(invoice, context) : undefined,
    subtotal: subtotal.toNumber(),
    tax: tax.toNumber(),
    details: invoice.lines.map((line, index) => lineView(line, index, currency)),
  };
}
