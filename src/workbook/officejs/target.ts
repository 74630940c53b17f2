import { widthOfRows, type PlannedSheet } from "../../core/api";
import type { Extent } from "./extent";

/** An Excel table of a sheet that is to be written. */
export interface TargetTable extends Extent {
  readonly table: Excel.Table;
  readonly name: string;
}

/** What a plan does to a sheet. */
export type Change =
  | { readonly kind: "written"; readonly planned: PlannedSheet }
  /** Single areas of it are written: rows below the last one, and cells. */
  | { readonly kind: "touched"; readonly areas: readonly Extent[] }
  | { readonly kind: "removed" };

/** A sheet that a plan changes, as it is before. */
export interface Target {
  readonly name: string;
  /** Undefined where the sheet is not there yet. */
  readonly sheet: Excel.Worksheet | undefined;
  readonly change: Change;
  /** Rows and columns in use, counted from A1; formats count too. */
  readonly rows: number;
  readonly columns: number;
  readonly tables: readonly TargetTable[];
  /** Shapes of a sheet that is written anew or removed. */
  readonly shapes?: Excel.ShapeCollection;
  /** Charts of a sheet on which the plan draws some. */
  readonly charts?: Excel.ChartCollection;
}

/** Every sheet that a plan changes, by its name in small letters. */
export type Targets = ReadonlyMap<string, Target>;

export const targetOf = (targets: Targets, name: string): Target => targets.get(name.toLowerCase())!;

/** A document to look at, with merged cells and no table. */
export const isDocument = ({ table, merges }: PlannedSheet): boolean =>
  table === undefined && merges !== undefined;

/** The cells that a planned sheet takes. */
export function plannedExtent({ rows }: PlannedSheet): Extent {
  return { row: 0, column: 0, rows: rows.length, columns: widthOfRows(rows) };
}

/** The table of a planned sheet, when the sheet has it already. */
export function existingTable(
  tables: readonly TargetTable[],
  planned: PlannedSheet,
): TargetTable | undefined {
  if (isDocument(planned)) return undefined;
  const headerRow = planned.table?.headerRow ?? 0;
  return tables.find(({ row, column }) => row === headerRow && column === 0);
}
