import { nameKey } from "../base/name";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import type { UnderstoodTable } from "./understoodTables";

/** The separator of cells in the key of a row; no cell holds it. */
const UNIT = "\u001f";

/**
 * Whether rows of Usage differ in nothing but columns that nothing reads: without these they would be the same row twice,
 * and be billed once. When a row arrived does not count.
 */
export function tellsRowsApart(usage: readonly UnderstoodTable[]): boolean {
  if (usage.every(({ others }) => others.size === 0)) return false;
  const byRead = new Set<string>();
  const byAll = new Set<string>();
  for (const { bound, columns, others } of usage) {
    const { grid, firstRow, lastRow, skipped, columnOf } = bound;
    const received = columnOf.get("received");
    const read = [...columns].filter((column) => column !== received);
    const more = [...others]
      .sort(([, a], [, b]) => (nameKey(a) < nameKey(b) ? -1 : 1))
      .map(([column]) => column);
    for (let row = firstRow; row <= lastRow; row++) {
      if (skipped.has(row)) continue;
      const textOf = (column: number) => shownText(viewCell(grid, row, column));
      const key = read.map(textOf).join(UNIT);
      byRead.add(key);
      byAll.add([key, ...more.map(textOf)].join(UNIT));
    }
  }
  return byAll.size > byRead.size;
}
