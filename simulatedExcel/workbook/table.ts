import { lastRowOf, type Area } from "./area";
import type { Sheet } from "./sheet";
import type { FilterState, TrackedArea } from "./tracked";

export interface Table {
  readonly id: string;
  name: string;
  readonly sheet: Sheet;
  /** Header, body and totals. */
  readonly tracked: TrackedArea;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  readonly filter: FilterState;
}

export function areaOf(table: Table): Area {
  return table.tracked.area!;
}

export function headerOf(table: Table): Area {
  return { ...areaOf(table), rows: 1 };
}

export function bodyOf(table: Table): Area {
  const area = areaOf(table);
  const above = table.showHeaders ? 1 : 0;
  const below = table.showTotals ? 1 : 0;
  return { ...area, row: area.row + above, rows: area.rows - above - below };
}

export function totalsOf(table: Table): Area {
  const area = areaOf(table);
  return { ...area, row: lastRowOf(area), rows: 1 };
}
