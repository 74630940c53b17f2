import {
  findTable,
  inputTables,
  SHEET_KEY,
  settingsTable,
  type WorkbookSurvey,
  type Snapshot,
  type TableDefinition,
} from "../../../../core/api";
import { SessionFailure } from "../../../session/failure";
import type { SessionWorkbook } from "../../../session/sessionWorkbook";

/** A table whose columns are mapped, with the sheet that was asked for where it is another than the found one. */
export interface TableToMap {
  readonly snapshot: Snapshot;
  readonly inputs: WorkbookSurvey["inputs"];
  readonly definition: TableDefinition;
  /** Undefined where the table has its sheet, and where none is likely to hold it. */
  readonly sheet: string | undefined;
  readonly isFound: boolean;
}

/** Columns that are understood when a sheet is read as a table; the sheet's name says nothing here. */
function columnsRead(
  definition: TableDefinition,
  sheet: string,
  { snapshot, survey }: SessionWorkbook,
): number {
  return findTable(definition, snapshot, survey.inputs, new Map([[SHEET_KEY, sheet]]))?.columnOf.size ?? 0;
}

/** Fewer columns than these could be chance: many tables have a Contract ID. */
const TELLING_COLUMNS = 2;

/**
 * Where a table is looked for first that no sheet is named after: of the filled sheets that hold no other, the one that
 * most of its columns are read on. One that reads better as another table is not proposed; one that reads as none may be.
 */
function likeliestSheet(definition: TableDefinition, workbook: SessionWorkbook): string | undefined {
  const { snapshot, survey } = workbook;
  const claimed = new Set(survey.tables.map(({ located }) => located?.grid.sheet));
  const free = snapshot.grids.filter(({ sheet, rowCount }) => rowCount > 0 && !claimed.has(sheet));
  const others = inputTables.filter((table) => table !== definition && table !== settingsTable);
  const likely = free.flatMap(({ sheet }) => {
    const columns = columnsRead(definition, sheet, workbook);
    const otherwise = Math.max(...others.map((other) => columnsRead(other, sheet, workbook)));
    const isAnother = otherwise >= TELLING_COLUMNS && otherwise > columns;
    return isAnother ? [] : [{ sheet, columns }];
  });
  return likely.sort((a, b) => b.columns - a.columns)[0]?.sheet;
}

/** The table of a role, on the sheet that was asked for or, where none was found, on the likeliest. */
export function tableToMap(workbook: SessionWorkbook, role: string, sheet: string | undefined): TableToMap {
  const { snapshot, survey } = workbook;
  const table = survey.tables.find(
    ({ definition: { title } }) => title === role && title !== settingsTable.title,
  );
  if (!table) throw new SessionFailure({ code: "MISSING", message: `There is no table ${role} to map.` });
  const { definition, located } = table;
  return {
    snapshot,
    inputs: survey.inputs,
    definition,
    sheet: sheet ?? (located ? undefined : likeliestSheet(definition, workbook)),
    isFound: located !== undefined,
  };
}
