import type { CellRef, Snapshot } from "../grid/grid";
import { formatLongPeriod } from "../calendar/longDate";
import { formatFigure, formatMoney } from "../money/format";
import type { Invoice, InvoiceLine } from "../invoicing/invoice";
import { readRegister, type RegisteredInvoice } from "../documents/register";
import { quantityOf } from "../metering/readings";
import { countOf, countRows } from "../metering/foldedRows";
import { usageCell, type Usage } from "../metering/usage";
import { tierLabel } from "../pricing/tiers";
import { readSettings } from "../settings/readSettings";
import { billPeriod } from "./billingRun";
import { roundedOnce, type InvoiceExplanation, type LineExplanation } from "./explanation";
import type { PreparedBook } from "./prepareBook";
import type { RunOptions } from "./options";
import { explainCredit, isCreditByCommand } from "./receivables/explainCredit";
import { unheard } from "../issues/issue";

/** Usage cells that an explanation lists; the rest is counted. */
const LISTED_ROWS = 12;

/** Finds a document again among what the inputs give: by its number, else by contract and type. */
function findAgain(
  invoices: readonly Invoice[],
  number: string,
  stored: RegisteredInvoice | undefined,
): Invoice | undefined {
  const contractId = stored?.contractId ?? stored?.lines[0]?.contractId;
  return (
    invoices.find((invoice) => invoice.number === number) ??
    invoices.find(({ corrects }) => stored?.corrects !== undefined && corrects === stored.corrects) ??
    invoices.find(
      ({ lines, corrects }) => corrects === "" && lines.some((line) => line.contractId === contractId),
    )
  );
}

function rowsOf(line: InvoiceLine): Int32Array {
  return line.sourceRows > 0 && line.item ? line.item.rows : new Int32Array(0);
}

function explain(
  line: InvoiceLine,
  index: number,
  { invoice, stored, usage, book: { settings } }: TracedInvoice,
): LineExplanation {
  const { currency } = invoice;
  const price = line.item?.price;
  const before = stored?.lines.find((storedLine) => storedLine.line === index + 1);
  const differs = before !== undefined && !before.amount.equals(line.amount);
  const tiers = price?.tiers.map(({ unitPrice, flatFee }, tier) => {
    const fee = flatFee.isZero() ? "" : ` + ${formatFigure(flatFee)}`;
    return `${tierLabel(price.tiers, tier)}: ${formatFigure(unitPrice)}${fee}`;
  });
  const rows = usage ? rowsOf(line) : [];
  return {
    line: index + 1,
    product: `${line.product}, ${formatLongPeriod(line.period)}`,
    amount: formatMoney(line.amount, currency),
    sentence: line.explanation,
    price: price?.at,
    tiers: tiers ?? [],
    rounding: line.item
      ? `${roundedOnce(settings, "the price's amount")}, to the currency's minor unit; the lines share it`
      : "",
    rows: [...rows.slice(0, LISTED_ROWS)].map((row) => ({
      at: usageCell(usage!, row, "quantity"),
      quantity: formatFigure(quantityOf(usage!, row)),
      count: countOf(usage!, row),
    })),
    rowCount: usage ? countRows(usage, rows) : 0,
    credits: undefined,
    differsFrom: differs ? formatMoney(before.amount, currency) : undefined,
  };
}

/** A document with all that it was made from. */
export interface TracedInvoice {
  readonly invoice: Invoice;
  /** As the workbook shows it, if it does. */
  readonly stored: RegisteredInvoice | undefined;
  readonly usage: Usage | undefined;
  /** The workbook as the run that made it reads it. */
  readonly book: PreparedBook;
}

/**
 * Finds out what an invoice of a workbook was made from: the run that made it is repeated from the inputs as if the
 * document did not exist. Undefined when neither the workbook nor its inputs know the number.
 */
export function traceInvoice(
  snapshot: Snapshot,
  number: string,
  options: RunOptions,
): TracedInvoice | undefined {
  const register = readRegister(snapshot, readSettings(snapshot, unheard), unheard);
  const stored = register.invoices.find(({ invoiceNumber }) => invoiceNumber === number);
  // No run made it, so none can be repeated.
  if (stored && isCreditByCommand(stored)) return undefined;
  const days =
    stored?.periodStart !== undefined && stored.periodEnd !== undefined
      ? { from: stored.periodStart, to: stored.periodEnd }
      : undefined;
  const result = billPeriod(snapshot, {
    ...options,
    period: days ?? options.period,
    asOf: stored?.invoiceDate ?? options.asOf,
    withoutInvoice: number,
  });
  const invoice = result.ok ? findAgain(result.run.invoices, number, stored) : undefined;
  if (!result.ok || !invoice) return undefined;
  const { book } = result.run;
  return { invoice, stored, usage: book.metered?.usage, book };
}

/** The rows, price, tiers and rounding behind every line of a document. */
export function explainLines(traced: TracedInvoice): LineExplanation[] {
  return traced.invoice.lines.map((line, index) => explain(line, index, traced));
}

/** The cells of all usage quantities behind a line; lines count from 1. */
export function usageCellsOf({ invoice, usage }: TracedInvoice, line: number): CellRef[] {
  const rows = invoice.lines[line - 1] && usage ? rowsOf(invoice.lines[line - 1]!) : [];
  return [...rows].map((row) => usageCell(usage!, row, "quantity"));
}

/** What explains an invoice of a workbook; undefined when neither the workbook nor its inputs know the number. */
export function explainInvoice(
  snapshot: Snapshot,
  number: string,
  options: RunOptions,
): InvoiceExplanation | undefined {
  const note = explainCredit(snapshot, number);
  if (note) return note;
  const traced = traceInvoice(snapshot, number, options);
  if (!traced) return undefined;
  const { currency, total } = traced.invoice;
  const shown = traced.stored?.total;
  return {
    number,
    currency,
    total: formatMoney(total, currency),
    ...(shown && !shown.equals(total) ? { differsFrom: formatMoney(shown, currency) } : {}),
    lines: explainLines(traced),
  };
}
