import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import { CellKind, type Snapshot } from "../../grid/grid";
import { inputTables } from "../../intake/inputTables";
import { writtenTables } from "../../intake/outputSheets";
import { unheard } from "../../issues/issue";
import { one } from "../../money/decimal";
import { bindTable, viewCell, type BoundTable } from "../../schema/bind";
import type { CellView } from "../../schema/column";
import { outputMapping } from "../../schema/outputSheet";
import type { TableDefinition } from "../../schema/table";
import { mappingFor } from "../../settings/mapping";
import { readSettings } from "../../settings/readSettings";
import type { Settings } from "../../settings/settings";
import type { WholeInput } from "../export";

/** A table as it is in the workbook: its headers, and the cells of its rows that are not blank. */
export interface WholeTable {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellView[])[];
}

/** Where a table is: as an input by its name, as an output where it was written. */
function boundTables(snapshot: Snapshot, settings: Settings): BoundTable[] {
  const bind = (definition: TableDefinition, isWritten: boolean) => {
    const written = isWritten ? outputMapping(definition, snapshot) : [];
    const mapping = new Map([...written, ...mappingFor(definition, settings)]);
    return bindTable(definition, snapshot, mapping, unheard);
  };
  const inputs = new Set(inputTables);
  const written = writtenTables.filter((definition) => !inputs.has(definition));
  return [
    ...inputTables.flatMap((definition) => bind(definition, false) ?? []),
    ...written.flatMap((definition) => bind(definition, true) ?? []),
  ];
}

/** Rows of Invoices and Invoice lines that a filter leaves, by the table's title; undefined where all are meant. */
function chosenRows(chosen: WholeInput["chosen"]): ReadonlyMap<string, ReadonlySet<number>> | undefined {
  if (!chosen) return undefined;
  const documents = [...chosen];
  return new Map([
    [invoicesTable.title, new Set(documents.map(({ row }) => row))],
    [invoiceLinesTable.title, new Set(documents.flatMap(({ lines }) => lines.map(({ row }) => row)))],
  ]);
}

/** A plain 1 in a column of percents is 1 %: written as its fraction, like all other percents. */
function asFraction(cell: CellView, isPercent: boolean): CellView {
  return isPercent && cell.kind === CellKind.number && cell.number === 1
    ? { ...cell, number: one.dividedBy(100).toNumber() }
    : cell;
}

function wholeTable(bound: BoundTable, rowsLeft: ReadonlySet<number> | undefined): WholeTable {
  const { grid, firstRow, lastRow, definition, headerRow, columnOf, others } = bound;
  const columns = [...new Set([...columnOf.values(), ...others.keys()])].sort((a, b) => a - b);
  const percents = new Set(
    [...columnOf].flatMap(([field, column]) =>
      definition.columns[field]?.kind === "percent" ? [column] : [],
    ),
  );
  const rows: CellView[][] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    if (rowsLeft && !rowsLeft.has(row)) continue;
    const cells = columns.map((column) => asFraction(viewCell(grid, row, column), percents.has(column)));
    if (cells.some(({ kind }) => kind !== CellKind.blank)) rows.push(cells);
  }
  const headers = columns.map((column) => viewCell(grid, headerRow, column).text.trim());
  return { title: definition.title, headers, rows };
}

/** Every table of the workbook that Ratebook knows, with all its columns, also those that people added. */
export function wholeTables({ snapshot, chosen }: Pick<WholeInput, "snapshot" | "chosen">): WholeTable[] {
  const left = chosenRows(chosen);
  const bounds = boundTables(snapshot, readSettings(snapshot, unheard));
  return bounds.map((bound) => wholeTable(bound, left?.get(bound.definition.title)));
}
