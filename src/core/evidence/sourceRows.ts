import { CellKind, cellAddress, columnName, type CellRef, type Snapshot } from "../grid/grid";
import type { Decimal } from "../money/decimal";
import { decimalOfDouble, sum } from "../money/decimal";
import { quantityOf } from "../metering/readings";
import { usageCell, type Usage } from "../metering/usage";
import { viewCell } from "../schema/viewCell";
import { sheetReference } from "../sheets/formulas";

/** So many rows are printed one by one; more would be read by nobody, and are added together. */
export const LISTED_ROWS = 12;
/** Areas of cells that one formula adds. */
const MOST_AREAS = 24;

/** A usage row behind an amount. */
export interface SourceRow {
  readonly at: CellRef;
  readonly moment: number;
  readonly quantity: Decimal;
  /** Its cell is a plain number that means just this quantity, so that formulas may refer to it. */
  readonly isPlain: boolean;
}

const noGrid = { kind: CellKind.blank, number: 0, text: "" };

export function sourceRows(snapshot: Snapshot, usage: Usage, rows: Int32Array): SourceRow[] {
  const grids = new Map(snapshot.grids.map((grid) => [grid.sheet, grid]));
  return [...rows].map((row): SourceRow => {
    const at = usageCell(usage, row, "quantity");
    const grid = at.line === undefined ? grids.get(at.sheet) : undefined;
    const { kind, number } = grid ? viewCell(grid, at.row, at.column) : noGrid;
    const quantity = quantityOf(usage, row);
    const isPlain = kind === CellKind.number && decimalOfDouble(number).equals(quantity);
    return { at, moment: usage.moments[row]!, quantity, isPlain };
  });
}

/** `'Usage'!$D$5` */
export const referenceTo = ({ sheet, row, column }: CellRef): string =>
  `${sheetReference(sheet)}!$${columnName(column)}$${String(row + 1)}`;

/** The areas of cells that rows make up one below the other; undefined where a formula cannot add them. */
function areasOf(rows: readonly SourceRow[]): string[] | undefined {
  if (!rows.every(({ isPlain }) => isPlain)) return undefined;
  const cells = rows
    .map(({ at }) => at)
    .sort((a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : a.column - b.column || a.row - b.row));
  const areas: { first: CellRef; last: CellRef }[] = [];
  for (const at of cells) {
    const open = areas.at(-1);
    const goesOn =
      open?.last.sheet === at.sheet && open.last.column === at.column && open.last.row + 1 === at.row;
    if (goesOn) open.last = at;
    else areas.push({ first: at, last: at });
    if (areas.length > MOST_AREAS) return undefined;
  }
  return areas.map(({ first, last }) =>
    first === last
      ? referenceTo(first)
      : `${referenceTo(first)}:$${cellAddress(last).replace(/(\d+)$/, "$$$1")}`,
  );
}

/** What rows come to together, with a formula over their cells where there is one. */
export function sumOfRows(rows: readonly SourceRow[]): {
  readonly value: Decimal;
  readonly formula?: string;
} {
  const value = sum(rows.map(({ quantity }) => quantity));
  const areas = areasOf(rows);
  return areas ? { value, formula: `ROUND(SUM(${areas.join(",")}),9)` } : { value };
}
