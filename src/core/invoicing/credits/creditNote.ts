import type { Day } from "../../calendar/day";
import type { RegisteredInvoice, RegisteredLine } from "../../documents/register";
import { netOf } from "../../documents/documentKinds";
import { one, sum, zero, type Decimal } from "../../money/decimal";
import { formatMoney } from "../../money/format";
import type { Moment } from "../../schema/momentCell";
import type { LineCredit, SharedCredit } from "./shareOverLines";

/** Who makes a credit note, when and why. */
export interface NoteFacts {
  readonly number: string;
  readonly isIssued: boolean;
  readonly date: Day;
  readonly currency: string;
  readonly reasonCode: string;
  readonly preparedBy: string | undefined;
  readonly approvedBy: string | undefined;
  readonly approvedAt: Moment | undefined;
  readonly runId: string;
}

/** A line of the note repeats the line that it credits, so that later credits know what is left of it. */
function noteLine(
  { of: { line, number, taxCode, rate }, amount }: LineCredit,
  invoice: RegisteredInvoice,
  { number: note, currency, reasonCode }: NoteFacts,
  index: number,
): RegisteredLine {
  const signed = amount.negated();
  const ofLine = number === undefined ? "" : `line ${String(number)} of `;
  const period = line?.period;
  const record = {
    row: invoice.row,
    invoiceNumber: note,
    line: index + 1,
    contractId: (line?.contractId ?? invoice.contractId) || undefined,
    priceId: line?.priceId,
    product: line?.product,
    description: line ? line.description : `Credit of ${invoice.invoiceNumber}`,
    kind: "adjustment" as const,
    tier: line?.tier,
    periodStart: period?.from,
    periodEnd: period?.to,
    quantity: one,
    unit: undefined,
    unitPrice: signed,
    flatFee: undefined,
    amount: signed,
    taxCode: taxCode || undefined,
    taxRate: rate,
    sourceRows: undefined,
    explanation: `credit of ${formatMoney(amount, currency)} on ${ofLine}invoice ${invoice.invoiceNumber}, reason ${reasonCode}`,
  };
  return {
    ...record,
    record,
    at: invoice.at,
    contractId: record.contractId ?? "",
    period,
    isFinal: true,
    invoice: undefined,
  };
}

/** Net and tax of parts in sum. */
export const netAndTax = (parts: readonly { readonly net: Decimal; readonly tax: Decimal }[]) => ({
  net: sum(parts.map(({ net }) => net)),
  tax: sum(parts.map(({ tax }) => tax)),
});

/**
 * A credit note over a credit of an invoice, with customer, contract and order number of the invoice. It bills no run's
 * period, so that no run replaces it while it waits for approval.
 */
export function creditNoteOf(
  invoice: RegisteredInvoice,
  credit: SharedCredit,
  facts: NoteFacts,
): RegisteredInvoice {
  const { net, tax } = netAndTax(credit.parts);
  const gross = net.plus(tax).negated();
  return {
    row: invoice.row,
    at: invoice.at,
    invoiceNumber: facts.number,
    status: facts.isIssued ? "issued" : "in_review",
    type: "credit_note",
    customerId: invoice.customerId,
    customerName: invoice.customerName,
    contractId: invoice.contractId,
    periodStart: undefined,
    periodEnd: undefined,
    invoiceDate: facts.date,
    dueDate: facts.date,
    currency: facts.currency,
    subtotal: net.negated(),
    tax: zero.minus(tax),
    total: gross,
    paid: zero,
    balance: gross,
    corrects: invoice.invoiceNumber,
    reasonCode: facts.reasonCode,
    poNumber: invoice.poNumber,
    preparedBy: facts.preparedBy,
    approvedBy: facts.approvedBy,
    approvedAt: facts.approvedAt,
    runId: facts.runId,
    seal: undefined,
    isFinal: facts.isIssued,
    isVoid: false,
    lines: credit.lines.map((line, index) => noteLine(line, invoice, facts, index)),
  };
}

/** A note that waited, with its number: everything else stays as it was written but the day and the approval. */
export function issuedNote(
  draft: RegisteredInvoice,
  facts: Pick<NoteFacts, "number" | "date" | "approvedBy" | "approvedAt" | "runId">,
): RegisteredInvoice {
  const { number, date, approvedBy, approvedAt, runId } = facts;
  const numbered = <T extends { readonly invoiceNumber: string }>(entry: T): T => ({
    ...entry,
    invoiceNumber: number,
  });
  return {
    ...numbered(draft),
    status: "issued",
    invoiceDate: date,
    dueDate: date,
    approvedBy,
    approvedAt,
    runId,
    isFinal: true,
    lines: draft.lines.map((line) => ({ ...numbered(line), isFinal: true, record: numbered(line.record) })),
  };
}

/** What a credit note credits, above 0. */
export function creditedBy(note: RegisteredInvoice): { readonly net: Decimal; readonly tax: Decimal } {
  return { net: netOf(note).negated(), tax: zero.minus(note.tax ?? zero) };
}
