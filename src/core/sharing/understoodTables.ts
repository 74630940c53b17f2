import { nameKey } from "../base/name";
import type { Snapshot } from "../grid/grid";
import { inputTables } from "../intake/inputTables";
import { isOutputSheet, writtenTables } from "../intake/outputSheets";
import { propertiesOf } from "../metering/usageQuantity";
import { usageTable } from "../metering/usage.table";
import { isUnitHeader } from "../metering/usageUnits";
import { readInputs, type WorkbookInputs } from "../run/prepareBook";
import { asInput, bindTable } from "../schema/bind";
import { anyTable, type BoundTable } from "../schema/boundTable";
import { outputMapping } from "../schema/outputSheet";
import type { TableDefinition } from "../schema/table";
import { mappingFor } from "../settings/mapping";
import { settingsTable } from "../settings/settings.table";
import { unheard } from "../issues/issue";

/** A table of a workbook with the columns of it that something reads. */
export interface UnderstoodTable {
  readonly bound: BoundTable;
  /** Columns of the sheet that are read. */
  readonly columns: ReadonlySet<number>;
  /** Others of its columns, which tell rows of Usage apart. */
  readonly others: ReadonlyMap<number, string>;
  /** A run or report writes it: its formulas are ours. */
  readonly isOutput: boolean;
}

function tableOf(bound: BoundTable, isOutput: boolean): UnderstoodTable {
  return { bound, columns: new Set(bound.columnOf.values()), others: new Map(), isOutput };
}

function usageTables({ usageBound, meters }: WorkbookInputs): UnderstoodTable[] {
  const properties = propertiesOf(meters);
  const isRead = (header: string) => properties.has(nameKey(header)) || isUnitHeader(header);
  return (usageBound?.parts ?? []).map(({ bound }): UnderstoodTable => {
    const table = tableOf(anyTable(bound), false);
    const read = [...bound.others].filter(([, header]) => isRead(header)).map(([column]) => column);
    const others = [...bound.others].filter(([, header]) => !isRead(header));
    return { ...table, columns: new Set([...table.columns, ...read]), others: new Map(others) };
  });
}

/** Tables of people, found as a run finds them. */
function inputsOf(snapshot: Snapshot, inputs: WorkbookInputs): UnderstoodTable[] {
  const { contracts, prices, tiers, customers, taxCodes, meters, adjustments } = inputs.tables;
  const read = [contracts, prices, tiers, customers, taxCodes, meters, adjustments].flatMap(({ bound }) =>
    bound ? [anyTable(bound as unknown as BoundTable)] : [],
  );
  const settings = bindTable(settingsTable, snapshot, new Map(), unheard);
  // A run reads these, each in its way; all others are found by their names.
  const titles = read.map(({ definition: { title } }) => title);
  const found = new Set<string>([...titles, usageTable.title, settingsTable.title]);
  const others = inputTables
    .filter(({ title }) => !found.has(title))
    .flatMap(
      (table) => bindTable(table, snapshot, mappingFor(table, inputs.settings), unheard, asInput) ?? [],
    );
  return [...(settings ? [anyTable(settings)] : []), ...read, ...others].map((bound) =>
    tableOf(bound, false),
  );
}

/** Tables that runs and reports have written, and registers of other systems. */
function outputsOf(snapshot: Snapshot, { register }: WorkbookInputs): UnderstoodTable[] {
  const registers = [register.invoicesBound, register.linesBound].flatMap((bound) =>
    bound ? [anyTable(bound as unknown as BoundTable)] : [],
  );
  const titles = new Set(registers.map(({ definition }) => definition.title));
  const written = writtenTables.filter(({ title }) => !titles.has(title));
  const bind = (table: TableDefinition) =>
    bindTable(table, snapshot, outputMapping(table, snapshot), unheard);
  const bounds = written.flatMap((table) => bind(table) ?? []).filter(({ grid }) => isOutputSheet(grid));
  return [...registers, ...bounds].map((bound) => tableOf(bound, isOutputSheet(bound.grid)));
}

/** Every table of a workbook that Ratebook reads or has written, with its columns; each once. */
export function understoodTables(snapshot: Snapshot, inputs: WorkbookInputs): UnderstoodTable[] {
  const outputs = outputsOf(snapshot, inputs);
  // Applications and Reminders are inputs and written too.
  const isWritten = ({ bound }: UnderstoodTable) =>
    outputs.some((other) => other.bound.grid === bound.grid && other.bound.headerRow === bound.headerRow);
  const read = [...inputsOf(snapshot, inputs), ...usageTables(inputs)].filter((table) => !isWritten(table));
  return [...read, ...outputs];
}

/** Reads what is needed to tell the tables. */
export const inputsOfWorkbook = (snapshot: Snapshot): WorkbookInputs => readInputs(snapshot, unheard);

/** A table by the name that people give it in Settings. */
export function isKnownTable(name: string): boolean {
  const key = nameKey(name);
  const all = [...inputTables, ...writtenTables];
  return all.some(({ title, synonyms }) =>
    [title, ...synonyms].some((candidate) => nameKey(candidate) === key),
  );
}
