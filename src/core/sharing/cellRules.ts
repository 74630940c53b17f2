import { nameKey } from "../base/name";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import { settingDefinitions, type SettingDefinition } from "../settings/definitions";
import { settingsTable } from "../settings/settings.table";
import { remindersTable } from "../receivables/tables/reminders.table";
import type { BoundTable } from "../schema/boundTable";

/** Fields that say who did something: who signs stays. */
const signers = new Set(["preparedBy", "approvedBy", "postedBy", "doneBy", "who", "person"]);
/** Settings that name columns, which keep their headers. */
const ofHeaders = new Set(["personalColumns", "notRead"]);
const settings = Object.entries(settingDefinitions) as [string, SettingDefinition<unknown>][];
const settingsOfText = new Set(
  settings
    .filter(([name, { choices }]) => !choices && !ofHeaders.has(name))
    .map(([, { title }]) => nameKey(title)),
);

/** Cells whose text repeats personal values in a form that no search finds: a link with a whole letter in it. */
const dropped: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [remindersTable.title, new Set(["link"])],
]);

export function isDroppedField({ definition }: BoundTable, field: string): boolean {
  return dropped.get(definition.title)?.has(field) === true;
}

/** Whether a cell of a field is a text of people, in which a personal value may stand; others are words of ours. */
export function isFreeText({ definition, grid, columnOf }: BoundTable, field: string, row: number): boolean {
  const { kind } = definition.columns[field]!;
  if (kind !== "text" && kind !== "id") return false;
  if (definition.title !== settingsTable.title) return !signers.has(field);
  const key = nameKey(shownText(viewCell(grid, row, columnOf.get("key") ?? -1)));
  return (
    field === "value" &&
    (settingsOfText.has(key) || !settings.some(([, { title }]) => nameKey(title) === key)) &&
    !key.startsWith("mapping")
  );
}
