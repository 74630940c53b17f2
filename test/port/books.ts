import { cellAddress, type Snapshot, type WritePlan } from "../../src/core/api";
import { viewCell } from "../../src/core/schema/bind";
import type { WorkbookPort } from "../../src/workbook/port/port";

export const noPlan: WritePlan = { sheets: [], removedSheets: [], appended: [] };

export async function readBy(port: WorkbookPort): Promise<Snapshot> {
  const read = await port.read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

/** Applies a plan made from the workbook as it is; a test that expects no failure ends here if there is one. */
export async function applyTo(port: WorkbookPort, planOf: (book: Snapshot) => WritePlan) {
  const before = await readBy(port);
  const written = await port.apply(planOf(before), before);
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return written.value;
}

/** Cells by sheet and address, as kind and content; `leftAside` are addresses that are not looked at. */
export function cellsOf(
  book: Snapshot,
  leftAside: ReadonlySet<string> = new Set(),
): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {};
  for (const grid of book.grids)
    for (let row = 0; row < grid.rowCount; row++)
      for (let column = 0; column < grid.columns.length; column++) {
        const { kind, number, text } = viewCell(grid, row, column);
        const address = `${grid.sheet}!${cellAddress({ row, column })}`;
        if (kind !== 0 && !leftAside.has(address))
          cells[address] = `${String(kind)} ${text || String(number)}`;
      }
  return cells;
}

/** Excel tables in one order, whatever the adapter's. */
export const tablesOf = (book: Snapshot) => [...book.tables].sort((a, b) => (a.name < b.name ? -1 : 1));
