import type { Day } from "../calendar/day";
import type { Period } from "../calendar/period";
import { nameKey } from "../base/name";
import { isContract, RowState, type Usage } from "./usage";

/** The rows that can be billed, grouped by contract and usage meter, so that a price finds its rows at once. */
export interface UsageIndex {
  /** Rows of a contract and a usage meter (by key), in sheet order. */
  readonly rowsOf: (contract: number, meterKey: string) => Int32Array;
  /** Keys of the usage meters that a contract has rows of. */
  readonly metersOf: (contract: number) => readonly string[];
}

const noRows = new Int32Array(0);

/** Groups the ready rows by a counting sort: two passes over the rows, one array of indexes. */
export function indexUsage(usage: Usage, contractCount: number): UsageIndex {
  const meterCount = usage.meterNames.length;
  const starts = new Int32Array(contractCount * meterCount + 1);
  const isIndexed = (row: number) =>
    usage.state[row] === RowState.ready && isContract(usage.contractOf[row]!);
  const groupOf = (row: number) => usage.contractOf[row]! * meterCount + usage.meterOf[row]!;
  for (let row = 0; row < usage.rowCount; row++) {
    if (isIndexed(row)) starts[groupOf(row) + 1]!++;
  }
  for (let group = 1; group < starts.length; group++) starts[group]! += starts[group - 1]!;
  const next = starts.slice(0, -1);
  const order = new Int32Array(starts[starts.length - 1]!);
  for (let row = 0; row < usage.rowCount; row++) {
    if (isIndexed(row)) order[next[groupOf(row)]!++] = row;
  }
  const meterIndex = new Map(usage.meterNames.map((name, index) => [nameKey(name), index]));
  return {
    rowsOf: (contract, meterKey) => {
      const meter = meterIndex.get(meterKey);
      if (meter === undefined || contract < 0) return noRows;
      const group = contract * meterCount + meter;
      return order.subarray(starts[group], starts[group + 1]);
    },
    metersOf: (contract) =>
      usage.meterNames
        .filter(
          (_, meter) => starts[contract * meterCount + meter]! < starts[contract * meterCount + meter + 1]!,
        )
        .map(nameKey),
  };
}

/** The rows dated within a period. */
export function rowsWithin(usage: Usage, rows: Int32Array, { from, to }: Period): Int32Array {
  return rows.filter((row) => usage.moments[row]! >= from && usage.moments[row]! < to + 1);
}

/** First and last day of the rows; undefined for none. */
export function spanOf(usage: Usage, rows: Int32Array): Period | undefined {
  let from: Day = Infinity;
  let to: Day = -Infinity;
  for (const row of rows) {
    const day = Math.floor(usage.moments[row]!);
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return from <= to ? { from, to } : undefined;
}
