import type { Sha256 } from "../../base/sha256";
import type { Snapshot } from "../../grid/grid";
import { chainedApprovals, type ApprovalEntry } from "../../review/log/appendApprovals";
import { readApprovals } from "../../review/log/readApprovals";
import { readSeals } from "../../review/seal/readSeals";
import type { SealRow } from "../../review/seal/seal";
import { approvalColumns, approvalsSheet, type ApprovalsInput } from "../../review/sheets/approvals.sheet";
import {
  errorColumns,
  errorRegisterSheet,
  type ErrorRegisterInput,
} from "../../review/sheets/errorRegister.sheet";
import { sealsSheet } from "../../review/sheets/seals.sheet";
import type { ErrorRecord } from "../../review/tables/errorRegister.table";
import { errorRegisterTable } from "../../review/tables/errorRegister.table";
import { bindTable, type BoundTable } from "../../schema/bind";
import { outputMapping } from "../../schema/outputSheet";
import type { Columns } from "../../schema/table";
import type { AppendedRows, CellEdit, PlannedCell, PlannedSheet } from "../../sheets/plan";
import type { OutputColumn } from "../../sheets/tableSheet";
import { planInputRows } from "../inputRows";

/** What a review writes beside the register. */
export interface ReviewWrites {
  readonly sheets: readonly PlannedSheet[];
  readonly appended: readonly AppendedRows[];
  readonly edits: readonly CellEdit[];
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

/** Rows below those that a table has, whatever the order of its columns; what stands there is not touched. */
function rowsBelow<C extends Columns, Row, Input>(
  bound: BoundTable<C>,
  columns: Readonly<Record<keyof C, OutputColumn<Row, Input>>>,
  rows: readonly Row[],
  input: Input,
  snapshot: Snapshot,
): Pick<ReviewWrites, "appended" | "edits"> {
  const cells = rows.map((row) => {
    const entries = Object.entries(columns) as [string, OutputColumn<Row, Input>][];
    return new Map<string, PlannedCell | null>(
      entries.map(([field, { cell }]) => [field, cell(row, 0, input)]),
    );
  });
  const plan = planInputRows(bound, cells, snapshot);
  // Something stands beside the table where a column would go: rows are written without it.
  if (typeof plan === "string") throw new Error(plan);
  return { appended: plan.appended, edits: plan.edits ?? [] };
}

const nothing = { sheets: [], appended: [], edits: [] };

function approvalWrites(snapshot: Snapshot, entries: readonly ApprovalEntry[], sha256: Sha256): ReviewWrites {
  if (entries.length === 0) return { ...nothing, lastHash: undefined };
  const { bound, rows: before } = readApprovals(snapshot);
  const rows = chainedApprovals(entries, before.at(-1)?.hash ?? "", sha256);
  const lastHash = rows.at(-1)?.hash;
  const input: ApprovalsInput = { snapshot, rows };
  if (!bound) return { ...nothing, sheets: [approvalsSheet.plan(input)], lastHash };
  return { sheets: [], ...rowsBelow(bound, approvalColumns, rows, input, snapshot), lastHash };
}

function errorWrites(snapshot: Snapshot, rows: readonly ErrorRecord[]): Omit<ReviewWrites, "lastHash"> {
  if (rows.length === 0) return nothing;
  const bound = bindTable(
    errorRegisterTable,
    snapshot,
    outputMapping(errorRegisterTable, snapshot),
    () => undefined,
  );
  const input: ErrorRegisterInput = { snapshot, rows };
  if (!bound) return { ...nothing, sheets: [errorRegisterSheet.plan(input)] };
  return { sheets: [], ...rowsBelow(bound, errorColumns, rows, input, snapshot) };
}

function sealWrites(snapshot: Snapshot, { seals, unsealed }: ReviewRows): PlannedSheet[] {
  if (seals.length + unsealed.size === 0) return [];
  const { rows: before, bound } = readSeals(snapshot);
  const replaced = new Set([...unsealed, ...seals.map(({ invoiceNumber }) => invoiceNumber)]);
  const kept = before.filter(({ invoiceNumber }) => !replaced.has(invoiceNumber));
  if (!bound && seals.length === 0) return [];
  return [sealsSheet.plan({ snapshot, rows: [...kept, ...seals] })];
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
