import type { DocumentRegister, RegisteredInvoice } from "../../documents/register";
import type { Decimal } from "../../money/decimal";
import type { AbsentFile } from "../../metering/usageFiles";
import type { OpenDocument } from "../../receivables/book";
import type { Ledger } from "../../receivables/ledger";
import type { ComputedFacts, SealFacts } from "../documentFacts";
import type { ReviewFinding } from "../finding";
import type { Logs } from "../log/logs";
import type { ChainRow } from "../log/chainRows";
import type { ApprovalRecord } from "../tables/approvals.table";
import type { ReviewBook } from "../seal/reviewBook";
import type { Formulas } from "./formulas";

/** What checks of documents may ask; what takes long is found out when it is asked for. */
export interface VerifyContext extends ReviewBook {
  readonly logs: Logs;
  /** Files whose rows were billed and are not here. */
  readonly absentFiles: readonly AbsentFile[];
  readonly runOf: (runId: string | undefined) => ChainRow | undefined;
  readonly approvals: readonly ApprovalRecord[];
  readonly historyOf: (document: RegisteredInvoice) => readonly ApprovalRecord[];
  readonly sealOf: (document: RegisteredInvoice) => SealFacts;
  readonly computedOf: (document: RegisteredInvoice) => ComputedFacts;
  /** Undefined where the workbook was read without them. */
  readonly formulas: Formulas | undefined;
  /** What the formulas of the register should say, by row and field. */
  readonly writtenFormulas: () => ReadonlyMap<string, string>;
  /** Undefined in a workbook that keeps no payments. */
  readonly ledger: () => Ledger | undefined;
  /** What posted rows put against each of its documents. */
  readonly posted: () => ReadonlyMap<OpenDocument, Decimal>;
  readonly policyIsSet: boolean;
  /** The Ratebook that verifies. */
  readonly engineVersion: string;
  /** The hash of the inputs as they are, as a run would log it. */
  readonly inputsHash: () => string;
  /** Documents that bear another number than the run gave that made them, with that number. */
  readonly renumbered: () => ReadonlyMap<RegisteredInvoice, string>;
}

/** One thing that verify looks at in a document. A new one is its file and its line in registry.ts. */
export type DocumentCheck = (document: RegisteredInvoice, context: VerifyContext) => readonly ReviewFinding[];

/** One thing that verify looks at in the workbook. */
export type BookCheck = (context: VerifyContext) => readonly ReviewFinding[];

/** Whether a document is a row of Invoices, and not known by its lines alone. */
export function isWritten({ at }: RegisteredInvoice, { invoicesBound }: DocumentRegister): boolean {
  return at.sheet === invoicesBound?.grid.sheet;
}
