import { nameKey } from "../base/name";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import { settingDefinitions, type SettingDefinition } from "../settings/definitions";
import { settingsTable } from "../settings/settings.table";
import { remindersTable } from "../receivables/tables/reminders.table";
import { PERSONAL_KEY } from "../review/seal/sealTexts";
import { sealsTable } from "../review/tables/seals.table";
import type { BoundTable } from "../schema/boundTable";

/** Fields that say who did something, and those of hashes, in which letters follow each other by chance: both stay. */
const signers = ["preparedBy", "approvedBy", "postedBy", "doneBy", "who", "person"];
const hashes = ["hash", "previousHash", "inputsHash", "seal"];
const untouched = new Set([...signers, ...hashes]);
/** Settings that name columns, which keep their headers. */
const ofHeaders = new Set(["personalColumns", "notRead"]);
const settings = Object.entries(settingDefinitions) as [string, SettingDefinition<unknown>][];
const settingsOfText = new Set(
  settings
    .filter(([name, { choices }]) => !choices && !ofHeaders.has(name))
    .map(([, { title }]) => nameKey(title)),
);

type CellRule = (bound: BoundTable, row: number) => boolean;
const always: CellRule = () => true;
const isOfPersonalPart: CellRule = ({ grid, columnOf }, row) =>
  shownText(viewCell(grid, row, columnOf.get("key") ?? -1)).endsWith(PERSONAL_KEY);

/** Cells that stay behind, by table and field: they hold personal values in a form that no search finds. */
const dropped: ReadonlyMap<string, ReadonlyMap<string, CellRule>> = new Map([
  // The whole message, written as an address.
  [remindersTable.title, new Map([["link", always]])],
  // Of a personal part its hash stays; without the text nobody can try values on it.
  [sealsTable.title, new Map([["text", isOfPersonalPart]])],
]);

export function isDroppedCell(bound: BoundTable, field: string, row: number): boolean {
  return dropped.get(bound.definition.title)?.get(field)?.(bound, row) === true;
}

/** Whether a cell of a field is a text of people, in which a personal value may stand; others are words of ours. */
export function isFreeText({ definition, grid, columnOf }: BoundTable, field: string, row: number): boolean {
  const { kind } = definition.columns[field]!;
  if (kind !== "text" && kind !== "id") return false;
  // What is personal in a seal is a part of its own; the marks of usage rows are no card numbers.
  if (definition.title === sealsTable.title) return false;
  if (definition.title !== settingsTable.title) return !untouched.has(field);
  const key = nameKey(shownText(viewCell(grid, row, columnOf.get("key") ?? -1)));
  return (
    field === "value" &&
    (settingsOfText.has(key) || !settings.some(([, { title }]) => nameKey(title) === key)) &&
    !key.startsWith("mapping")
  );
}
