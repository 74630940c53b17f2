import type { WritePlan } from "../../core/api";
import { failureOfSheet } from "../failures";
import type { Work } from "../port";
import { touchedSheets } from "../touched";
import { roundTrip } from "./batches";
import { endOf, extentOf, loadExtent, type Extent } from "./extent";
import { Stop } from "./failures";

/** An Excel table of a sheet that is to be written. */
export interface TargetTable extends Extent {
  readonly table: Excel.Table;
  readonly name: string;
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
    return { name, sheet, used: loadExtent(sheet.getUsedRangeOrNullObject(false)) };
  });
}

/** Refuses what would fail half way or hide rows: protected and filtered sheets, each by its name. */
function refuse({ name, sheet }: Loaded): void {
  if (sheet.protection.protected)
    throw new Stop(
      failureOfSheet(
        name,
        "PROTECTED_SHEET",
        `The sheet “${name}” is protected; unprotect it (Review > Unprotect Sheet) and try again.`,
      ),
    );
  const isFiltered =
    sheet.autoFilter.isDataFiltered || sheet.tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered);
  if (isFiltered)
    throw new Stop(
      failureOfSheet(
        name,
        "FILTERED",
        `A filter hides rows of the sheet “${name}”; clear it (Data > Clear) and try again.`,
      ),
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
  const tables = existing.map(({ sheet }) =>
    sheet.tables.items.map((table) => ({ table, range: loadExtent(table.getRange()) })),
  );
  if (tables.some((own) => own.length > 0)) await roundTrip(context, work);
  const targets = new Map<string, Target>();
  for (const { name } of loaded)
    targets.set(name.toLowerCase(), { name, sheet: undefined, rows: 0, columns: 0, tables: [] });
  for (const [index, { name, sheet, used }] of existing.entries())
    targets.set(name.toLowerCase(), {
      name: sheet.name,
      sheet,
      ...endOf(extentOf(used)),
      tables: tables[index]!.map(({ table, range }) => ({ table, name: table.name, ...extentOf(range) })),
    });
  return targets;
}
