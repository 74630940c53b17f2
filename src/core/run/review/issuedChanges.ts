import type { Sha256 } from "../../base/sha256";
import { invoicesTable } from "../../documents/invoices.table";
import type { DocumentRegister, RegisteredInvoice } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import { unheard } from "../../issues/issue";
import { statusLabel } from "../../review/acts/judge";
import { hasDraftKey } from "../../documents/draftKey";
import { historiesOf, readApprovals } from "../../review/log/readApprovals";
import { differencesOf, type Difference } from "../../review/seal/difference";
import { withKeys } from "../../review/seal/part";
import { documentsOnSheets, type SheetDocuments } from "../../review/seal/partsOnSheet";
import { personalOf } from "../../review/seal/personal";
import { readSeals } from "../../review/seal/readSeals";
import { sealedDocument, type SealedDocument } from "../../review/seal/sealedDocument";
import type { ApprovalRecord } from "../../review/tables/approvals.table";
import { paidStatus } from "../../review/verify/checks/state";
import { standingApproval } from "../../review/verify/history";
import { documentTables, trusted } from "../../review/verify/sealFacts";
import { refOf, anyTable } from "../../schema/boundTable";
import { shownText } from "../../schema/column";
import { valueText } from "../../schema/valueText";
import { viewCell } from "../../schema/viewCell";
import type { Settings } from "../../settings/settings";
import { readInputs, type WorkbookInputs } from "../prepareBook";

/** An issued document that is not any more what was sealed, by its cells. */
export interface IssuedChange {
  readonly invoice: string;
  /** No row of Invoices bears its number. */
  readonly isGone: boolean;
  readonly sealed: SealedDocument;
  readonly differences: readonly Difference[];
  /** Cells of a row that is gone which are not sealed: who approved it and when, as Approvals say. */
  readonly marks: ReadonlyMap<string, string>;
}

/** A workbook as far as issued documents are looked at: no usage is read, and nothing is computed. */
export interface IssuedDocuments {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly register: DocumentRegister;
  readonly changes: readonly IssuedChange[];
}

const sent: ReadonlySet<string> = new Set(["issued", "part_paid", "paid"].map(statusLabel));

/** A mark of the row of a document that is another than it should be. */
function markDifference(
  { invoicesBound }: DocumentRegister,
  row: number,
  invoice: string,
  field: "status" | "seal",
  expectedOf: (found: string) => string,
): Difference[] {
  const column = invoicesBound?.columnOf.get(field);
  if (!invoicesBound || column === undefined) return [];
  const found = shownText(viewCell(invoicesBound.grid, row, column));
  const expected = expectedOf(found);
  if (expected === found) return [];
  const { title } = invoicesTable.columns[field];
  const at = refOf(anyTable(invoicesBound), row, column);
  return [{ type: "changed", table: invoicesTable.title, key: invoice, column: title, expected, found, at }];
}

function statusOf(document: RegisteredInvoice | undefined): string {
  return statusLabel(document ? paidStatus(document) : "issued");
}

/** What Invoices says of a document beside what is sealed of it. */
function marksOf(sealed: SealedDocument, history: readonly ApprovalRecord[]): ReadonlyMap<string, string> {
  const { status, seal, approvedBy, approvedAt } = invoicesTable.columns;
  const approval = standingApproval(history);
  return new Map([
    [status.title, statusOf(undefined)],
    ...(sealed.altered.length > 0 ? [] : [[seal.title, sealed.seal] as const]),
    ...(approval
      ? [
          [approvedBy.title, approval.who ?? ""] as const,
          [approvedAt.title, valueText(approvedAt, approval.when)] as const,
        ]
      : []),
  ]);
}

interface Sheets {
  readonly register: DocumentRegister;
  readonly sheets: SheetDocuments;
}

function changeOf(
  { register, sheets }: Sheets,
  sealed: SealedDocument,
  history: readonly ApprovalRecord[],
  sha256: Sha256,
): IssuedChange | undefined {
  const { invoiceNumber: invoice } = sealed;
  const row = sheets.rowOf(invoice);
  const before = trusted(sealed);
  const document = { ...before, parts: before.parts.filter(({ table }) => documentTables.has(table)) };
  if (row === undefined) {
    const differences = differencesOf(document, withKeys(sheets.partsOf(invoice)), sha256);
    return { invoice, isGone: true, sealed, differences, marks: marksOf(sealed, history) };
  }
  const read = register.invoices.find((each) => each.row === row && each.invoiceNumber === invoice);
  const differences = [
    ...markDifference(register, row, invoice, "status", (found) =>
      sent.has(found) ? found : statusOf(read),
    ),
    ...markDifference(register, row, invoice, "seal", (found) =>
      sealed.altered.length > 0 ? found : sealed.seal,
    ),
    ...differencesOf(document, withKeys(sheets.partsOf(invoice)), sha256),
  ];
  return differences.length > 0
    ? { invoice, isGone: false, sealed, differences, marks: new Map() }
    : undefined;
}

/**
 * Issued documents whose rows of Invoices or Invoice lines are not as they were sealed, whatever was typed there: also what
 * cannot be read any more. It is quick, to be asked after every edit; verify says the rest.
 */
export function issuedDocuments(
  snapshot: Snapshot,
  sha256: Sha256,
  { settings, tables, register, usageBound }: WorkbookInputs = readInputs(snapshot, unheard),
): IssuedDocuments {
  const seals = readSeals(snapshot);
  const historyOf = historiesOf(readApprovals(snapshot).rows);
  const numbers = [...new Set(seals.rows.map(({ invoiceNumber }) => invoiceNumber))];
  const issued = numbers.filter(
    (invoiceNumber) => !hasDraftKey({ invoiceNumber }) && historyOf(invoiceNumber).at(-1)?.action !== "void",
  );
  if (issued.length === 0) return { snapshot, settings, register, changes: [] };
  const sheets = documentsOnSheets(register, personalOf({ tables, settings, usageBound }, sha256));
  const changes = issued.flatMap((number) => {
    const sealed = sealedDocument(seals.of(number), sha256);
    return sealed ? (changeOf({ register, sheets }, sealed, historyOf(number), sha256) ?? []) : [];
  });
  return { snapshot, settings, register, changes };
}
