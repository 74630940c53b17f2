import type { Sha256 } from "../../base/sha256";
import type { Snapshot } from "../../grid/grid";
import { unheard } from "../../issues/issue";
import { chainedApprovals, type ApprovalEntry } from "../../review/log/appendApprovals";
import { chainRows } from "../../review/log/chainRows";
import { readApprovals } from "../../review/log/readApprovals";
import { readSeals } from "../../review/seal/readSeals";
import type { SealRow } from "../../review/seal/seal";
import { approvalColumns, approvalsSheet } from "../../review/sheets/approvals.sheet";
import { errorColumns, errorRegisterSheet } from "../../review/sheets/errorRegister.sheet";
import { sealsSheet } from "../../review/sheets/seals.sheet";
import { approvalsTable } from "../../review/tables/approvals.table";
import { errorRegisterTable, type ErrorRecord } from "../../review/tables/errorRegister.table";
import { bindTable } from "../../schema/bind";
import { outputMapping } from "../../schema/outputSheet";
import type { PlannedSheet } from "../../sheets/plan";
import { addedRows, type AddedRows } from "./addedRows";

/** What a review writes beside the register. */
export interface ReviewWrites extends AddedRows {
  /** Hash of the last row of Approvals, where rows were added. */
  readonly lastHash: string | undefined;
}

interface ReviewRows {
  readonly approvals: readonly ApprovalEntry[];
  readonly errors: readonly ErrorRecord[];
  /** New rows of Seals, and the documents whose old ones go. */
  readonly seals: readonly SealRow[];
  readonly unsealed: ReadonlySet<string>;
}

function approvalWrites(snapshot: Snapshot, entries: readonly ApprovalEntry[], sha256: Sha256): ReviewWrites {
  const { bound } = readApprovals(snapshot);
  // The last row may be one that cannot be read: what follows it follows its hash.
  const last = entries.length === 0 ? undefined : chainRows(approvalsTable, snapshot, sha256).at(-1);
  const rows = chainedApprovals(entries, last?.hash ?? "", sha256);
  const target = { bound, columns: approvalColumns, sheet: approvalsSheet };
  return { ...addedRows(target, { snapshot, rows }), lastHash: rows.at(-1)?.hash };
}

function errorWrites(snapshot: Snapshot, rows: readonly ErrorRecord[]): AddedRows {
  const bound = bindTable(errorRegisterTable, snapshot, outputMapping(errorRegisterTable, snapshot), unheard);
  return addedRows({ bound, columns: errorColumns, sheet: errorRegisterSheet }, { snapshot, rows });
}

function sealWrites(snapshot: Snapshot, { seals, unsealed }: ReviewRows): PlannedSheet[] {
  if (seals.length + unsealed.size === 0) return [];
  const { rows: before, bound, unreadable } = readSeals(snapshot);
  const replaced = new Set([...unsealed, ...seals.map(({ invoiceNumber }) => invoiceNumber)]);
  const kept = before.filter(({ invoiceNumber }) => !replaced.has(invoiceNumber));
  if (!bound && seals.length === 0) return [];
  return [sealsSheet.plan({ snapshot, rows: [...kept, ...seals], unreadable })];
}

/** What is written of a review: rows of Approvals below the last, the Error register, and Seals. */
export function reviewWrites(snapshot: Snapshot, rows: ReviewRows, sha256: Sha256): ReviewWrites {
  const approvals = approvalWrites(snapshot, rows.approvals, sha256);
  const errors = errorWrites(snapshot, rows.errors);
  return {
    sheets: [...approvals.sheets, ...errors.sheets, ...sealWrites(snapshot, rows)],
    appended: [...approvals.appended, ...errors.appended],
    edits: [...approvals.edits, ...errors.edits],
    lastHash: approvals.lastHash,
  };
}
