import { cellAddress } from "../../core/api";
import { failureOfSheet } from "../port/failures";
import type { PortFailureCode } from "../port/port";
import { answered } from "./answers";
import type { Extent } from "./extent";
import { Stop } from "./failures";
import { isPicture } from "./pictures";
import { existingTable, type Target } from "./target";

/** Refuses a write before anything is written, in a sentence that names the sheet and what to do. */
function refuse(sheet: string, code: PortFailureCode, message: string): never {
  throw new Stop(failureOfSheet(sheet, code, message));
}

/**
 * Protected, filtered and hidden sheets: written to, they would fail half way or take rows that nobody sees, unless the
 * sheet is meant to be hidden.
 */
export function refuseSheet(sheet: Excel.Worksheet, isMeantHidden: boolean): void {
  const { name } = sheet;
  const visibility = answered(sheet, "visibility");
  if (answered(sheet.protection, "protected"))
    refuse(
      name,
      "PROTECTED_SHEET",
      `The sheet “${name}” is protected; unprotect it (Review > Unprotect Sheet) and try again.`,
    );
  const filters = [sheet.autoFilter, ...sheet.tables.items.map(({ autoFilter }) => autoFilter)];
  if (filters.some((filter) => answered(filter, "isDataFiltered")))
    refuse(
      name,
      "FILTERED",
      `A filter hides rows of the sheet “${name}”; clear it (Data > Clear) and try again.`,
    );
  if (visibility === "Hidden" && !isMeantHidden)
    refuse(
      name,
      "HIDDEN",
      `The sheet “${name}” is hidden; show it (right-click a sheet tab > Unhide) and try again.`,
    );
  if (visibility === "VeryHidden")
    refuse(
      name,
      "HIDDEN",
      `The sheet “${name}” is hidden by a macro, so Unhide does not list it; make it visible in the Visual Basic editor (Alt+F11) and try again.`,
    );
}

/** Numbers of what undo could not bring back when its sheet is removed, by what it is. */
export type Removable = Readonly<Record<string, OfficeExtension.ClientResult<number>>>;

export function askRemovable(sheet: Excel.Worksheet): Removable {
  return {
    "a chart": sheet.charts.getCount(),
    "a comment": sheet.comments.getCount(),
    "a PivotTable": sheet.pivotTables.getCount(),
    "a conditional format": sheet.getRange().conditionalFormats.getCount(),
  };
}

/** A sheet that goes must not take anything along that undo could not bring back. */
export function refuseLost(
  { name }: Excel.Worksheet,
  counts: Removable,
  shapes: Excel.ShapeCollection,
): void {
  const counted = Object.keys(counts).find((kind) => counts[kind]!.value > 0);
  const content = counted ?? (!shapes.items.every(isPicture) ? "a shape" : undefined);
  if (content !== undefined)
    refuse(
      name,
      "OTHER_CONTENT",
      `The sheet “${name}” is to be removed and holds ${content}, which undo could not bring back; take it away, or rename the sheet to keep it, and try again.`,
    );
}

interface Taken {
  /** The sheet on which the table is to be. */
  readonly sheet: string;
  readonly name: string;
  readonly other: Excel.Table;
  readonly range: Excel.NamedItem;
}

/** A table cannot have the name of a table of another sheet, or of named cells. */
export function refuseTaken({ sheet, name, other, range }: Taken): void {
  if (!other.isNullObject && other.worksheet.name.toLowerCase() !== sheet.toLowerCase())
    refuse(
      other.worksheet.name,
      "NAME_TAKEN",
      `A table of the sheet “${other.worksheet.name}” has the name ${name}, which the table of “${sheet}” needs; rename it (Table Design > Table Name) and try again.`,
    );
  if (!range.isNullObject)
    refuse(
      sheet,
      "NAME_TAKEN",
      `Cells of the workbook have the name ${name}, which the table of “${sheet}” needs; rename it (Formulas > Name Manager) and try again.`,
    );
}

const withoutSheet = (address: string) => address.replaceAll(/(?:'(?:[^']|'')*'|[^',!]+)!/g, "");

/** A table takes no merged cells, and what is written over them is lost. */
export function refuseMerged(sheet: string, merged: readonly Excel.RangeAreas[]): void {
  const found = merged.find(({ isNullObject }) => !isNullObject);
  if (found)
    refuse(
      sheet,
      "MERGED",
      `Merged cells of the sheet “${sheet}” (${withoutSheet(found.address)}) are in the way of what is to be written; unmerge them (Home > Merge & Center) and try again.`,
    );
}

function addressOf({ row, column, rows, columns }: Extent): string {
  const end = { row: row + rows - 1, column: column + columns - 1 };
  return `${cellAddress({ row, column })}:${cellAddress(end)}`;
}

/** Tables on a sheet that is written anew, other than its own, would be written over. */
export function refuseTables({ name, change, tables }: Target): void {
  if (change.kind === "touched") return;
  const rewritten = change.kind === "written" ? existingTable(tables, change.planned) : undefined;
  const foreign = tables.find((table) => table !== rewritten);
  if (foreign)
    refuse(
      name,
      "NAME_TAKEN",
      `The table ${foreign.name} (${addressOf(foreign)}) is on the sheet “${name}”, which the run ${change.kind === "removed" ? "removes" : "writes anew"}; move it to another sheet, or rename the sheet to keep it, and try again.`,
    );
}
