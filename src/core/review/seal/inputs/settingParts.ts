import { nameKey } from "../../../base/name";
import { CellKind } from "../../../grid/grid";
import { bindTable } from "../../../schema/bind";
import { shownText } from "../../../schema/column";
import { settingDefinitions } from "../../../settings/definitions";
import { settingRows, settingsTable } from "../../../settings/settings.table";
import { decimalOfDouble } from "../../../money/decimal";
import type { PartCell, UnkeyedPart } from "../part";
import type { ReviewBook } from "../reviewBook";
import { unheard } from "../../../issues/issue";

const sealedSettings = Object.values(settingDefinitions).filter(({ decides }) => decides !== "nothing");
const sealedTitles: ReadonlySet<string> = new Set(sealedSettings.map(({ title }) => title));

/** Whether a seal holds the setting of a title; earlier ones also hold settings that decide nothing of a document. */
export const isSealedSetting = (title: string): boolean => sealedTitles.has(title);

/** The one key of the settings' part. */
const KEY = "Settings";

/** The settings that decide documents, as one part: its columns are the keys, in our order. */
export function settingsAsPart({
  snapshot,
  personal,
}: Pick<ReviewBook, "snapshot" | "personal">): UnkeyedPart[] {
  const bound = bindTable(settingsTable, snapshot, new Map(), unheard);
  if (!bound) return [];
  const { sheet } = bound.grid;
  const rows = new Map(settingRows(bound).map((row) => [nameKey(row.key), row]));
  const cells = sealedSettings.flatMap(({ title }): PartCell[] => {
    const found = rows.get(nameKey(title));
    if (!found) return [];
    const { cell, row } = found;
    const value = cell.kind === CellKind.percent ? decimalOfDouble(cell.number).toFixed() : shownText(cell);
    if (value === "") return [];
    return [
      {
        column: title,
        value,
        at: { sheet, row, column: bound.columnOf.get("value") ?? 0 },
        isPersonal: personal.isInside(value),
      },
    ];
  });
  if (cells.length === 0) return [];
  const at = { sheet, row: bound.headerRow, column: 0 };
  const cellOf = (title: string) => {
    const row = rows.get(nameKey(title))?.row ?? bound.headerRow;
    return { sheet, row, column: bound.columnOf.get("value") ?? 0 };
  };
  return [{ table: settingsTable.title, base: KEY, hint: "", cells, at, cellOf }];
}
