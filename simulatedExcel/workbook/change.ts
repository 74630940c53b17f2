import type { Area } from "./area";
import type { Sheet } from "./sheet";
import type { Table } from "./table";

/** Who changes the workbook: this decides what events say. */
export interface Origin {
  readonly source: "Local" | "Remote";
  readonly triggerSource: "ThisLocalAddin" | "Unknown";
}

export const byAddIn: Origin = { source: "Local", triggerSource: "ThisLocalAddin" };
export const byUser: Origin = { source: "Local", triggerSource: "Unknown" };
export const byColleague: Origin = { source: "Remote", triggerSource: "Unknown" };

export type CellChange =
  | "RangeEdited"
  | "RowInserted"
  | "RowDeleted"
  | "ColumnInserted"
  | "ColumnDeleted"
  | "CellInserted"
  | "CellDeleted";

/** Something that events may tell of. */
export type Change =
  | { readonly kind: "cells"; readonly sheet: Sheet; readonly area: Area; readonly how: CellChange }
  | { readonly kind: "selection"; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: "activated" | "deactivated" | "sheetAdded" | "sheetDeleted"; readonly sheet: Sheet }
  | {
      readonly kind: "sheetRenamed";
      readonly sheet: Sheet;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: "protection"; readonly sheet: Sheet; readonly isProtected: boolean }
  | { readonly kind: "tableAdded" | "tableDeleted"; readonly table: Table };
