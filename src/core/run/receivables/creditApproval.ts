import { nameKey } from "../../base/name";
import type { RegisteredInvoice } from "../../documents/register";
import type { CellRef } from "../../grid/grid";
import { totalOf } from "../../invoicing/customerChanges";
import { makeIssue, type Issue } from "../../issues/issue";
import { formatMoney } from "../../money/format";
import type { ReceivablesBook } from "../../receivables/book";
import { historiesOf, readApprovals } from "../../review/log/readApprovals";
import { notNamedAs, readPolicy } from "../../review/policy";
import { lastSubmitter } from "../../review/verify/history";

type Book = Pick<ReceivablesBook, "snapshot" | "settings">;

/** Who makes a credit, or runs the command that issues one that waited, and who approves it. */
export interface CreditPeople {
  readonly by: string;
  readonly approvedBy: string | undefined;
}

/** Whether some credit of a workbook has to be approved: then it must be known who made it. */
export function mayNeedApproval({ snapshot, settings }: Book): boolean {
  return settings.approvalLimit !== undefined || readPolicy(snapshot, settings).isSet;
}

/**
 * Why a credit may not be issued yet; undefined where it may. Who Policy lets approve a total issues it with that; where
 * nobody has to, an Issuer issues it, as with any other document.
 */
export function approvalFault(
  note: RegisteredInvoice,
  { at, currency }: { readonly at: CellRef; readonly currency: string },
  { snapshot, settings }: Book,
  { by, approvedBy }: CreditPeople,
): Issue | undefined {
  const policy = readPolicy(snapshot, settings);
  const total = totalOf(note).abs();
  const isNeeded = policy.needsApproval(total);
  if (!isNeeded && policy.hasRole(by, "issuer")) return undefined;
  const { approvalLimit: limit } = settings;
  const why = !isNeeded
    ? "needs an Issuer or an Approver of the Policy"
    : limit === undefined
      ? "has to be approved by the Policy"
      : `is above the Approval limit of ${formatMoney(limit, currency)}`;
  const fault = (code: "APPROVAL_NEEDED" | "SELF_APPROVAL" | "NOT_ALLOWED" | "OVER_LIMIT", words = {}) =>
    makeIssue(code, {
      at,
      value: note.invoiceNumber,
      words: { total: formatMoney(total, currency), why, ...words },
    });
  if (approvedBy === undefined)
    return isNeeded ? fault("APPROVAL_NEEDED") : fault("NOT_ALLOWED", { said: notNamedAs(by, "issuer") });
  const history = historiesOf(readApprovals(snapshot).rows)(note.invoiceNumber);
  const makers = [note.preparedBy, lastSubmitter(history)].flatMap((who) => (who ? [nameKey(who)] : []));
  if (makers.includes(nameKey(approvedBy))) return fault("SELF_APPROVAL", { who: approvedBy });
  if (!policy.hasRole(approvedBy, "approver"))
    return fault("NOT_ALLOWED", { said: notNamedAs(approvedBy, "approver") });
  return policy.isWithinLimit(approvedBy, "approver", total, currency)
    ? undefined
    : fault("OVER_LIMIT", { who: approvedBy });
}
