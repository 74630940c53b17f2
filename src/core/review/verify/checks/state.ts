import { nameKey } from "../../../base/name";
import { isWaitingCredit } from "../../../documents/documentKinds";
import { invoicesTable, type InvoiceStatus } from "../../../documents/invoices.table";
import type { RegisteredInvoice } from "../../../documents/register";
import { totalOf } from "../../../invoicing/customerChanges";
import { zero } from "../../../money/decimal";
import { cellOf } from "../../../schema/readRecords";
import { valueText } from "../../../schema/valueText";
import { statusLabel } from "../../acts/judge";
import { hasDraftKey } from "../../../documents/draftKey";
import { reviewFinding, type ReviewFinding } from "../../finding";
import type { ChainRow } from "../../log/chainRows";
import { gaveNumbers } from "../../log/givenNumbers";
import { standingApproval } from "../history";
import type { DocumentCheck, VerifyContext } from "../check";

const { columns } = invoicesTable;
/** What the state of a document is compared with. */
export type StateContext = Pick<VerifyContext, "register" | "logs" | "runOf" | "historyOf">;
type MarkField = "status" | "invoiceNumber" | "preparedBy" | "approvedBy" | "approvedAt" | "seal";

/** A mark of a document that no act wrote. */
function notLogged(
  document: RegisteredInvoice,
  { register: { invoicesBound } }: StateContext,
  field: MarkField,
  expected: string,
): ReviewFinding {
  const invoice = document.invoiceNumber;
  const column = columns[field];
  const value = field === "status" ? statusLabel(document.status) : valueText(column, document[field]);
  return reviewFinding("STATE_NOT_LOGGED", {
    invoice,
    table: invoicesTable.title,
    key: invoice,
    column: column.title,
    expected,
    found: value,
    at: invoicesBound ? cellOf(invoicesBound, document.row, field) : document.at,
  });
}

/** What an issued document is by what was paid. */
export function paidStatus(document: RegisteredInvoice): "issued" | "part_paid" | "paid" {
  const { paid = zero } = document;
  if (paid.isZero()) return "issued";
  return paid.equals(totalOf(document)) ? "paid" : "part_paid";
}

/** A credit by command is issued or waits in review; what it bills again is a draft. */
function statusOfCredit(document: RegisteredInvoice): InvoiceStatus {
  if (isWaitingCredit(document)) return "in_review";
  return hasDraftKey(document) ? "draft" : paidStatus(document);
}

/** The status that the run gave which wrote a document, where no act came after it; undefined where nothing says. */
function statusOfRun(document: RegisteredInvoice, run: ChainRow | undefined): string | undefined {
  const parameters = run?.texts.get("parameters") ?? "";
  const action = run?.texts.get("action");
  if (action === "bill") {
    if (gaveNumbers(parameters) && !hasDraftKey(document)) return statusLabel(paidStatus(document));
    return statusLabel("draft");
  }
  if (action === "credit") return statusLabel(statusOfCredit(document));
  return undefined;
}

/** The status that acts and runs gave a document last; undefined where nothing says. */
function loggedStatus(document: RegisteredInvoice, context: StateContext): string | undefined {
  const last = context.historyOf(document).at(-1);
  if (!last) return statusOfRun(document, context.runOf(document.runId));
  return last.to === statusLabel("issued") ? statusLabel(paidStatus(document)) : last.to;
}

/** A status that neither an act nor a run wrote; undefined where one did, or nothing says. */
function typedStatus(document: RegisteredInvoice, context: StateContext): ReviewFinding | undefined {
  const expected = loggedStatus(document, context);
  return expected === undefined || expected === statusLabel(document.status)
    ? undefined
    : notLogged(document, context, "status", expected);
}

/** States before a number was given. */
const unnumbered: ReadonlySet<string> = new Set(["draft", "in_review", "approved"].map(statusLabel));

/**
 * A typed status from which no act may go on: it would be in the log as if acts had led there. Draft asks for the whole
 * review again, and Approved has no seal that holds, so that both are judged by their acts before there is a number.
 */
export function statusByHand(document: RegisteredInvoice, context: StateContext): ReviewFinding | undefined {
  const typed = typedStatus(document, context);
  const isJudged =
    document.status !== "in_review" &&
    typed &&
    [typed.expected, typed.found].every((at) => unnumbered.has(at));
  return isJudged ? undefined : typed;
}

/** States that payments alone tell apart. */
const billed: ReadonlySet<string> = new Set(["issued", "part_paid", "paid"].map(statusLabel));

/**
 * A status that a run has to speak of: it makes another of the document than acts and runs did. What payments explain is
 * for verify to say; a typed Approved is judged by its seal.
 */
export function changedState(document: RegisteredInvoice, context: StateContext): ReviewFinding | undefined {
  const typed = typedStatus(document, context);
  if (!typed || (billed.has(typed.expected) && billed.has(typed.found))) return undefined;
  const isSetBack = typed.expected === statusLabel("approved") && !document.isFinal;
  return isSetBack ? typed : statusByHand(document, context);
}

/** A final number is given by an act, or by the run that the document names. */
function numberFindings(document: RegisteredInvoice, context: VerifyContext): ReviewFinding[] {
  const given = context.renumbered().get(document);
  if (given !== undefined) return [notLogged(document, context, "invoiceNumber", given)];
  const run = context.runOf(document.runId);
  if (hasDraftKey(document) || context.historyOf(document).length > 0 || !run) return [];
  const isGiven = run.texts.get("action") !== "bill" || gaveNumbers(run.texts.get("parameters") ?? "");
  return isGiven ? [] : [notLogged(document, context, "invoiceNumber", "")];
}

function preparedByFindings(document: RegisteredInvoice, context: StateContext): ReviewFinding[] {
  const run = context.runOf(document.runId);
  if (!run) return [];
  const makers = new Set(["bill", "credit"]);
  const names = context.logs.runLog
    .filter(
      ({ texts, runId }) =>
        makers.has(texts.get("action") ?? "") && (!hasDraftKey(document) || runId === run.runId),
    )
    .map(({ texts }) => nameKey(texts.get("who") ?? ""));
  if (names.includes(nameKey(document.preparedBy ?? ""))) return [];
  return [notLogged(document, context, "preparedBy", run.texts.get("who") ?? "")];
}

function approvalFindings(document: RegisteredInvoice, context: StateContext): ReviewFinding[] {
  const approval = standingApproval(context.historyOf(document));
  const run = context.runOf(document.runId);
  // A credit by command names who approved it in the log.
  const isOfCredit = run?.texts.get("action") === "credit";
  if (!approval && isOfCredit) return [];
  const who = approval?.who ?? "";
  const when = approval ? valueText(columns.approvedAt, approval.when) : "";
  return [
    ...(nameKey(document.approvedBy ?? "") === nameKey(who)
      ? []
      : [notLogged(document, context, "approvedBy", who)]),
    ...(valueText(columns.approvedAt, document.approvedAt) === when
      ? []
      : [notLogged(document, context, "approvedAt", when)]),
  ];
}

/** Status, number and names as acts and runs wrote them. */
export const state: DocumentCheck = (document, context) => [
  ...[typedStatus(document, context) ?? []].flat(),
  ...numberFindings(document, context),
  ...preparedByFindings(document, context),
  ...approvalFindings(document, context),
];
