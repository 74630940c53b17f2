import {
  findTable,
  headerOf,
  mappingFor,
  mappingText,
  nameKey,
  SHEET_KEY,
  tallyTable,
  type BookSurvey,
  type FieldTally,
  type LocatedTable,
  type Mapping,
  type Snapshot,
  type TableDefinition,
} from "../../core/api";
import { SessionFailure } from "./failure";
import type { FieldView, MappingChoice, MappingView } from "./views";

/** Where a table is mapped: its definition, and the sheet where another than the found one is wanted. */
export interface MappingPlace {
  readonly snapshot: Snapshot;
  readonly inputs: BookSurvey["inputs"];
  readonly definition: TableDefinition;
  readonly sheet: string | undefined;
}

/** Headers of a sheet from left to right. */
function headersOf(located: LocatedTable): string[] {
  const columns = [...new Set([...located.columnOf.values(), ...located.others.keys()])].sort(
    (a, b) => a - b,
  );
  return [...new Set(columns.map((column) => headerOf(located, column)))];
}

function fieldView({ field, column, index, sample, ...tally }: FieldTally, located: LocatedTable): FieldView {
  const at = (row: number) => ({ sheet: located.grid.sheet, row, column: index ?? 0 });
  return {
    field,
    title: column.title,
    help: column.help,
    isRequired: column.required,
    header: index === undefined ? undefined : headerOf(located, index),
    sample: sample && { shown: sample.shown, readAs: sample.readAs, at: at(sample.row) },
    good: tally.good,
    bad: tally.bad,
    firstBad: tally.firstBadRow === undefined ? undefined : at(tally.firstBadRow),
  };
}

/** The sheet as a mapping names it; undefined where the table is found there by its name. */
function sheetChoice({ snapshot, inputs, definition, sheet }: MappingPlace): string | undefined {
  const kept = mappingFor(definition, inputs.settings).get(SHEET_KEY);
  if (sheet === undefined) return kept;
  const byName = findTable(definition, snapshot, inputs, new Map());
  return byName?.grid.sheet === sheet ? undefined : sheet;
}

/** The headers of a choice as a mapping, and as it is kept: what is the same without it is left out. */
function chosenHeaders(place: MappingPlace, choice: MappingChoice) {
  const { definition, snapshot, inputs } = place;
  const sheet = sheetChoice(place);
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

/** Two fields cannot have one header: the second would silently take it from the first. */
function refuseTwice({ definition }: MappingPlace, choice: MappingChoice): void {
  const fieldOf = new Map<string, string>();
  for (const [field, header] of Object.entries(choice)) {
    if (header === "") continue;
    const other = fieldOf.get(nameKey(header));
    if (other !== undefined) {
      const titles = [other, field].map((each) => definition.columns[each]?.title ?? each);
      throw new SessionFailure({
        code: "BAD_VALUE",
        message: `The column “${header}” is chosen for both ${titles.join(" and ")}: choose another for one of them.`,
      });
    }
    fieldOf.set(nameKey(header), field);
  }
}

/** The mapping panel of a table as it is, or as it would be with a choice that is not saved yet. */
export function mappingView(place: MappingPlace, choice: MappingChoice | undefined): MappingView {
  const { definition, snapshot, inputs } = place;
  const kept = mappingFor(definition, inputs.settings);
  const isKept = choice === undefined && place.sheet === undefined;
  const mapping = isKept ? kept : chosenHeaders(place, choice ?? {}).mapping;
  const located = findTable(definition, snapshot, inputs, mapping);
  if (!located)
    throw new SessionFailure({
      code: "MISSING",
      message: `There is no sheet ${definition.title}: choose the sheet that holds it.`,
    });
  return {
    role: definition.title,
    sheet: located.grid.sheet,
    headers: headersOf(located),
    fields: tallyTable(located).map((tally) => fieldView(tally, located)),
  };
}

/** The text under which a choice is kept in Settings; empty where nothing needs to be kept. */
export function keptMapping(place: MappingPlace, choice: MappingChoice): string {
  refuseTwice(place, choice);
  return mappingText(chosenHeaders(place, choice).pairs);
}
