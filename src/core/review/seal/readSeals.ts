import { groupBy } from "../../base/groupBy";
import type { Snapshot } from "../../grid/grid";
import { bindTable, type BoundTable } from "../../schema/bind";
import { outputMapping } from "../../schema/outputSheet";
import { readRecords } from "../../schema/readRecords";
import { sealsTable, type SealRecord } from "../tables/seals.table";
import { unheard } from "../../issues/issue";

/** The rows of Seals by document. */
export interface Seals {
  readonly bound: BoundTable<(typeof sealsTable)["columns"]> | undefined;
  readonly rows: readonly SealRecord[];
  /** Rows of the sheet that cannot be read, kept as they are. */
  readonly unreadable: readonly number[];
  readonly of: (invoiceNumber: string) => readonly SealRecord[];
}

export function readSeals(snapshot: Snapshot): Seals {
  const bound = bindTable(sealsTable, snapshot, outputMapping(sealsTable, snapshot), unheard);
  const { good: rows, bad } = bound ? readRecords(bound, () => [], unheard) : { good: [], bad: [] };
  const byDocument = groupBy(rows, ({ invoiceNumber }) => invoiceNumber);
  return {
    bound,
    rows,
    unreadable: bad.map(({ row }) => row),
    of: (invoiceNumber) => byDocument.get(invoiceNumber) ?? [],
  };
}
