import { isIssued } from "../../documents/documentKinds";
import { registerContents, type DocumentRegister, type RegisteredInvoice } from "../../documents/register";
import { hasDraftKey } from "../../review/acts/numbers";
import type { ReviewFinding } from "../../review/finding";
import { checkLogs, runsOf } from "../../review/log/logs";
import { isWritten } from "../../review/verify/check";
import { closedPeriodsLogged } from "../../review/verify/checks/closedPeriodsLogged";
import { missingNumbers } from "../../review/verify/checks/missingDocuments";
import { setBack } from "../../review/verify/checks/state";
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
  /** Documents that were final and have been set back by hand. */
  readonly setBack: ReadonlyMap<RegisteredInvoice, ReviewFinding>;
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
    return { findings: checkLogs(logs, runsOf(register)), setBack: new Map() };
  const context = loggedFacts(opened);
  const written = register.invoices.filter((document) => isWritten(document, register));
  const back = written.flatMap((document) => {
    const finding = setBack(document, context);
    return finding ? [[document, finding] as const] : [];
  });
  const isFinished = (document: RegisteredInvoice) => document.isFinal && !hasDraftKey(document);
  return {
    findings: [
      ...checkLogs(logs, runsOf(register)),
      ...written.filter(isFinished).flatMap((document) => changedCells(opened, document)),
      ...missingNumbers(context),
      ...closedPeriodsLogged({ snapshot, logs }),
    ],
    setBack: new Map(back),
  };
}

/** The register in which numbered documents that were set back by hand are what they were: their days stay billed. */
export function keptFinal(
  register: DocumentRegister,
  { setBack: documents }: Pick<Tampering, "setBack">,
): DocumentRegister {
  const numbered = new Set([...documents.keys()].filter((document) => !hasDraftKey(document)));
  if (numbered.size === 0) return register;
  const invoices = register.invoices.map((document) =>
    numbered.has(document)
      ? { ...document, isFinal: true, lines: document.lines.map((line) => ({ ...line, isFinal: true })) }
      : document,
  );
  const lines = invoices.filter(({ isVoid }) => !isVoid).flatMap((document) => document.lines);
  return { ...register, ...registerContents(invoices, lines) };
}
