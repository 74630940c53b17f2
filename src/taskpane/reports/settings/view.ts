import {
  CellKind,
  Decimal,
  nameKey,
  settingDefinitions,
  settingRows,
  settingsTable,
  type CellView,
  type SettingName,
  type Settings,
} from "../../../core/api";
import { SessionFailure } from "../../session/failure";
import { notReadText } from "../../session/notReadView";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import { settingEdits, type Edits } from "../../session/settingEdits";

export interface SettingView {
  readonly name: string;
  readonly value: string;
  readonly help: string;
  readonly choices: readonly string[] | undefined;
  readonly isDefault: boolean;
}

type NamedColumn = Settings["notRead"][number];

interface Definition {
  readonly title: string;
  readonly help: string;
  readonly right: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly parse: (cell: CellView) => unknown;
}
const definitions = Object.entries(settingDefinitions) as [SettingName, Definition][];

/** "30, 60", "GOODWILL, SLA" and "Usage: Line; Prices: Levy": each list as its setting reads it. */
function listText(list: readonly (number | string | NamedColumn)[]): string {
  const columns = list.filter((each) => typeof each === "object");
  return columns.length > 0 ? notReadText(columns) : list.map(String).join(", ");
}

/** A value as it would be typed: a choice by its label, a list with commas. */
function typedText({ choices }: Definition, value: Settings[SettingName]): string {
  if (value === undefined) return "";
  if (typeof value === "object" && !(value instanceof Decimal)) return listText(value);
  const text = value.toString();
  return choices?.[text] ?? text;
}

/** Every setting with the value in force; one that is not understood is not in force and is an issue of Check. */
export function view({ survey }: SessionWorkbook): readonly SettingView[] {
  const { settings } = survey.inputs;
  const table = survey.tables.find(({ definition: { title } }) => title === settingsTable.title);
  const rows = table?.located ? settingRows(table.located) : [];
  return definitions.map(([name, definition]) => {
    const own = rows.filter(({ key, cell }) => nameKey(key) === nameKey(definition.title) && isFilled(cell));
    const last = own[own.length - 1];
    const isSet = last !== undefined && definition.parse(last.cell) !== undefined;
    return {
      name: definition.title,
      value: typedText(definition, settings[name]),
      help: definition.help,
      choices: definition.choices && Object.values(definition.choices),
      isDefault: !isSet,
    };
  });
}

const isFilled = ({ kind, text }: CellView) =>
  kind !== CellKind.blank && kind !== CellKind.error && (kind !== CellKind.text || text.trim() !== "");

/** What is put into the cell: a number where the setting is one, else the text as it was typed. */
function cellValue({ title, right, parse }: Definition, value: string): string | number {
  const text = value.trim();
  if (text === "") return "";
  const parsed = parse({ kind: CellKind.text, number: 0, text });
  if (parsed === undefined)
    throw new SessionFailure({ code: "BAD_VALUE", message: `${title} must be ${right}, not “${text}”.` });
  return parsed instanceof Decimal || typeof parsed === "number" ? Number(parsed) : text;
}

/** The change of one setting; an empty value stands for its default. */
export function edit({ snapshot }: SessionWorkbook, name: string, value: string): Edits {
  const definition = definitions.find(([, { title }]) => nameKey(title) === nameKey(name))?.[1];
  if (!definition) throw new SessionFailure({ code: "MISSING", message: `There is no setting “${name}”.` });
  return settingEdits(snapshot, definition.title, cellValue(definition, value));
}
