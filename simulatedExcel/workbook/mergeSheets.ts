import { wholeSheet } from "./area";
import type { Sheet } from "./sheet";
import type { TrackedArea } from "./tracked";
import type { Workbook } from "./workbook";

/** Copies sheets of another workbook in; taken names get a number. */
export function mergeSheets(
  book: Workbook,
  source: Workbook,
  sheets: readonly Sheet[],
  position: number,
): Sheet[] {
  return sheets.map((from, offset) => {
    const to = book.addSheet(book.freeNameLike(from.name), position + offset);
    const moved = copySheet(from, to);
    for (const table of source.tables.filter(({ sheet }) => sheet === from)) {
      const tracked = moved(table.tracked)!;
      const name = freeName(book, table.name);
      const id = `{00000000-0001-4000-8000-${book.newId().padStart(12, "0")}}`;
      book.tables.push({ ...table, id, name, sheet: to, tracked, filter: { tracked, criteria: new Map() } });
    }
    for (const name of source.names) {
      if (name.target?.sheet !== from) continue;
      const tracked = moved(name.target.tracked);
      const isTaken = isTakenName(book, name.name);
      const scope = name.scope || isTaken ? to : undefined;
      if (tracked) book.names.push({ ...name, scope, target: { sheet: to, tracked } });
    }
    return to;
  });
}

function isTakenName(book: Workbook, name: string): boolean {
  return [...book.tables, ...book.names].some((holder) => holder.name.toLowerCase() === name.toLowerCase());
}

function freeName(book: Workbook, name: string): string {
  let free = name;
  for (let number = 2; isTakenName(book, free); number++) free = `${name}_${String(number)}`;
  return free;
}

/** @returns where the tracked areas of the one are in the other */
function copySheet(from: Sheet, to: Sheet): (tracked: TrackedArea | undefined) => TrackedArea | undefined {
  const copies = new Map<TrackedArea, TrackedArea>();
  const moved = (tracked: TrackedArea | undefined): TrackedArea | undefined => {
    if (!tracked?.area) return undefined;
    const copy = copies.get(tracked) ?? to.track(tracked.area);
    copies.set(tracked, copy);
    return copy;
  };
  const { visibility, tabColor, showGridlines, showHeadings, frozen, protection } = from;
  Object.assign(to, { visibility, tabColor, showGridlines, showHeadings, frozen, protection });
  for (const { row, column, cell } of from.grid.cellsIn(wholeSheet)) to.grid.put(row, column, cell);
  for (const axis of ["rows", "columns"] as const) {
    const [source, target] = [from.grid[axis], to.grid[axis]];
    for (const [line, size] of source.sizes) target.sizes.set(line, size);
    for (const [line, style] of source.styles) target.styles.set(line, style);
    for (const line of source.hidden) target.hidden.add(line);
  }
  for (const merge of from.merges) {
    const copy = moved(merge);
    if (copy) to.merges.push(copy);
  }
  for (const { area, validation } of from.validations) {
    const copy = { area, validation };
    to.tracked.add(copy);
    to.validations.push(copy);
  }
  for (const [name, value] of from.page.settings) to.page.settings.set(name, value);
  for (const [name, value] of from.page.texts) to.page.texts.set(name, value);
  to.page.printArea = moved(from.page.printArea);
  to.page.titleRows = moved(from.page.titleRows);
  to.page.titleColumns = moved(from.page.titleColumns);
  to.shapes.push(...from.shapes.map((shape) => ({ ...shape, properties: new Map(shape.properties) })));
  return moved;
}
