import type { ReadTable } from "../../catalog/readTable";
import type { CatalogTables } from "../../catalog/readTables";
import type { Catalog } from "../../catalog/records";
import type { DocumentRegister } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import type { Meters } from "../../metering/meters";
import { RowState } from "../../metering/usage";
import type { MeteredUsage } from "../../rating/ratingContext";
import type { BoundTable } from "../../schema/bind";
import type { Columns } from "../../schema/table";
import type { Settings } from "../../settings/settings";
import type { Personal } from "./personal";
import type { Sha256 } from "../../base/sha256";

/** A workbook as review reads it: inputs resolved, documents, and what of it is personal. */
export interface ReviewBook {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly tables: CatalogTables;
  readonly catalog: Catalog;
  readonly meters: Meters;
  readonly contractIndex: ReadonlyMap<string, number>;
  readonly register: DocumentRegister;
  readonly metered: MeteredUsage | undefined;
  /** Rows of Usage of a contract that are billed or cannot be read, in sheet order; repeats are left out. */
  readonly usageRowsOf: (contract: number) => readonly number[];
  readonly personal: Personal;
  readonly sha256: Sha256;
}

/** A row of an input table, whether all of it could be read or not. */
export interface InputRow<C extends Columns> {
  readonly bound: BoundTable;
  readonly row: number;
  readonly fields: Partial<ReadTable<C>["good"][number]>;
}

/** All rows of a table, those with a fault too, from the top. */
export function rowsOf<C extends Columns>({ bound, good, bad }: ReadTable<C>): InputRow<C>[] {
  if (!bound) return [];
  const table = bound as unknown as BoundTable;
  const read = good.map((fields) => ({ bound: table, row: fields.row, fields }));
  return [...read, ...bad.map(({ row, fields }) => ({ bound: table, row, fields }))].sort(
    (a, b) => a.row - b.row,
  );
}

/** Finds the rows of contracts; all rows are gone through once, when the first contract is asked for. */
export function usageRows(metered: MeteredUsage | undefined): ReviewBook["usageRowsOf"] {
  let byContract: Map<number, number[]> | undefined;
  const group = (): Map<number, number[]> => {
    const groups = new Map<number, number[]>();
    if (!metered) return groups;
    const { contractOf, state, rowCount } = metered.usage;
    for (let row = 0; row < rowCount; row++) {
      if (state[row] !== RowState.ready && state[row] !== RowState.rejected) continue;
      const rows = groups.get(contractOf[row]!);
      if (rows) rows.push(row);
      else groups.set(contractOf[row]!, [row]);
    }
    return groups;
  };
  return (contract) => (byContract ??= group()).get(contract) ?? [];
}
