import {
  usageCellsOf,
  type ActId,
  type CellRef,
  type RegisteredInvoice,
  type Snapshot,
  type WritePlan,
} from "../../../core/api";
import type { RunDetails } from "../../session/choice";
import { invoiceRowView } from "../../session/invoiceRowView";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import type { InvoiceRowView } from "../../session/views";
import { actsFor, actView, planOfAct, type ActRequest, type ActView } from "./view/actView";
import { changesView, planOfEvidence, type ChangesView } from "./view/changesView";
import {
  creditableView,
  planOfApproval,
  planOfCredit,
  previewCredit,
  type CreditableView,
  type CreditPreview,
  type CreditRequest,
} from "./view/creditView";
import { invoiceView, type InvoiceView } from "./view/invoiceView";
import { issuedView, planOfRestore, type IssuedView } from "./view/issuedView";
import { lineOfCell, type InvoiceLine } from "./view/lineOfCell";

export interface ExplanationView {
  readonly sentence: string;
  readonly tiers: readonly string[];
  readonly rounding: string;
  readonly price: CellRef | undefined;
  readonly rows: readonly { readonly at: CellRef; readonly quantity: string }[];
  readonly rowCount: number;
  /** What the workbook shows, where it differs from what its inputs give. */
  readonly differsFrom: string | undefined;
}

/** A document with the acts that its state takes. */
export interface ReviewRowView extends InvoiceRowView {
  readonly acts: readonly ActId[];
}

export interface ReviewedView extends InvoiceView {
  readonly acts: readonly ActId[];
}

/** What stands in no sheet yet is done nothing to. */
const actsOn = (workbook: SessionWorkbook, invoice: RegisteredInvoice, isWritten: boolean) =>
  isWritten ? actsFor(workbook.survey.inputs.register, invoice) : [];

/** Every document of the workbook, and those of the last preview. */
export function view(workbook: SessionWorkbook): readonly ReviewRowView[] {
  return workbook.documents.map((each) => {
    const row = invoiceRowView(each, workbook.documentContext);
    return { ...row, acts: actsOn(workbook, each, row.isWritten) };
  });
}

export function invoice(workbook: SessionWorkbook, number: string): ReviewedView {
  const document = workbook.document(number);
  const shown = invoiceView(document, workbook.documentContext);
  return { ...shown, acts: actsOn(workbook, document, shown.isWritten) };
}

/** What an act would do to each document, or why it would not. */
export const act = (workbook: SessionWorkbook, request: ActRequest): ActView => actView(workbook, request);

/** Does an act to the documents for which nothing speaks against it. */
export const actPlan = (workbook: SessionWorkbook, request: ActRequest, details: RunDetails): WritePlan =>
  planOfAct(workbook, request, details);

/** What changed of a document since it was sealed. */
export const changes = (workbook: SessionWorkbook, number: string): ChangesView =>
  changesView(workbook, number);

/** Issued documents that are not what was sealed; of a workbook that was read after the one that is open, where it is given. */
export const issuedChanges = (workbook: SessionWorkbook, now?: Snapshot): IssuedView =>
  issuedView(workbook, now);

/** Puts changed issued documents back to what was sealed. */
export const restorePlan = (workbook: SessionWorkbook): WritePlan => planOfRestore(workbook);

export const evidencePlan = (workbook: SessionWorkbook, number: string): WritePlan =>
  planOfEvidence(workbook, number);

/** How the amount of a line came about. */
export function explain(workbook: SessionWorkbook, number: string, line: number): ExplanationView {
  const explained = workbook.explainLine(number, line);
  const { sentence, tiers, rounding, price, rows, rowCount, differsFrom } = explained;
  return { sentence, tiers, rounding, price, rows, rowCount, differsFrom };
}

/** All cells of usage behind a line, for selecting them. */
export function usageCells(workbook: SessionWorkbook, number: string, line: number): readonly CellRef[] {
  return usageCellsOf(workbook.trace(number), line);
}

/** The invoice line that a cell belongs to; undefined for any other cell. */
export function lineAt({ survey, snapshot }: SessionWorkbook, cell: CellRef): InvoiceLine | undefined {
  return lineOfCell(cell, survey.inputs.register.invoices, snapshot);
}

/** What is left to credit of an issued invoice. */
export const creditable = (workbook: SessionWorkbook, number: string): CreditableView =>
  creditableView(workbook, number);

/** What a credit by somebody would write, or why it cannot be. */
export const credit = (
  workbook: SessionWorkbook,
  number: string,
  request: CreditRequest,
  by: string,
): CreditPreview => previewCredit(workbook, number, request, by);

/** Issues a credit note that waited for another person. */
export const approvalPlan = (workbook: SessionWorkbook, number: string, details: RunDetails): WritePlan =>
  planOfApproval(workbook, number, details);

/** Writes the credit note, and for a rebill the draft that takes the place of its invoice. */
export const creditPlan = (
  workbook: SessionWorkbook,
  number: string,
  request: CreditRequest,
  details: RunDetails,
): WritePlan => planOfCredit(workbook, number, request, details);
