import type { Usage } from "./usage";

type Counted = Pick<Usage, "counts">;

/** Rows of the file that a row of Usage stands for: 1, or as many as were added up when a file was read. */
export function countOf({ counts }: Counted, row: number): number {
  return Math.abs(counts?.[row] ?? 0) || 1;
}

/** The same of several rows: a row of 3 and one of its own are 4. */
export function countRows(usage: Counted, rows: Iterable<number> & { readonly length: number }): number {
  if (!usage.counts) return rows.length;
  let count = 0;
  for (const row of rows) count += countOf(usage, row);
  return count;
}

/** Whether a row is known to be like no other: it was compared with them when its file was read. */
export function isUnlikeOthers({ counts }: Counted, row: number): boolean {
  return (counts?.[row] ?? 0) !== 0;
}

/** Whether the Event IDs of such a row are known to occur once. */
export function hasUniqueIds({ counts }: Counted, row: number): boolean {
  return (counts?.[row] ?? 0) < 0;
}

/** Counts of the rows of a stack of sheets and files; undefined where each row is one. */
export function stackedCounts({ parts }: Usage["bound"], firstRow: number, rowCount: number) {
  if (!parts.some(({ bound }) => bound.grid.file?.counts)) return undefined;
  const counts = new Int32Array(rowCount);
  for (const { bound, firstRow: first, lastRow: last } of parts) {
    const fileCounts = bound.grid.file?.counts?.subarray(bound.firstRow, bound.firstRow + last - first + 1);
    if (fileCounts) counts.set(fileCounts, first - firstRow);
  }
  return counts;
}
