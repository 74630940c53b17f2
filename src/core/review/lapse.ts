import { registerContents, type DocumentRegister, type RegisteredInvoice } from "../documents/register";
import { totalOf } from "../invoicing/customerChanges";
import type { Moment } from "../schema/momentCell";
import { statusLabel } from "./acts/judge";
import type { ReviewFinding } from "./finding";
import type { ApprovalEntry } from "./log/appendApprovals";

/** A document whose review is over because what was reviewed has changed. */
export interface Lapse {
  readonly document: RegisteredInvoice;
  /** What changed, in a few words. */
  readonly comment: string;
}

/** Differences that a comment lists; the rest is counted. */
const LISTED = 6;

/** "Prices!G4 Unit price: 0.5 → 0.6; …": what a reviewer looks at again, and nothing else. */
export function changesText(findings: readonly ReviewFinding[]): string {
  const listed = findings.slice(0, LISTED).map(({ sheet, cell, column, expected, found }) => {
    const where = cell === "" ? sheet : `${sheet}!${cell}`;
    const values =
      expected === "" && found === "" ? "" : `: ${expected || "nothing"} → ${found || "nothing"}`;
    return `${where} ${column}${values}`.replace(/\s+/g, " ");
  });
  const more = findings.length - listed.length;
  return [...listed, ...(more > 0 ? [`and ${String(more)} more`] : [])].join("; ").slice(0, 1000);
}

/** A document as a draft that nobody has looked at. */
function asDraft(document: RegisteredInvoice): RegisteredInvoice {
  return {
    ...document,
    status: "draft",
    approvedBy: undefined,
    approvedAt: undefined,
    seal: undefined,
    isFinal: false,
    lines: document.lines.map((line) => ({ ...line, isFinal: false })),
  };
}

/** The register with lapsed documents as drafts, which a run replaces. */
export function withLapsed(register: DocumentRegister, lapses: readonly Lapse[]): DocumentRegister {
  if (lapses.length === 0) return register;
  const open = new Map(lapses.map(({ document }) => [document, asDraft(document)]));
  const invoices = register.invoices.map((invoice) => open.get(invoice) ?? invoice);
  const lines = invoices.filter(({ isVoid }) => !isVoid).flatMap((invoice) => invoice.lines);
  return { ...register, ...registerContents(invoices, lines) };
}

/** The row of Approvals that says that a review is over. */
export function lapseEntry(
  { document, comment }: Lapse,
  { runId, when, who }: { readonly runId: string; readonly when: Moment; readonly who: string },
): ApprovalEntry {
  return {
    runId,
    when,
    who: who || undefined,
    action: "lapse",
    invoiceNumber: document.invoiceNumber,
    was: undefined,
    from: statusLabel(document.status),
    to: statusLabel("draft"),
    total: totalOf(document),
    currency: document.currency,
    comment: comment || undefined,
    seal: undefined,
  };
}
