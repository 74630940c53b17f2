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

/** The rows about a document, oldest first, by its number. */
export type Histories = (invoiceNumber: string) => ApprovalRecord[];

/**
 * Finds the rows about documents under all the numbers that each had: those of its key count until it was numbered. A
 * book of years has ten thousand documents with three rows each, so that rows are looked up and not gone through.
 */
export function historiesOf(rows: readonly ApprovalRecord[]): Histories {
  const positionsOf = new Map<string, number[]>();
  const lastRenaming = new Map<string, number>();
  for (const [position, { invoiceNumber, was }] of rows.entries()) {
    const positions = positionsOf.get(invoiceNumber);
    if (positions) positions.push(position);
    else positionsOf.set(invoiceNumber, [position]);
    if (was !== undefined) lastRenaming.set(was, position);
  }
  return (invoiceNumber) => {
    // A key that was numbered once began anew as another draft: what came before is not its own.
    const first = lastRenaming.get(invoiceNumber) ?? -1;
    const history: ApprovalRecord[] = [];
    let number: string | undefined = invoiceNumber;
    let before = rows.length;
    while (number !== undefined) {
      const isAsked = number === invoiceNumber;
      const positions: readonly number[] = positionsOf.get(number) ?? [];
      number = undefined;
      for (const position of [...positions].reverse()) {
        if (position >= before || (isAsked && position < first)) continue;
        const row = rows[position]!;
        history.unshift(row);
        before = position;
        if (row.was === undefined || row.was === row.invoiceNumber) continue;
        number = row.was;
        break;
      }
    }
    return history;
  };
}
