import {
  findTable,
  headerOf,
  mappingFor,
  mappingText,
  nameKey,
  SHEET_KEY,
  type Mapping,
} from "../../../../core/api";
import { SessionFailure } from "../../../session/failure";
import type { MappingChoice } from "../../../session/views";
import type { TableToMap } from "./tableToMap";

/** The sheet as a mapping names it; undefined where the table is found there by its name. */
function sheetChoice({ snapshot, inputs, definition, sheet }: TableToMap): string | undefined {
  const kept = mappingFor(definition, inputs.settings).get(SHEET_KEY);
  if (sheet === undefined) return kept;
  const byName = findTable(definition, snapshot, inputs, new Map());
  return byName?.grid.sheet === sheet ? undefined : sheet;
}

/** The headers of a choice as a mapping, and as it is kept: what is the same without it is left out. */
export function chosenHeaders(table: TableToMap, choice: MappingChoice) {
  const { definition, snapshot, inputs } = table;
  const sheet = sheetChoice(table);
  const sheetOnly: Mapping = new Map(sheet === undefined ? [] : [[SHEET_KEY, sheet]]);
  const found = findTable(definition, snapshot, inputs, sheetOnly);
  const pairs: [title: string, header: string][] = sheet === undefined ? [] : [["Sheet", sheet]];
  for (const [field, header] of Object.entries(choice)) {
    const column = definition.columns[field];
    if (!column) continue;
    const index = found?.columnOf.get(field);
    const foundHeader = index === undefined ? "" : headerOf(found!, index);
    if (nameKey(foundHeader) !== nameKey(header)) pairs.push([column.title, header]);
  }
  return { pairs, mapping: new Map(pairs.map(([title, header]) => [nameKey(title), header])) };
}

/** Where one of two fields is read from the other's column when it has none, both may name it: a customer is its contract. */
function canShare({ definition }: TableToMap, field: string, other: string): boolean {
  return definition.columns[field]?.elseField === other || definition.columns[other]?.elseField === field;
}

/** Two fields cannot have one header: the second would silently take it from the first. */
function refuseTwice(table: TableToMap, choice: MappingChoice): void {
  const fieldOf = new Map<string, string>();
  for (const [field, header] of Object.entries(choice)) {
    if (header === "") continue;
    const other = fieldOf.get(nameKey(header));
    if (other !== undefined && !canShare(table, field, other)) {
      const titles = [other, field].map((id) => table.definition.columns[id]?.title ?? id);
      throw new SessionFailure({
        code: "BAD_VALUE",
        message: `The column “${header}” is chosen for both ${titles.join(" and ")}: choose another for one of them.`,
      });
    }
    fieldOf.set(nameKey(header), field);
  }
}

/** The text under which a choice is kept in Settings; empty where nothing needs to be kept. */
export function keptMapping(table: TableToMap, choice: MappingChoice): string {
  refuseTwice(table, choice);
  return mappingText(chosenHeaders(table, choice).pairs);
}
