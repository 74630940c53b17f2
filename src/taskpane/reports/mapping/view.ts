import {
  findTable,
  headerOf,
  mappingFor,
  mappingKey,
  tallyTable,
  type CellRef,
  type FieldTally,
  type LocatedTable,
  type TableDefinition,
} from "../../../core/api";
import { SessionFailure } from "../../session/failure";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import { settingEdits, type Edits } from "../../session/settingEdits";
import type { MappingChoice } from "../../session/views";
import { chosenHeaders, keptMapping } from "./view/chosenMapping";
import { tableToMap } from "./view/tableToMap";

/** One field of a table in the mapping panel. */
export interface FieldView {
  readonly field: string;
  readonly title: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** The header that is read for it. */
  readonly header: string | undefined;
  /** How the first filled cell reads: what stands there and what it is taken for. */
  readonly sample: { readonly shown: string; readonly readAs: string; readonly at: CellRef } | undefined;
  readonly good: number;
  readonly bad: number;
  readonly firstBad: CellRef | undefined;
}

export interface MappingView {
  readonly role: string;
  /** Undefined while nobody has said which sheet holds the table, and none is likely to. */
  readonly sheet: string | undefined;
  /** Headers of the sheet, in its order. */
  readonly headers: readonly string[];
  readonly fields: readonly FieldView[];
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

/** The fields of a table that has no sheet yet. */
function withoutSheet(definition: TableDefinition): MappingView {
  const fields = Object.entries(definition.columns).map(([field, { title, help, required }]) => ({
    field,
    title,
    help,
    isRequired: required,
    header: undefined,
    sample: undefined,
    good: 0,
    bad: 0,
    firstBad: undefined,
  }));
  return { role: definition.title, sheet: undefined, headers: [], fields };
}

/** The columns of a table: as they are read, or as they would be with a choice or on a sheet not saved yet. */
export function view(
  workbook: SessionWorkbook,
  role: string,
  choice?: MappingChoice,
  sheet?: string,
): MappingView {
  const table = tableToMap(workbook, role, sheet);
  const { definition, snapshot, inputs } = table;
  if (!table.isFound && table.sheet === undefined) return withoutSheet(definition);
  const isKept = choice === undefined && table.sheet === undefined;
  const mapping = isKept
    ? mappingFor(definition, inputs.settings)
    : chosenHeaders(table, choice ?? {}).mapping;
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

/** What keeps a mapping in Settings. Headers that are found anyway are not kept. */
export function edits(workbook: SessionWorkbook, role: string, choice: MappingChoice, sheet?: string): Edits {
  const table = tableToMap(workbook, role, sheet);
  return settingEdits(workbook.snapshot, mappingKey(table.definition.title), keptMapping(table, choice));
}
