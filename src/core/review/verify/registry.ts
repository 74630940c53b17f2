import { changedUsageFiles } from "./absentUsage";
import type { BookCheck, DocumentCheck } from "./check";
import { closedPeriodsLogged } from "./checks/closedPeriodsLogged";
import { closedUsage } from "./checks/closedUsage";
import { computation } from "./checks/computation";
import { duplicateNumber } from "./checks/duplicateNumber";
import { formulas } from "./checks/formulas";
import { inputs } from "./checks/inputs";
import { loggedSeal } from "./checks/loggedSeal";
import { missingDocuments } from "./checks/missingDocuments";
import { accepted, redacted } from "./checks/notes";
import { paid } from "./checks/paid";
import { printed } from "./checks/printed";
import { sealed } from "./checks/sealed";
import { state } from "./checks/state";

/** What verify looks at in each document, in the order in which findings are shown. */
export const documentChecks: readonly DocumentCheck[] = [
  duplicateNumber,
  sealed,
  loggedSeal,
  computation,
  formulas,
  inputs,
  state,
  paid,
  printed,
  accepted,
  redacted,
];

/** Of these, what asks for the usage that a document bills. */
export const usageChecks: ReadonlySet<DocumentCheck> = new Set([computation, inputs]);

/** What it looks at in the workbook. */
export const bookChecks: readonly BookCheck[] = [
  missingDocuments,
  changedUsageFiles,
  closedUsage,
  closedPeriodsLogged,
];
