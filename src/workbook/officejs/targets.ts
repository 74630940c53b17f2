import type { WritePlan } from "../../core/api";
import type { PortFailure, Work } from "../port";
import { roundTrip } from "./batches";
import { Stop } from "./failures";

/** An Excel table of a sheet that is to be written. */
export interface TargetTable {
  readonly table: Excel.Table;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet that a plan writes, as it is before. */
export interface Target {
  readonly name: string;
  /** Undefined where the sheet is not there yet. */
  readonly sheet: Excel.Worksheet | undefined;
  /** Rows and columns in use, counted from A1; formats count too. */
  readonly rows: number;
  readonly columns: number;
  readonly tables: readonly TargetTable[];
}

function stopAt(sheet: string, code: PortFailure["code"], message: string): Stop {
  return new Stop({ code, message, at: { sheet, row: 0, column: 0 } });
}

/** Names of the sheets that a plan touches, each once. */
function touchedSheets({ sheets, removedSheets, appended, edits = [] }: WritePlan): string[] {
  const names = [
    ...sheets.map(({ name }) => name),
    ...removedSheets,
    ...appended.map(({ sheet }) => sheet),
    ...edits.map(({ at }) => at.sheet),
  ];
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

interface Loaded {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

function load(context: Excel.RequestContext, names: readonly string[]): Loaded[] {
  return names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("name,protection/protected,autoFilter/isDataFiltered");
    sheet.tables.load("items/name,items/autoFilter/isDataFiltered");
    const used = sheet.getUsedRangeOrNullObject(false);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return { name, sheet, used };
  });
}

/** Refuses what would fail half way or hide rows: protected and filtered sheets, each by its name. */
function refuse({ name, sheet }: Loaded): void {
  if (sheet.protection.protected)
    throw stopAt(
      name,
      "PROTECTED_SHEET",
      `The sheet “${name}” is protected; unprotect it (Review > Unprotect Sheet) and try again.`,
    );
  const isFiltered =
    sheet.autoFilter.isDataFiltered || sheet.tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered);
  if (isFiltered)
    throw stopAt(
      name,
      "FILTERED",
      `A filter hides rows of the sheet “${name}”; clear it (Data > Clear) and try again.`,
    );
}

/** Looks at every sheet that a plan touches before anything is written. Two round trips, the second for its tables. */
export async function findTargets(
  context: Excel.RequestContext,
  plan: WritePlan,
  work: Work,
): Promise<Map<string, Target>> {
  const { protection } = context.workbook;
  protection.load("protected");
  const loaded = load(context, touchedSheets(plan));
  await roundTrip(context, work);
  const existing = loaded.filter(({ sheet }) => !sheet.isNullObject);
  for (const each of existing) refuse(each);
  if (protection.protected && (existing.length < loaded.length || plan.removedSheets.length > 0))
    throw new Stop({
      code: "PROTECTED_WORKBOOK",
      message:
        "The workbook's structure is protected, so no sheet can be added or removed; unprotect it (Review > Protect Workbook).",
    });
  const ranges = existing.map(({ sheet }) =>
    sheet.tables.items.map((table) => {
      const range = table.getRange();
      range.load("rowIndex,columnIndex,rowCount,columnCount");
      return { table, range };
    }),
  );
  if (ranges.some((tables) => tables.length > 0)) await roundTrip(context, work);
  const targets = new Map<string, Target>();
  for (const { name } of loaded)
    targets.set(name.toLowerCase(), { name, sheet: undefined, rows: 0, columns: 0, tables: [] });
  for (const [index, { name, sheet, used }] of existing.entries()) {
    const tables = ranges[index]!.map(({ table, range }) => ({
      table,
      name: table.name,
      row: range.rowIndex,
      column: range.columnIndex,
      rows: range.rowCount,
      columns: range.columnCount,
    }));
    const size = used.isNullObject
      ? { rows: 0, columns: 0 }
      : { rows: used.rowIndex + used.rowCount, columns: used.columnIndex + used.columnCount };
    targets.set(name.toLowerCase(), { name: sheet.name, sheet, ...size, tables });
  }
  return targets;
}
