import { contains, formatPeriod, overlap, preceding, type Period } from "../../../calendar/period";
import { isMetered } from "../../../catalog/readsUsage";
import { isIssued } from "../../../documents/documentKinds";
import type { RegisteredInvoice } from "../../../documents/register";
import { cellAddress } from "../../../grid/grid";
import { totalOf } from "../../../invoicing/customerChanges";
import { isContract, RowState } from "../../../metering/usage";
import { statusLabel } from "../../../review/acts/judge";
import type { ReviewFinding } from "../../../review/finding";
import { isWritten } from "../../../review/verify/check";
import type { ClosingCheckId } from "../../../review/tables/checklist.table";
import type { ClosingFacts } from "./closingFacts";

/** What a check says; without a reason it passes. */
export interface ClosingOutcome {
  readonly passed: boolean;
  readonly message: string;
}

type ClosingCheck = (facts: ClosingFacts) => ClosingOutcome;

/** What a message lists; the rest is counted. */
const LISTED = 4;

/** "3 of them: a, b, c": how many, and the first ones by name. */
function listed(names: readonly string[]): string {
  const more = names.length - LISTED;
  return `${names.slice(0, LISTED).join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`;
}

/** Passes where there is nothing to name. */
function outcome(names: readonly string[], fails: string, passes: string): ClosingOutcome {
  return names.length === 0
    ? { passed: true, message: passes }
    : { passed: false, message: `${fails}: ${listed(names)}` };
}

const nothingCompared: ClosingOutcome = {
  passed: false,
  message: "the workbook holds neither usage nor documents to compare",
};

/** Errors of cells of Usage count where they hold something of the period: other months are not closed by it. */
const inputsClean: ClosingCheck = ({ compared, opened: { book } }) => {
  const now = compared();
  if (!now) return nothingCompared;
  const usageSheets = new Set(book.usageBound?.parts.map(({ bound }) => bound.grid.sheet));
  const errors = now.run.issues.filter(
    ({ severity, holds, at }) => severity === "error" && (holds.length > 0 || !usageSheets.has(at.sheet)),
  );
  const names = errors.map(({ code, at }) => `${at.sheet}!${cellAddress(at)} ${code}`);
  return outcome(names, "errors in the inputs", "no errors in the inputs");
};

/** Contracts with usage dated in some days, by their index. */
function usedIn({ metered }: ClosingFacts["opened"], days: Period): ReadonlySet<number> {
  const used = new Set<number>();
  const usage = metered?.usage;
  for (let row = 0; usage && row < usage.rowCount; row++) {
    if (usage.state[row] === RowState.blank || !isContract(usage.contractOf[row]!)) continue;
    if (contains(days, Math.floor(usage.moments[row]!))) used.add(usage.contractOf[row]!);
  }
  return used;
}

/** A contract that used nothing two periods long is one that uses nothing; one that stops may lack its file. */
const usageComplete: ClosingCheck = ({ opened, period }) => {
  const used = usedIn(opened, period);
  const before = usedIn(opened, preceding(period));
  const metered = opened.catalog.contracts.flatMap((contract, index) => {
    const { service, isSuspended } = contract;
    const isDue = !isSuspended && overlap(service, period) !== undefined;
    return isDue && isMetered(contract) ? [{ contract, index }] : [];
  });
  if (metered.length > 0 && !metered.some(({ index }) => used.has(index)))
    return { passed: false, message: `no usage is dated in ${formatPeriod(period)}` };
  return outcome(
    metered
      .filter(({ index }) => !used.has(index) && before.has(index))
      .map(({ contract }) => contract.contractId),
    "usage in the period before and none in this one (if that is right: Not needed)",
    "every contract that had usage in the period before has some",
  );
};

const nothingHeld: ClosingCheck = ({ compared, documents }) => {
  const now = compared();
  if (!now) return nothingCompared;
  const billed = new Set(documents.flatMap(({ lines }) => lines.map(({ contractId }) => contractId)));
  const held = now.run.held.filter(({ contractId }) => !billed.has(contractId));
  const names = held.map(({ contractId, codes }) => `${contractId} (${codes.join(", ")})`);
  return outcome(names, "invoices that are held", "no invoice is held");
};

const reconciled: ClosingCheck = ({ compared }) => {
  const now = compared();
  if (!now) return nothingCompared;
  const open = now.run.reconciliation.findings.filter(({ severity }) => severity === "error");
  const names = open.map(({ code, contractId, invoiceNumber }) => `${code} ${contractId || invoiceNumber}`);
  return outcome(names, "open findings", "usage, contracts and documents agree");
};

const isWaiting = ({ status }: RegisteredInvoice) => status === "draft" || status === "in_review";
const nameOf = ({ invoiceNumber, status }: RegisteredInvoice) =>
  `${invoiceNumber} (${statusLabel(status ?? "issued")})`;

const allApproved: ClosingCheck = ({ opened: { policy, register }, documents }) => {
  const isMissing = (document: RegisteredInvoice) =>
    document.runId !== undefined &&
    isWritten(document, register) &&
    document.approvedBy === undefined &&
    policy.needsApproval(totalOf(document));
  const open = documents.filter((document) => isWaiting(document) || isMissing(document));
  return outcome(open.map(nameOf), "not approved", "every document that needs it is approved");
};

const allIssued: ClosingCheck = ({ documents, period }) =>
  documents.length === 0
    ? { passed: false, message: `there is no document of ${formatPeriod(period)}` }
    : outcome(
        documents.filter((document) => !isIssued(document)).map(nameOf),
        "not issued",
        `${documents.length === 1 ? "the only document is" : `all ${String(documents.length)} documents are`} issued`,
      );

/** Other closed periods are their own matter: late usage of theirs keeps no later period open. */
const verified: ClosingCheck = ({ verified: verify, gone }) => {
  const { invoices, findings } = verify();
  const failed = invoices.filter(({ result }) => result === "FAIL");
  const where = ({ sheet, cell, code }: ReviewFinding) => `${sheet}${cell === "" ? "" : `!${cell}`} ${code}`;
  const ofBook = findings.filter(({ code }) => code !== "PERIOD_CHANGED");
  const names = [...failed.map(({ invoice }) => invoice), ...gone(), ...ofBook.map(where)];
  return outcome(names, "verify fails", "verify passes");
};

/** What each check of the Checklist looks at. */
export const closingChecks: Readonly<Record<ClosingCheckId, ClosingCheck>> = {
  inputsClean,
  usageComplete,
  nothingHeld,
  reconciled,
  allApproved,
  allIssued,
  verified,
};

/** All documents are final: without that a period cannot be closed, whatever its checklist says. */
export const allFinal: ClosingCheck = ({ documents }) =>
  outcome(documents.filter(isWaiting).map(nameOf), "neither final nor void", "all documents are final");
