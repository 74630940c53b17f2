import {
  acts,
  Decimal,
  groupBy,
  performAct,
  planAct,
  sum,
  totalOf,
  type ActId,
  type ActRun,
  type DocumentRegister,
  type RegisteredInvoice,
  type WritePlan,
} from "../../../../core/api";
import { momentOf, type RunDetails } from "../../../session/choice";
import { SessionFailure } from "../../../session/failure";
import { findingView, type FindingView } from "../../../session/findingView";
import { currencyOf } from "../../../session/invoiceRowView";
import type { SessionWorkbook } from "../../../session/sessionWorkbook";
import type { Money } from "../../../session/views";

/** An act that a person asks for. */
export interface ActRequest {
  readonly act: ActId;
  readonly numbers: readonly string[];
  readonly by: string;
  readonly reason: string;
}

/** A document that the act would be done to. */
export interface ActedView {
  readonly invoice: string;
  readonly customer: string;
  /** Its number after the act. */
  readonly becomes: string;
  readonly to: string;
  readonly total: Money;
}

/** A document that it would not be done to, and why. */
export interface RefusedView {
  readonly invoice: string;
  readonly customer: string;
  readonly code: string;
  readonly message: string;
  readonly findings: readonly FindingView[];
}

/** What an act would come to; nothing is written. */
export interface ActView {
  readonly done: readonly ActedView[];
  readonly refused: readonly RefusedView[];
  /** Of the documents that it would be done to, by currency. */
  readonly totals: readonly Money[];
}

/** Why it is refused does not depend on the reason; without one nothing can be written. */
const NO_REASON_YET = "?";

/** The acts that a document in its state can be asked for; only those whose row stands in Invoices. */
export function actsFor(
  register: Pick<DocumentRegister, "invoicesBound">,
  { at, status = "issued" }: RegisteredInvoice,
): ActId[] {
  if (at.sheet !== register.invoicesBound?.grid.sheet) return [];
  return acts.filter(({ from }) => (from as readonly string[]).includes(status)).map(({ id }) => id);
}

function runOf({ review, engineVersion }: SessionWorkbook, request: ActRequest, at: string): ActRun {
  const { act, numbers, by, reason } = request;
  const result = performAct(
    review.opened,
    {
      act,
      numbers,
      period: undefined,
      customerId: undefined,
      by: by.trim(),
      when: momentOf(at),
      comment: reason,
      engineVersion,
    },
    review.factsOf,
  );
  if (result.ok) return result.run;
  throw new SessionFailure({ code: "MISSING", message: `Nothing is done: ${result.reason}.` });
}

const customerOf = ({ customerName, customerId = "" }: RegisteredInvoice) => customerName ?? customerId;

/** What an act would do to each document, or why it would not. */
export function actView(workbook: SessionWorkbook, request: ActRequest): ActView {
  const reason = request.reason.trim() === "" ? NO_REASON_YET : request.reason;
  const { done, refused, opened } = runOf(workbook, { ...request, reason }, "2000-01-01");
  const { documentContext } = workbook;
  const moneyOf = (document: RegisteredInvoice): Money => ({
    amount: totalOf(document).toNumber(),
    currency: currencyOf(document, documentContext),
  });
  const totals = groupBy(
    done.map(({ before }) => moneyOf(before)),
    ({ currency }) => currency,
  );
  const documents = new Map(opened.register.invoices.map((each) => [each.invoiceNumber, each]));
  return {
    done: done.map(({ before, after, approval }) => ({
      invoice: before.invoiceNumber,
      customer: customerOf(before),
      becomes: after.invoiceNumber,
      to: approval.to ?? "",
      total: moneyOf(before),
    })),
    refused: refused.map(({ invoice, code, message, findings }) => {
      const document = documents.get(invoice);
      return {
        invoice,
        customer: document ? customerOf(document) : "",
        code,
        message,
        findings: findings.map(findingView),
      };
    }),
    totals: [...totals].map(([currency, all]) => ({
      currency,
      amount: sum(all.map(({ amount }) => new Decimal(amount))).toNumber(),
    })),
  };
}

/** The plan of an act, as it was shown. */
export function planOfAct(workbook: SessionWorkbook, request: ActRequest, details: RunDetails): WritePlan {
  const { act, by, reason } = request;
  if (by.trim() === "")
    throw new SessionFailure({ code: "BAD_VALUE", message: "Write in Your name who does it." });
  if (reason.trim() === "" && acts.some(({ id, needsReason }) => id === act && needsReason))
    throw new SessionFailure({ code: "BAD_VALUE", message: "Write a Reason: it is kept with the document." });
  const run = runOf(workbook, request, details.at);
  const { engineVersion, sha256 } = workbook;
  return planAct(run, { when: momentOf(details.at), who: by.trim(), engineVersion, sha256, logo: undefined });
}
