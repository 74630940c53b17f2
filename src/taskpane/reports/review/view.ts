import { usageCellsOf, type CellRef, type WritePlan } from "../../../core/api";
import type { RunDetails } from "../../session/choice";
import { invoiceRowView } from "../../session/invoiceRowView";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import type { InvoiceRowView } from "../../session/views";
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

/** Every document of the workbook, and those of the last preview. */
export function view({ documents, documentContext }: SessionWorkbook): readonly InvoiceRowView[] {
  return documents.map((invoice) => invoiceRowView(invoice, documentContext));
}

export function invoice(workbook: SessionWorkbook, number: string): InvoiceView {
  return invoiceView(workbook.document(number), workbook.documentContext);
}

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

/** What a credit would write, or why it cannot be. */
export const credit = (workbook: SessionWorkbook, number: string, request: CreditRequest): CreditPreview =>
  previewCredit(workbook, number, request);

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
