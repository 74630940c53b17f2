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

/**
 * Groups the ready rows by a counting sort: two passes over the rows, one array of indexes. Only pairs of contract and
 * meter that have rows take space: ten thousand contracts with a meter each are as many groups.
 */
export function indexUsage(usage: Usage, contractCount: number): UsageIndex {
  const meterKeys = usage.meterNames.map(nameKey);
  const meterCount = meterKeys.length;
  const groups = new Map<number, number>();
  const groupOf = new Int32Array(usage.rowCount).fill(-1);
  const metersByContract: string[][] = Array.from({ length: contractCount }, () => []);
  const counts: number[] = [];
  for (let row = 0; row < usage.rowCount; row++) {
    const contract = usage.contractOf[row]!;
    if (usage.state[row] !== RowState.ready || !isContract(contract)) continue;
    const key = contract * meterCount + usage.meterOf[row]!;
    let group = groups.get(key);
    if (group === undefined) {
      group = counts.push(0) - 1;
      groups.set(key, group);
    }
    groupOf[row] = group;
    counts[group]!++;
  }
  for (const key of [...groups.keys()].sort((a, b) => a - b)) {
    metersByContract[Math.floor(key / meterCount)]!.push(meterKeys[key % meterCount]!);
  }
  const starts = new Int32Array(counts.length + 1);
  for (const [group, count] of counts.entries()) starts[group + 1] = starts[group]! + count;
  const next = starts.slice(0, -1);
  const order = new Int32Array(starts[counts.length]!);
  for (let row = 0; row < usage.rowCount; row++) {
    const group = groupOf[row]!;
    if (group >= 0) order[next[group]!++] = row;
  }
  const meterIndex = new Map(meterKeys.map((key, index) => [key, index]));
  return {
    rowsOf: (contract, meterKey) => {
      const meter = meterIndex.get(meterKey);
      const group =
        meter === undefined || contract < 0 ? undefined : groups.get(contract * meterCount + meter);
      return group === undefined ? noRows : order.subarray(starts[group], starts[group + 1]);
    },
    metersOf: (contract) => metersByContract[contract] ?? [],
  };
}

/** Whether a row is dated within a period, at any time of its last day too. */
export const isDatedWithin = ({ moments }: Usage, row: number, { from, to }: Period): boolean =>
  moments[row]! >= from && moments[row]! < to + 1;

/** The rows dated within a period. */
export function rowsWithin(usage: Usage, rows: Int32Array, period: Period): Int32Array {
  // Most often all are, and nothing is copied.
  return rows.every((row) => isDatedWithin(usage, row, period))
    ? rows
    : rows.filter((row) => isDatedWithin(usage, row, period));
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
