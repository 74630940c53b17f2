import { groupBy } from "../../base/groupBy";
import { isIssued } from "../../documents/documentKinds";
import { registerContents, type DocumentRegister, type RegisteredInvoice } from "../../documents/register";
import { hasDraftKey } from "../../documents/draftKey";
import type { ReviewFinding } from "../../review/finding";
import { checkLogs, runsOf } from "../../review/log/logs";
import { isWritten } from "../../review/verify/check";
import { closedPeriodsLogged } from "../../review/verify/checks/closedPeriodsLogged";
import { missingNumbers } from "../../review/verify/checks/missingDocuments";
import { changedState } from "../../review/verify/checks/state";
import { addedUpDifferences } from "../../review/verify/computedDifferences";
import { differenceFinding } from "../../review/verify/differenceFinding";
import { sealedCellFindings } from "../../review/verify/sealFacts";
import { loggedFacts } from "./loggedFacts";
import type { OpenedReview } from "./openReview";

/**
 * What was changed behind the logs, as far as it can be seen without computing anything again: what a run says before it
 * bills on. verify says more.
 */
export interface Tampering {
  /** Of logs and documents. */
  readonly findings: readonly ReviewFinding[];
  /** Documents of which somebody typed the status, and made something else of them. */
  readonly typed: ReadonlyMap<RegisteredInvoice, ReviewFinding>;
}

/** Somebody took an invoice back without the act, and said why: its days are free as they are after it. */
export function isVoidWithReason({ isVoid, reasonCode }: RegisteredInvoice): boolean {
  return isVoid && reasonCode !== undefined;
}

/** An issued document of ours beside its seal; without one its totals beside its lines. */
function changedCells(opened: OpenedReview, document: RegisteredInvoice): ReviewFinding[] {
  if (opened.seals.of(document.invoiceNumber).length > 0 || document.seal !== undefined)
    return sealedCellFindings(opened, document);
  if (document.runId === undefined || document.isVoid || !isIssued(document)) return [];
  return addedUpDifferences(document).map((difference) =>
    differenceFinding(difference, document.invoiceNumber),
  );
}

/** Looks for what was changed behind the logs; a workbook without a log has nothing to compare with. */
export function findTampering(opened: OpenedReview): Tampering {
  const { snapshot, logs, register } = opened;
  if (logs.runLog.length + logs.approvals.length === 0)
    return { findings: checkLogs(logs, runsOf(register)), typed: new Map() };
  const context = loggedFacts(opened);
  const written = register.invoices.filter((document) => isWritten(document, register));
  const typed = written.flatMap((document) => {
    const finding = changedState(document, context);
    return finding ? [[document, finding] as const] : [];
  });
  const numbers = groupBy(written, ({ invoiceNumber }) => invoiceNumber);
  // Of a number that is on two documents nobody can tell whose the lines are.
  const isFinished = (document: RegisteredInvoice) =>
    document.isFinal && !hasDraftKey(document) && numbers.get(document.invoiceNumber)?.length === 1;
  return {
    findings: [
      ...checkLogs(logs, runsOf(register)),
      ...written.filter(isFinished).flatMap((document) => changedCells(opened, document)),
      ...missingNumbers(context),
      ...closedPeriodsLogged({ snapshot, logs }),
    ],
    typed: new Map(typed),
  };
}

/** The register in which numbered documents whose status was typed are what they were: their days stay billed. */
export function keptFinal(register: DocumentRegister, { typed }: Pick<Tampering, "typed">): DocumentRegister {
  const kept = new Set(
    [...typed.keys()].filter((document) => !hasDraftKey(document) && !isVoidWithReason(document)),
  );
  if (kept.size === 0) return register;
  const invoices = register.invoices.map((document) =>
    kept.has(document)
      ? {
          ...document,
          isFinal: true,
          isVoid: false,
          lines: document.lines.map((line) => ({ ...line, isFinal: true })),
        }
      : document,
  );
  const lines = invoices.filter(({ isVoid }) => !isVoid).flatMap((document) => document.lines);
  return { ...register, ...registerContents(invoices, lines) };
}
