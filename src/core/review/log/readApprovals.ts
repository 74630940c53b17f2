import type { Snapshot } from "../../grid/grid";
import { bindTable, type BoundTable } from "../../schema/bind";
import { outputMapping } from "../../schema/outputSheet";
import { readRecords } from "../../schema/readRecords";
import { approvalsTable, type ApprovalRecord } from "../tables/approvals.table";
import { unheard } from "../../issues/issue";

/** What was done to documents, from the first act to the last. */
export interface Approvals {
  readonly bound: BoundTable<(typeof approvalsTable)["columns"]> | undefined;
  readonly rows: readonly ApprovalRecord[];
}

export function readApprovals(snapshot: Snapshot): Approvals {
  const bound = bindTable(approvalsTable, snapshot, outputMapping(approvalsTable, snapshot), unheard);
  return { bound, rows: bound ? readRecords(bound, () => [], unheard).good : [] };
}

/** The rows about a document under all the numbers that it had, oldest first: those of its key count until it was numbered. */
export function historyOf(rows: readonly ApprovalRecord[], invoiceNumber: string): ApprovalRecord[] {
  const history: ApprovalRecord[] = [];
  let number = invoiceNumber;
  for (const row of [...rows].reverse()) {
    if (row.invoiceNumber !== number) continue;
    // A key that was numbered once began anew as another draft: what came before is not its own.
    if (number === invoiceNumber && isRenamedAway(rows, row, number)) break;
    history.unshift(row);
    if (row.was !== undefined) number = row.was;
  }
  return history;
}

/** Whether a later row took the number of a row away from its document. */
function isRenamedAway(rows: readonly ApprovalRecord[], row: ApprovalRecord, number: string): boolean {
  return rows.slice(rows.indexOf(row) + 1).some(({ was }) => was === number);
}
