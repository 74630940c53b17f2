import { nameKey } from "../../base/name";
import { CellKind, type Snapshot } from "../../grid/grid";
import { inputTables } from "../../intake/inputTables";
import { writtenTables } from "../../intake/outputSheets";
import { unheard } from "../../issues/issue";
import { Decimal, decimalOfDouble } from "../../money/decimal";
import { endOfRows } from "../../run/endOfRows";
import { bindTable, type BoundTable } from "../../schema/bind";
import type { CellView } from "../../schema/column";
import { meanings } from "../../schema/header";
import { outputMapping } from "../../schema/outputSheet";
import type { TableDefinition } from "../../schema/table";
import { viewCell } from "../../schema/viewCell";
import { mappingFor } from "../../settings/mapping";
import { readSettings } from "../../settings/readSettings";
import type { PlannedCell, PlannedRow, WritePlan } from "../../sheets/plan";
import { sheetNamed } from "../../sheets/outputSheet";
import { heading } from "../../sheets/styles";
import { joinPlans, nothingAdded, refused, type ImportResult } from "../import";
import type { FileTable, KindOf } from "./tableRows";

/** The table of a name, by its title or a synonym; undefined where Ratebook knows none. */
export function tableNamed(name: string): TableDefinition | undefined {
  const known = [...inputTables, ...writtenTables];
  const key = nameKey(name);
  return (
    known.find(({ title }) => nameKey(title) === key) ??
    known.find(({ synonyms }) => synonyms.some((synonym) => nameKey(synonym) === key))
  );
}

/** The kinds of a table's columns by their headers. */
export function kindsOf(definition: TableDefinition): KindOf {
  const { of } = meanings(definition, new Map());
  return (header) => {
    const field = of(header)?.field;
    return field === undefined ? undefined : definition.columns[field]?.kind;
  };
}

const figure = (value: Decimal) => `# ${value.toSignificantDigits(15).toString()}`;

function textOfCell({ kind, number, text }: CellView): string {
  if (kind === CellKind.blank) return "";
  if (kind === CellKind.text || kind === CellKind.error) return `= ${text}`;
  return kind === CellKind.boolean ? String(number === 1) : figure(decimalOfDouble(number));
}

function textOfPlanned(cell: PlannedCell | null): string {
  if (!cell) return "";
  const { value } = cell;
  if (typeof value === "string") return value === "" ? "" : `= ${value}`;
  if (typeof value === "boolean") return String(value);
  return figure(Decimal.isDecimal(value) ? value : decimalOfDouble(value));
}

const rowKey = (texts: readonly string[]) => texts.join("\u001f");

/** The sheet's column of every header of a file; those that it does not have come behind its last. */
function columnsOf(
  bound: BoundTable,
  headers: readonly string[],
): { columns: number[]; added: string[]; first: number } {
  const { grid, headerRow, columnOf, others, definition, lastColumn } = bound;
  const all = [...columnOf.values(), ...others.keys()];
  const byHeader = new Map(all.map((column) => [nameKey(viewCell(grid, headerRow, column).text), column]));
  const { of } = meanings(definition, new Map());
  const first = Math.max(grid.columns.length, lastColumn + 1);
  const added: string[] = [];
  const columns = headers.map((header) => {
    const known = byHeader.get(nameKey(header)) ?? columnOf.get(of(header)?.field ?? "");
    return known ?? first + added.push(header) - 1;
  });
  return { columns, added, first };
}

/** Rows of the file that the table does not have; of equal rows as many as are missing. */
function newRows(bound: BoundTable, { rows }: FileTable, columns: readonly number[]): FileTable["rows"] {
  const left = new Map<string, number>();
  for (let row = bound.firstRow; row <= bound.lastRow; row++) {
    const key = rowKey(columns.map((column) => textOfCell(viewCell(bound.grid, row, column))));
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return rows.filter((cells) => {
    const key = rowKey(columns.map((_, index) => textOfPlanned(cells[index] ?? null)));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

export interface AddedRows {
  readonly plan: WritePlan;
  readonly rows: number;
}

/** What came of the rows of each table of a file; one that cannot be added to refuses all. */
export function importedTables(
  parts: readonly { readonly table: string; readonly added: AddedRows | string }[],
  rows: number,
): ImportResult {
  const plans: WritePlan[] = [];
  const counts: { readonly table: string; readonly rows: number }[] = [];
  for (const { table, added } of parts) {
    if (typeof added === "string") return refused(added);
    plans.push(added.plan);
    counts.push({ table, rows: added.rows });
  }
  const added = counts.reduce((all, count) => all + count.rows, 0);
  return {
    ok: true,
    imported: {
      rows,
      added: counts.filter((count) => count.rows > 0),
      leftOut: rows > added ? [{ reason: "rows that are there already", rows: rows - added }] : [],
      findings: [],
      issues: [],
      plan: joinPlans(plans),
    },
  };
}

/**
 * Rows of a file below those of its table, with columns that it lacks; a sheet of it where there is none. A sheet of that
 * name which cannot be read as the table is not written over.
 */
export function addTableRows(
  definition: TableDefinition,
  table: FileTable,
  snapshot: Snapshot,
): AddedRows | string {
  const settings = readSettings(snapshot, unheard);
  const mapping = new Map([...outputMapping(definition, snapshot), ...mappingFor(definition, settings)]);
  const bound = bindTable(definition, snapshot, mapping, unheard);
  if (!bound) {
    const other = sheetNamed(snapshot, definition.title);
    if (other && other.rowCount > 0)
      return `the columns of sheet “${other.sheet}” cannot be read as ${definition.title}`;
    const header = table.headers.map((value): PlannedCell => ({ value, style: heading }));
    const sheet = {
      name: definition.title,
      rows: [header, ...table.rows],
      widths: table.headers.map((title) => Math.max(12, title.length + 4)),
      frozenRows: 1,
    };
    return { plan: { ...nothingAdded, sheets: [sheet] }, rows: table.rows.length };
  }
  const { columns, added, first } = columnsOf(bound, table.headers);
  const rows = newRows(bound, table, columns);
  if (rows.length === 0) return { plan: nothingAdded, rows: 0 };
  const width = Math.max(...columns) + 1;
  const planned = rows.map((cells): PlannedRow => {
    const written: (PlannedCell | null)[] = Array.from({ length: width }, () => null);
    for (const [index, column] of columns.entries()) written[column] = cells[index] ?? null;
    return written;
  });
  const { sheet } = bound.grid;
  const { end, hasRowsBelow } = endOfRows(bound);
  const edits = added.map((value, index) => ({
    at: { sheet, row: bound.headerRow, column: first + index },
    value,
  }));
  const appended = { sheet, firstRow: end, rows: planned, ...(hasRowsBelow ? { movesRowsBelow: true } : {}) };
  return { plan: { ...nothingAdded, appended: [appended], edits }, rows: rows.length };
}
