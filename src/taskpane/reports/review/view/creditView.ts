import {
  creditableLines,
  creditedBy,
  creditInvoice,
  currencyCode,
  firstOpenDay,
  formatDay,
  mayNeedApproval,
  nextAct,
  planCredit,
  reasonCodes,
  typedAmount,
  type CreditRun,
  type Decimal,
  type Ledger,
  type WritePlan,
} from "../../../../core/api";
import { momentOf, type RunDetails } from "../../../session/choice";
import { SessionFailure } from "../../../session/failure";
import type { SessionWorkbook } from "../../../session/sessionWorkbook";
import type { Money } from "../../../session/views";

/** What a person wants to be credited, as it was typed. */
export interface CreditRequest {
  /** Empty: all that is left. */
  readonly amount: string;
  /** Undefined: the whole invoice. */
  readonly line: number | undefined;
  readonly reason: string;
  readonly isRebill: boolean;
}

/** What can be credited of an invoice. */
export interface CreditableView {
  readonly left: Money;
  readonly lines: readonly { readonly line: number; readonly product: string; readonly left: Money }[];
  /** Codes that this workbook uses already, and the concessions. */
  readonly reasons: readonly string[];
  /** Some credits wait for somebody else than who made them, or for who may issue them. */
  readonly needsName: boolean;
}

/** What a credit would write, or why it cannot be. */
export type CreditPreview =
  | {
      readonly isPossible: true;
      readonly number: string;
      readonly net: Money;
      readonly tax: Money;
      readonly total: Money;
      readonly leftNet: Money;
      readonly leftTax: Money;
      /** It waits for another person: one who approves it, or may issue it. */
      readonly waits: boolean;
      readonly rebilled: readonly { readonly number: string; readonly total: Money }[];
      /** What keeps it from being billed again. */
      readonly problems: readonly string[];
      /** What was changed behind the logs of the workbook. */
      readonly tampering: readonly string[];
    }
  | { readonly isPossible: false; readonly why: string };

/** The figures of a credit do not depend on why it is given; without a reason nothing can be written. */
const NO_REASON_YET = "?";

/** What is owed on the last day of the book; where that is closed, on the first open one: a note is dated that day. */
function ledgerOf(workbook: SessionWorkbook): Ledger {
  const opened = workbook.ledger("");
  if (opened) {
    const { asOf } = opened.ledger;
    const open = firstOpenDay(workbook.snapshot, asOf);
    const later = open === asOf ? opened : workbook.ledger(formatDay(open));
    if (later) return later.ledger;
  }
  throw new SessionFailure({ code: "MISSING", message: "No document of this workbook has a date." });
}

function parseAmount(text: string): Decimal | undefined | string {
  const typed = text.trim();
  if (typed === "") return undefined;
  return typedAmount(typed) ?? "Write a net amount above 0, such as 125.50.";
}

function creditOf(
  workbook: SessionWorkbook,
  number: string,
  { amount: typed, line, reason, isRebill }: CreditRequest,
  { at, user }: RunDetails,
): CreditRun | string {
  const amount = isRebill ? undefined : parseAmount(typed);
  if (typeof amount === "string") return amount;
  const ledger = ledgerOf(workbook);
  const result = creditInvoice(ledger, {
    number,
    line: isRebill ? undefined : line,
    amount,
    reasonCode: reason,
    isRebill,
    by: user,
    approvedBy: undefined,
    when: momentOf(at),
    runId: nextAct(ledger.book.snapshot),
    opened: workbook.review.opened,
  });
  return result.ok ? result.run : result.reason;
}

/** What is left of an invoice and of its lines, and the reasons to choose from. */
export function creditableView(workbook: SessionWorkbook, number: string): CreditableView {
  const ledger = ledgerOf(workbook);
  const { currency, left, lines } = creditableLines(ledger, workbook.document(number));
  const money = (amount: Decimal): Money => ({ amount: amount.toNumber(), currency });
  return {
    left: money(left),
    lines: lines.flatMap(({ number: at, line, net }) =>
      at === undefined
        ? []
        : [{ line: at, product: line?.product ?? line?.description ?? "", left: money(net) }],
    ),
    reasons: reasonCodes(ledger),
    needsName: mayNeedApproval(ledger.book),
  };
}

/** What a credit by somebody would write; nothing is written. */
export function previewCredit(
  workbook: SessionWorkbook,
  number: string,
  request: CreditRequest,
  by: string,
): CreditPreview {
  const reason = request.reason.trim() === "" ? NO_REASON_YET : request.reason;
  const run = creditOf(workbook, number, { ...request, reason }, { at: "2000-01-01", user: by });
  if (typeof run === "string") return { isPossible: false, why: run };
  const { note, left, rebilled, issues, logIssues } = run;
  const currency = currencyCode(note.currency ?? "") ?? "";
  const money = (amount: Decimal): Money => ({ amount: amount.toNumber(), currency });
  const { net, tax } = creditedBy(note);
  const waits = note.status !== "issued";
  return {
    isPossible: true,
    number: note.invoiceNumber,
    net: money(net),
    tax: money(tax),
    total: money(net.plus(tax)),
    leftNet: money(left.net),
    leftTax: money(left.tax),
    waits,
    rebilled: rebilled.map((draft) => ({ number: draft.number, total: money(draft.total) })),
    problems: waits ? [] : issues.map(({ message }) => message),
    tampering: logIssues.map(({ message }) => message),
  };
}

/** The plan that issues a credit note that waited, once somebody else than who made it approves it. */
export function planOfApproval(
  workbook: SessionWorkbook,
  number: string,
  { at, user }: RunDetails,
): WritePlan {
  const approvedBy = user.trim();
  if (approvedBy === "")
    throw new SessionFailure({ code: "BAD_VALUE", message: "Write in Your name who approves it." });
  const ledger = ledgerOf(workbook);
  const result = creditInvoice(ledger, {
    number,
    line: undefined,
    amount: undefined,
    reasonCode: undefined,
    isRebill: false,
    by: approvedBy,
    approvedBy,
    when: momentOf(at),
    runId: nextAct(ledger.book.snapshot),
    opened: workbook.review.opened,
  });
  if (!result.ok) throw new SessionFailure({ code: "MISSING", message: `${result.reason}.` });
  const { run } = result;
  const [fault] = [...run.issues, ...run.logIssues].filter(({ severity }) => severity === "error");
  if (run.note.status !== "issued" && fault)
    throw new SessionFailure({ code: "BAD_VALUE", message: `${fault.message}.` });
  const { engineVersion, sha256 } = workbook;
  return planCredit(run, { when: momentOf(at), who: approvedBy, engineVersion, sha256 });
}

/** The plan that writes a credit. */
export function planOfCredit(
  workbook: SessionWorkbook,
  number: string,
  request: CreditRequest,
  details: RunDetails,
): WritePlan {
  const run = creditOf(workbook, number, request, details);
  if (typeof run === "string") throw new SessionFailure({ code: "MISSING", message: run });
  const { engineVersion, sha256 } = workbook;
  return planCredit(run, { when: momentOf(details.at), who: details.user, engineVersion, sha256 });
}
