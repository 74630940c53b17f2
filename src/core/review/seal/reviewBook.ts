import type { CatalogTables } from "../../catalog/readTables";
import type { Catalog } from "../../catalog/records";
import type { DocumentRegister } from "../../documents/register";
import type { Snapshot } from "../../grid/grid";
import type { Meters } from "../../metering/meters";
import { RowState } from "../../metering/usage";
import type { MeteredUsage } from "../../rating/ratingContext";
import type { Settings } from "../../settings/settings";
import type { InputRows } from "./inputRows";
import type { Part, UnkeyedPart } from "./part";
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
  readonly inputRows: InputRows;
  /** The settings that decide documents: they are the same for all. */
  readonly settingParts: () => readonly UnkeyedPart[];
  /** Inputs of documents that have been put together, by what they depend on. */
  readonly knownInputs: Map<string, readonly Part[]>;
  readonly personal: Personal;
  readonly sha256: Sha256;
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
