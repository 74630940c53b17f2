import { monthOf, type Period } from "../../calendar/period";
import type { DocumentRegister, RegisteredInvoice } from "../../documents/register";
import type { Invoice } from "../../invoicing/invoice";
import { collectIssues } from "../../issues/collectIssues";
import { unheard, type Issue } from "../../issues/issue";
import type { Ledger } from "../../receivables/ledger";
import { prepareBook, readAgreements } from "../prepareBook";
import { rateAndDraft } from "../rateAndDraft";
import { closedPeriodIn } from "../review/closing/changedPeriods";

const contractsOf = ({ contractId = "", lines }: RegisteredInvoice): ReadonlySet<string> =>
  new Set([contractId, ...lines.map((line) => line.contractId)].filter((id) => id !== ""));

/** The days of the run that billed an invoice; of one that names none, the month of what it bills. */
function runPeriodOf({
  periodStart: from,
  periodEnd: to,
  lines,
  invoiceDate,
}: RegisteredInvoice): Period | undefined {
  if (from !== undefined && to !== undefined) return { from, to };
  const day = lines.flatMap(({ period }) => period?.to ?? [])[0] ?? to ?? from ?? invoiceDate;
  return day === undefined ? undefined : monthOf(day);
}

/** Whether an invoice can be billed again: some contract of it is known, and so is its period. */
export function contractsToBill(
  { book: { snapshot } }: Ledger,
  invoice: RegisteredInvoice,
): { readonly ok: true } | { readonly ok: false; readonly reason: string } {
  const ids = contractsOf(invoice);
  const { contracts } = readAgreements(snapshot, unheard).catalog;
  if (!contracts.some(({ contractId }) => ids.has(contractId)))
    return { ok: false, reason: "none of its contracts stands in Contracts, so it cannot be billed again" };
  const period = runPeriodOf(invoice);
  if (period === undefined) return { ok: false, reason: "it names no period, so it cannot be billed again" };
  const closed = closedPeriodIn(snapshot, period);
  return closed === undefined
    ? { ok: true }
    : {
        ok: false,
        reason: `${closed} is closed and not billed any more; credit the amount alone, or open the period again`,
      };
}

/**
 * Drafts that bill the contracts and the period of an invoice again, now that a register says that it was credited in
 * full; and what holds them.
 */
export function billAgain(
  { book: { snapshot }, asOf }: Ledger,
  register: DocumentRegister,
  invoice: RegisteredInvoice,
): { readonly drafts: readonly Invoice[]; readonly issues: readonly Issue[] } {
  const ids = contractsOf(invoice);
  const collector = collectIssues();
  const period = runPeriodOf(invoice);
  const { book } = prepareBook(snapshot, { period, asOf, giveNumbers: false }, collector.report);
  if (!book) return { drafts: [], issues: [] };
  const { drafts } = rateAndDraft({ ...book, register }, collector);
  const isAgain = ({ corrects, lines }: Invoice) =>
    corrects === "" && lines.some(({ contractId }) => ids.has(contractId));
  const holds = ({ severity, holds: held }: Issue) =>
    severity === "error" && held.some((contractId) => ids.has(contractId));
  return { drafts: drafts.filter(isAgain), issues: collector.list().filter(holds) };
}
