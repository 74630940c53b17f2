import { CellKind, columnName, type Snapshot } from "../grid/grid";
import { PersonalColumns } from "../personal/personalColumns";
import { PersonalValues } from "../personal/personalValues";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import type { NamedColumn } from "../settings/namedColumns";
import type { Sha256 } from "../base/sha256";
import { CellRedactor } from "./cellRedactor";
import { isDroppedCell } from "./cellRules";
import {
  columnKey,
  columnsOnce,
  copiedColumns,
  headerText,
  isUsage,
  rowsOf,
  type CopiedColumn,
} from "./copiedColumns";
import { ExactValues, Pseudonyms } from "./pseudonyms";
import type { RedactedColumn, Redaction } from "./redaction";
import { RedactedSheets } from "./redactedSheets";
import { cardFinderOf } from "./scanCells";
import { tellsRowsApart } from "./tellsRowsApart";
import { inputsOfWorkbook, understoodTables, type UnderstoodTable } from "./understoodTables";

export interface RedactOptions {
  /** Columns that are personal besides those of Settings. */
  readonly columns: readonly NamedColumn[];
  /** What the pseudonyms are made with. */
  readonly key: string;
  readonly sha256: Sha256;
}

function personalValues(columns: readonly CopiedColumn[]): PersonalValues {
  const values = new PersonalValues();
  for (const copied of columns) {
    if (copied.role !== "personal") continue;
    const { grid } = copied.table.bound;
    for (const row of rowsOf(copied)) {
      const view = viewCell(grid, row, copied.column);
      if (view.kind !== CellKind.error) values.add(shownText(view));
    }
  }
  return values;
}

/** Sheets and columns that stay behind. */
function droppedOf(
  { grids }: Snapshot,
  tables: readonly UnderstoodTable[],
  columns: readonly CopiedColumn[],
  text: Redaction["text"],
): string[] {
  const used = new Set(tables.map(({ bound }) => bound.grid));
  const sheets = grids.filter((grid) => grid.rowCount > 0 && !used.has(grid)).map(({ sheet }) => text(sheet));
  const copied = new Set(columns.map(({ table: { bound }, column }) => columnKey(bound, column)));
  const left = tables.flatMap((table) => {
    const { columnOf, others, definition } = table.bound;
    const all = [...new Set([...columnOf.values(), ...others.keys()])];
    return all
      .filter((column) => !copied.has(columnKey(table.bound, column)))
      .map((column) => `${definition.title}: ${text(headerText(table, column))}`);
  });
  return [...sheets, ...new Set(left)];
}

/**
 * The copy of a workbook that may be given away: the tables and columns that are understood, personal values as pseudonyms,
 * also inside texts, and card numbers masked. Figures stay, so that it is billed as the workbook is.
 */
export function redactBook(snapshot: Snapshot, { columns, key, sha256 }: RedactOptions): Redaction {
  const inputs = inputsOfWorkbook(snapshot);
  const tables = understoodTables(snapshot, inputs);
  const personal = new PersonalColumns([...inputs.settings.personalColumns, ...columns]);
  const keepsOthers = tellsRowsApart(tables.filter(isUsage));
  const copied = columnsOnce(
    tables.flatMap((table) => copiedColumns(table, personal, keepsOthers && isUsage(table))),
  );
  const redactor = new CellRedactor(
    personalValues(copied),
    new Pseudonyms(key, sha256),
    cardFinderOf(snapshot),
  );
  const sheets = new RedactedSheets(snapshot, redactor.text);
  const counts = new Map<string, RedactedColumn>();
  const emptied = new Set<string>();
  for (const copy of copied) {
    const { table, column, field, title, role } = copy;
    const { headerRow } = table.bound;
    sheets.keep(table, column);
    const header = role === "apart" ? `Column ${columnName(column)}` : undefined;
    const headerChange =
      header ?? (field === undefined ? redactor.changed(copy, headerRow, undefined) : undefined);
    if (headerChange !== undefined) sheets.change(table, column, headerRow, headerChange);
    const exact = isUsage(table) ? new ExactValues() : undefined;
    let cells = 0;
    for (const row of rowsOf(copy)) {
      if (field !== undefined && isDroppedCell(table.bound, field, row)) {
        sheets.drop(table, column, row);
        emptied.add(`${table.bound.definition.title}: ${title}`);
        continue;
      }
      const after = redactor.changed(copy, row, exact);
      if (after === undefined) continue;
      sheets.change(table, column, row, after);
      cells++;
    }
    const names = { table: table.bound.definition.title, column: header ?? title };
    const id = `${names.table}|${names.column}`;
    if (cells > 0) counts.set(id, { ...names, cells: cells + (counts.get(id)?.cells ?? 0) });
  }
  return {
    sheets: sheets.list(),
    columns: [...counts.values()],
    dropped: [...droppedOf(snapshot, tables, copied, redactor.text), ...emptied],
    cards: redactor.cards,
    text: redactor.text,
  };
}
