import { settingsTable, type BookSurvey, type Snapshot, type TableDefinition } from "../../../../core/api";
import { SessionFailure } from "../../../session/failure";
import type { SessionWorkbook } from "../../../session/sessionWorkbook";

/** A table whose columns are mapped, with the sheet that was asked for where it is another than the found one. */
export interface TableToMap {
  readonly snapshot: Snapshot;
  readonly inputs: BookSurvey["inputs"];
  readonly definition: TableDefinition;
  readonly sheet: string | undefined;
}

/** Where a table is looked for first that no sheet is named after: the first filled sheet that holds no other. */
function unclaimedSheet({ snapshot, survey }: SessionWorkbook): string | undefined {
  const claimed = new Set(survey.tables.map(({ located }) => located?.grid.sheet));
  const filled = snapshot.grids.filter(({ rowCount }) => rowCount > 0);
  return (filled.find(({ sheet }) => !claimed.has(sheet)) ?? filled[0])?.sheet;
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
    sheet: sheet ?? (located ? undefined : unclaimedSheet(workbook)),
  };
}
