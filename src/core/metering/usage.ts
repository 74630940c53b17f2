import type { CellRef } from "../grid/grid";
import type { Decimal } from "../money/decimal";
import { anyTable, refOf } from "../schema/boundTable";
import type { UsageTable } from "./bindUsage";
import type { UsageColumns } from "./usage.table";

/** What became of a usage row when it was read; later stages only narrow `ready`. */
export const RowState = {
  blank: 0,
  ready: 1,
  rejected: 2,
  duplicate: 3,
} as const;

/** contractOf of a row that names no contract that can be found: it holds no invoice and is a finding. */
export const NO_CONTRACT = -1;
/** contractOf of a row of one of several contracts, or of one whose own row cannot be read: those are held. */
export const UNSETTLED_CONTRACT = -2;
/** meterOf of a row that names no meter: it is rejected, and counted with those of no meter. */
export const NO_METER = -1;

/** Whether a contract was found for a row, by its contractOf. */
export function isContract(contract: number): boolean {
  return contract >= 0;
}

/**
 * Usage as columns, one entry a sheet row from `firstRow`. Contracts and meters are indexes; quantities are integers
 * of a millionth (scaledQuantity.ts), the few that do not fit are in `wide`.
 */
export interface Usage {
  readonly bound: UsageTable;
  readonly firstRow: number;
  readonly rowCount: number;
  readonly state: Uint8Array;
  /** Index into the catalog's contracts, or NO_CONTRACT or UNSETTLED_CONTRACT. */
  readonly contractOf: Int32Array;
  /** Index into meterNames, or NO_METER. */
  readonly meterOf: Int32Array;
  readonly meterNames: readonly string[];
  /** Serial with the time of day as its fraction; NaN where the date cannot be read. */
  readonly moments: Float64Array;
  readonly scaled: Float64Array;
  readonly wide: ReadonlyMap<number, Decimal>;
  /** Day of the Received column, 0 where there is none. */
  readonly received: Int32Array;
  /** Rows of a file that a row stands for, by foldedRows.ts; undefined where each row is one. */
  readonly counts?: Int32Array | undefined;
}

/** Where a usage row's field is, in its sheet or file. */
export function usageCell(
  usage: Pick<Usage, "bound" | "firstRow">,
  row: number,
  field: keyof UsageColumns,
): CellRef {
  const { columnOf } = usage.bound;
  const column = columnOf.get(field) ?? columnOf.get("meter") ?? 0;
  return refOf(anyTable(usage.bound), usage.firstRow + row, column);
}
