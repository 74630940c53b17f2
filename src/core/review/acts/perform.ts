import { nameKey } from "../../base/name";
import { isFinalStatus, type DocumentRegister, type RegisteredInvoice } from "../../documents/register";
import { totalOf } from "../../invoicing/customerChanges";
import type { Moment } from "../../schema/momentCell";
import type { Settings } from "../../settings/settings";
import type { ApprovalEntry } from "../log/appendApprovals";
import type { Sealed } from "../seal/seal";
import { errorRegisterTable, type ErrorCause, type ErrorRecord } from "../tables/errorRegister.table";
import type { Act } from "./acts";
import { statusLabel } from "./judge";
import { hasDraftKey } from "../../documents/draftKey";
import { finalNumbers, freedKey, renamed } from "./numbers";

/** An act as somebody asks for it. */
export interface ActRequest {
  readonly act: Act;
  readonly by: string;
  readonly when: Moment;
  readonly runId: string;
  /** Comment, or the reason where the act needs one. */
  readonly comment: string;
}

/** What an act made of a document. */
export interface DoneAct {
  readonly before: RegisteredInvoice;
  readonly after: RegisteredInvoice;
  /** Undefined where no seal was made. */
  readonly sealed: Sealed | undefined;
  readonly approval: ApprovalEntry;
  readonly error: ErrorRecord | undefined;
}

export interface PerformInput {
  readonly register: DocumentRegister;
  readonly settings: Settings;
  /** Numbers that acts gave, also those of documents that are gone. */
  readonly given: readonly string[];
  readonly seal: (document: RegisteredInvoice) => Sealed;
}

/** The number of each document once the act is done. */
function numbersAfter(
  act: Act,
  documents: readonly RegisteredInvoice[],
  { register, settings, given }: PerformInput,
): ReadonlyMap<RegisteredInvoice, string> {
  const used = [...register.invoices.map(({ invoiceNumber }) => invoiceNumber), ...given];
  const drafts = documents.filter(hasDraftKey);
  const ways = {
    given: () => finalNumbers(drafts, used, settings),
    freed: () => new Map(drafts.map((draft) => [draft, freedKey(draft, used)])),
    kept: () => new Map<RegisteredInvoice, string>(),
  };
  return ways[act.writes.number]();
}

/** The cause that a reason begins with, as in "Price: rate of last year"; else Other. */
function causeOf(reason: string): ErrorCause {
  const labels = [...(errorRegisterTable.columns.cause.labels ?? [])];
  const named = nameKey(reason.split(/[:,;–—-]/, 1)[0]!);
  const found = labels.find(([, label]) => nameKey(label) === named)?.[0];
  return (found as ErrorCause | undefined) ?? "other";
}

function withMarks(document: RegisteredInvoice, { act, by, when }: ActRequest): RegisteredInvoice {
  const status = act.to ?? document.status;
  const approvals = {
    filled: { approvedBy: by || undefined, approvedAt: when },
    emptied: { approvedBy: undefined, approvedAt: undefined },
    kept: {},
  };
  // Rows of Seals are under the key that a void draft gives free.
  const isFreed = act.writes.number === "freed" && hasDraftKey(document);
  const emptied = act.writes.seal === "emptied" || isFreed ? { seal: undefined } : {};
  return {
    ...document,
    status,
    isFinal: isFinalStatus(status),
    isVoid: status === "void",
    ...approvals[act.writes.approval],
    ...emptied,
  };
}

function errorOf(document: RegisteredInvoice, { when, comment }: ActRequest): ErrorRecord {
  return {
    date: when.day,
    cause: causeOf(comment),
    invoiceNumber: document.invoiceNumber,
    amount: totalOf(document),
    currency: document.currency,
    owner: undefined,
    rootCause: comment || undefined,
    state: "Open",
    row: undefined,
  };
}

/** Does an act to documents that were judged: marks, numbers, seals, and what is written down of it. */
export function perform(
  documents: readonly RegisteredInvoice[],
  request: ActRequest,
  input: PerformInput,
): DoneAct[] {
  const { act, by, when, runId, comment } = request;
  const numbers = numbersAfter(act, documents, input);
  return documents.map((before) => {
    const marked = withMarks(renamed(before, numbers.get(before) ?? before.invoiceNumber), request);
    const sealed = act.writes.seal === "made" ? input.seal(marked) : undefined;
    const after = sealed ? { ...marked, seal: sealed.seal } : marked;
    const approval: ApprovalEntry = {
      runId,
      when,
      who: by || undefined,
      action: act.id,
      invoiceNumber: after.invoiceNumber,
      was: after.invoiceNumber === before.invoiceNumber ? undefined : before.invoiceNumber,
      from: statusLabel(before.status ?? "issued"),
      to: statusLabel(after.status ?? "issued"),
      total: totalOf(after),
      currency: after.currency,
      comment: comment || undefined,
      seal: after.seal,
    };
    return { before, after, sealed, approval, error: act.writes.error ? errorOf(after, request) : undefined };
  });
}
