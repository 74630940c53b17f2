import { knownValue } from "../base/knownValue";
import { nameKey } from "../base/name";
import { settingRows, settingsTable } from "../settings/settings.table";
import type { CellRef, Snapshot } from "../grid/grid";
import { bindTable, hasTable, type BoundTable } from "../schema/bind";
import type { CellEdit, PlannedRow, WritePlan } from "../sheets/plan";
import { inputSheet } from "./template";
import { unheard } from "../issues/issue";

/** A row of Settings as it shall be; an empty value stands for the default. */
export interface SettingEntry {
  readonly key: string;
  readonly value: string | number;
}

export type SettingsPlan =
  | { readonly ok: true; readonly plan: WritePlan }
  /** There is a sheet of that name without a column Key: it is somebody's own and is not touched. */
  | { readonly ok: false; readonly sheet: string };

const empty: WritePlan = { sheets: [], removedSheets: [], appended: [] };

function rowOf(cells: ReadonlyMap<number, string | number>): PlannedRow {
  return Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, column) => {
    const value = cells.get(column);
    return value === undefined ? null : { value };
  });
}

/** Edits of the rows that are there, and new rows below them. */
function changeRows(bound: BoundTable, entries: readonly SettingEntry[]): WritePlan {
  const { sheet } = bound.grid;
  const keyColumn = knownValue(bound.columnOf, "key");
  const valueColumn = bound.columnOf.get("value") ?? Math.max(bound.grid.columns.length, keyColumn + 1);
  const at = (row: number): CellRef => ({ sheet, row, column: valueColumn });
  const rows = settingRows(bound);
  const edits: CellEdit[] = [];
  const added: PlannedRow[] = [];
  for (const { key, value } of entries) {
    const last = rows.filter((row) => nameKey(row.key) === nameKey(key)).pop();
    if (last) edits.push({ at: at(last.row), value });
    else if (value !== "")
      added.push(
        rowOf(
          new Map([
            [keyColumn, key],
            [valueColumn, value],
          ]),
        ),
      );
  }
  if (!bound.columnOf.has("value") && edits.length + added.length > 0) {
    edits.unshift({ at: at(bound.headerRow), value: settingsTable.columns.value.title });
  }
  return {
    ...empty,
    appended: added.length > 0 ? [{ sheet, firstRow: bound.lastRow + 1, rows: added }] : [],
    ...(edits.length > 0 ? { edits } : {}),
  };
}

/** What puts settings into the workbook: cells of the Settings table, rows below it, or the table itself. */
export function planSettings(snapshot: Snapshot, entries: readonly SettingEntry[]): SettingsPlan {
  const none = new Map<string, string>();
  const bound = bindTable(settingsTable, snapshot, none, unheard);
  if (bound) return { ok: true, plan: changeRows(bound, entries) };
  if (hasTable(settingsTable, snapshot, none)) return { ok: false, sheet: settingsTable.title };
  const rows = entries.filter(({ value }) => value !== "").map(({ key, value }) => ({ key, value }));
  return {
    ok: true,
    plan: rows.length > 0 ? { ...empty, sheets: [inputSheet(settingsTable, rows)] } : empty,
  };
}
