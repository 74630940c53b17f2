import { widthOfRows, type WritePlan } from "../../core/api";
import type { Work } from "../port/port";
import { touchedSheets } from "../port/touched";
import { answered } from "./answers";
import { roundTrip } from "./batches";
import { askCharts } from "./charts";
import { endOf, extentOf, loadExtent, type Extent } from "./extent";
import { askRemovable, refuseLost, refuseMerged, refuseSheet, refuseTables, refuseTaken } from "./inTheWay";
import { Stop } from "./failures";
import { askShapes } from "./pictures";
import { isDocument, plannedExtent, type Change, type Target, type Targets } from "./target";

function changeOf(name: string, plan: WritePlan): Change {
  const isThis = (other: string) => other.toLowerCase() === name.toLowerCase();
  const planned = plan.sheets.find((sheet) => isThis(sheet.name));
  if (planned) return { kind: "written", planned };
  if (plan.removedSheets.some(isThis)) return { kind: "removed" };
  const appended = plan.appended.filter(({ sheet }) => isThis(sheet));
  const edits = (plan.edits ?? []).filter(({ at }) => isThis(at.sheet));
  return {
    kind: "touched",
    areas: [
      ...appended.map(({ firstRow, rows }) => ({
        row: firstRow,
        column: 0,
        rows: rows.length,
        columns: widthOfRows(rows),
      })),
      ...edits.map(({ at }) => ({ row: at.row, column: at.column, rows: 1, columns: 1 })),
    ],
  };
}

function load(context: Excel.RequestContext, name: string, change: Change) {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("id,name,visibility,position,protection/protected,autoFilter/isDataFiltered");
  sheet.tables.load("items/name,items/autoFilter/isDataFiltered");
  const used = loadExtent(sheet.getUsedRangeOrNullObject(false));
  const removable = change.kind === "removed" ? askRemovable(sheet) : undefined;
  const shapes = change.kind === "touched" ? undefined : askShapes(sheet);
  const isDrawnOn = change.kind === "written" && (change.planned.charts ?? []).length > 0;
  const charts = isDrawnOn ? askCharts(sheet) : undefined;
  return { name, sheet, used, change, removable, shapes, charts };
}

/** Merged cells of an area in which there must be none. */
function askMerged(sheet: Excel.Worksheet, { row, column, rows, columns }: Extent): Excel.RangeAreas[] {
  if (rows === 0 || columns === 0) return [];
  return [sheet.getRangeByIndexes(row, column, rows, columns).getMergedAreasOrNullObject().load("address")];
}

/** Areas of a sheet that are written as a table or below one. */
function plainAreas({ change, used }: ReturnType<typeof load>): readonly Extent[] {
  if (change.kind === "touched") return change.areas.filter(({ rows, columns }) => rows * columns > 1);
  if (change.kind === "removed" || isDocument(change.planned)) return [];
  const { rows, columns } = plannedExtent(change.planned);
  const end = endOf(extentOf(used));
  return [{ row: 0, column: 0, rows: Math.max(rows, end.rows), columns: Math.max(columns, end.columns) }];
}

function askTaken(context: Excel.RequestContext, plan: WritePlan) {
  return plan.sheets.flatMap(({ name: sheet, table }) => {
    if (!table) return [];
    const { tables, names } = context.workbook;
    const other = tables.getItemOrNullObject(table.name).load("name,worksheet/name");
    return [{ sheet, name: table.name, other, range: names.getItemOrNullObject(table.name).load("name") }];
  });
}

/**
 * Looks at every sheet that a plan changes before anything is written, and refuses what is in the way. Two round
 * trips, the second for tables and merged cells.
 */
export async function findTargets(
  context: Excel.RequestContext,
  plan: WritePlan,
  work: Work,
): Promise<Targets> {
  const { protection } = context.workbook;
  protection.load("protected");
  const loaded = touchedSheets(plan).map((name) => load(context, name, changeOf(name, plan)));
  const taken = askTaken(context, plan);
  await roundTrip(context, work);
  const existing = loaded.filter(({ sheet }) => !sheet.isNullObject);
  for (const { sheet, change, removable, shapes } of existing) {
    refuseSheet(sheet, change.kind === "written" && change.planned.isHidden === true);
    if (removable && shapes) refuseLost(sheet, removable, shapes);
  }
  for (const candidate of taken) refuseTaken(candidate);
  if (answered(protection, "protected") && (existing.length < loaded.length || plan.removedSheets.length > 0))
    throw new Stop({
      code: "PROTECTED_WORKBOOK",
      message:
        "The workbook's structure is protected, so no sheet can be added or removed; unprotect it (Review > Protect Workbook).",
    });
  const more = existing.map((target) => ({
    ...target,
    tables: target.sheet.tables.items.map((table) => ({ table, range: loadExtent(table.getRange()) })),
    merged: plainAreas(target).flatMap((area) => askMerged(target.sheet, area)),
  }));
  if (more.some(({ tables, merged }) => tables.length + merged.length > 0)) await roundTrip(context, work);
  const targets = new Map<string, Target>();
  for (const { name, change } of loaded)
    targets.set(name.toLowerCase(), { name, sheet: undefined, change, rows: 0, columns: 0, tables: [] });
  for (const { name, sheet, used, change, tables: sheetTables, merged, shapes, charts } of more) {
    const tables = sheetTables.map(({ table, range }) => ({ table, name: table.name, ...extentOf(range) }));
    const target = {
      name: sheet.name,
      sheet,
      change,
      ...endOf(extentOf(used)),
      tables,
      ...(shapes && { shapes }),
      ...(charts && { charts }),
    };
    refuseMerged(sheet.name, merged);
    refuseTables(target);
    targets.set(name.toLowerCase(), target);
  }
  return targets;
}
