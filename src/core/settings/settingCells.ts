import { nameKey } from "../base/name";
import type { CellRef, Snapshot } from "../grid/grid";
import { unheard } from "../issues/issue";
import { bindTable } from "../schema/bind";
import { cellOf } from "../schema/readRecords";
import { settingDefinitions, type SettingName } from "./definitions";
import type { Settings } from "./settings";
import { settingRows, settingsTable } from "./settings.table";

/** The cells of Settings by key; the top of the sheet where a key has no row. */
export function settingCells(snapshot: Snapshot, settings: Settings): (key: SettingName) => CellRef {
  const bound = bindTable(settingsTable, snapshot, new Map(), unheard);
  const rows = new Map((bound ? settingRows(bound) : []).map(({ key, row }) => [nameKey(key), row]));
  return (key) => {
    const row = rows.get(nameKey(settingDefinitions[key].title));
    return bound && row !== undefined ? cellOf(bound, row, "value") : settings.at;
  };
}
