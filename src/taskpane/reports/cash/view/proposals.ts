import {
  applicationsTable,
  formatDay,
  propose,
  sourceId,
  unreversedRows,
  type CellRef,
  type LedgerBook,
  type Match,
  type Payment,
  type PostedRow,
} from "../../../../core/api";
import { moneyView } from "../../../session/heldView";
import type { Money } from "../../../session/views";
import type { CashBook } from "./cashBook";

/** What goes against one document. */
export interface ShareView {
  readonly document: string;
  readonly at: CellRef | undefined;
  readonly kind: string;
  readonly amount: Money;
}

/** A payment with what it would go against, or that a person has to look at. */
export interface ProposalView {
  readonly paymentId: string;
  /** Undefined where the payment is not in the workbook yet. */
  readonly at: CellRef | undefined;
  readonly customerId: string;
  readonly customer: string;
  readonly date: string;
  readonly amount: Money;
  readonly reference: string;
  readonly payer: string;
  /** Empty where no rule says anything. */
  readonly rule: string;
  readonly confidence: "high" | "medium" | "low" | "";
  readonly difference: number | undefined;
  readonly treatment: string;
  readonly shares: readonly ShareView[];
  /** What it could go against, where a person has to look. */
  readonly candidates: readonly string[];
  /** False where the payment itself names its invoice, and for refunds. */
  readonly canChange: boolean;
}

/** What of a payment or credit note is posted. */
export interface PostedView {
  readonly sourceId: string;
  readonly customer: string;
  readonly date: string;
  readonly amount: Money;
  readonly shares: readonly ShareView[];
}

const label = (field: "kind" | "treatment", id: string): string =>
  applicationsTable.columns[field].labels?.get(id) ?? id;

type Base = Omit<ProposalView, "rule" | "confidence" | "difference" | "treatment" | "shares" | "candidates">;

function baseOf(payment: Payment, amount: Money["amount"], unwritten: ReadonlySet<string>): Base {
  const { receipt, customerId, customerName, currency } = payment;
  const { paymentId, at, date, reference, payer } = receipt;
  return {
    paymentId,
    at: unwritten.has(paymentId) ? undefined : at,
    customerId,
    customer: customerName,
    date: formatDay(date),
    amount: { amount, currency },
    reference,
    payer,
    canChange: amount > 0,
  };
}

function matchView(match: Match, amount: number, unwritten: ReadonlySet<string>): ProposalView {
  const { payment, rule, confidence = "", difference, treatment, shares } = match;
  const base = baseOf(payment, amount, unwritten);
  return {
    ...base,
    canChange: base.canChange && rule !== "given",
    rule,
    confidence,
    difference: difference.toNumber(),
    treatment: label("treatment", treatment),
    shares: shares.map(({ document, kind, amount: share }) => ({
      document: document.number,
      at: document.at,
      kind: label("kind", kind),
      amount: moneyView({ amount: share, currency: document.currency }),
    })),
    candidates: [],
  };
}

/** What every payment that is not wholly posted would go against, by date, then id. */
export function proposalsOf({ imported, chosen }: CashBook, { ledger }: LedgerBook): ProposalView[] {
  const unwritten = new Set(imported.imported.map(({ paymentId }) => paymentId));
  const { matches, reviews } = propose(ledger, false, chosen);
  const views = new Map<string, ProposalView>();
  for (const match of matches) {
    const { receipt } = match.payment;
    const amount = match.rule === "given" ? receipt.amount : ledger.leftOf(receipt);
    views.set(receipt.paymentId, matchView(match, amount.toNumber(), unwritten));
  }
  for (const { payment, amount, candidates } of reviews)
    views.set(payment.receipt.paymentId, {
      ...baseOf(payment, amount.toNumber(), unwritten),
      rule: "",
      confidence: "low",
      difference: undefined,
      treatment: "",
      shares: [],
      candidates,
    });
  return ledger.payments.flatMap(({ receipt }) => views.get(receipt.paymentId) ?? []);
}

function shareOfRow({ document, kind, amount }: PostedRow): ShareView {
  return {
    document: document.number,
    at: document.at,
    kind: label("kind", kind),
    amount: moneyView({ amount, currency: document.currency }),
  };
}

/** What is posted and could be taken back, the latest first. */
export function postedOf({ ledger }: LedgerBook): PostedView[] {
  const bySource = new Map<string, PostedRow[]>();
  for (const row of unreversedRows(ledger)) {
    const id = sourceId(row.source);
    bySource.set(id, [...(bySource.get(id) ?? []), row]);
  }
  return [...bySource]
    .map(([id, rows]): PostedView & { readonly day: number } => {
      const { source, document } = rows[0]!;
      const isPayment = source.type === "payment";
      const amount = isPayment ? source.receipt.amount : source.document.total.negated();
      const day = isPayment ? source.receipt.date : source.document.date;
      return {
        sourceId: id,
        customer: document.customerName,
        date: formatDay(day),
        day,
        amount: moneyView({ amount, currency: document.currency }),
        shares: rows.map(shareOfRow),
      };
    })
    .sort((a, b) => b.day - a.day)
    .map(({ day: _day, ...view }) => view);
}
