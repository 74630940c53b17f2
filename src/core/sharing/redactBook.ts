import { CellKind, columnName, type Snapshot } from "../grid/grid";
import { PersonalColumns } from "../personal/personalColumns";
import { PersonalValues } from "../personal/personalValues";
import type { BoundTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import { usageTable } from "../metering/usage.table";
import type { NamedColumn } from "../settings/namedColumns";
import type { Sha256 } from "../base/sha256";
import { isDroppedCell, isFreeText } from "./cellRules";
import { withMaskedCards, type FindCards } from "./paymentCards";
import { comparedValue, ExactValues, Pseudonyms } from "./pseudonyms";
import type { RedactedColumn, Redaction } from "./redaction";
import { RedactedSheets } from "./redactedSheets";
import { cardFinderOf, type CardInCell } from "./scanCells";
import { tellsRowsApart } from "./tellsRowsApart";
import { inputsOfWorkbook, understoodTables, type UnderstoodTable } from "./understoodTables";

export interface RedactOptions {
  /** Columns that are personal besides those of Settings. */
  readonly columns: readonly NamedColumn[];
  /** What the pseudonyms are made with. */
  readonly key: string;
  readonly sha256: Sha256;
}

/** What becomes of a column of a table in the copy. */
type ColumnRole = "read" | "personal" | "apart";

interface CopiedColumn {
  readonly table: UnderstoodTable;
  readonly column: number;
  /** Its field where the table's definition knows it. */
  readonly field: string | undefined;
  readonly title: string;
  readonly role: ColumnRole;
}

const headerText = ({ bound }: UnderstoodTable, column: number): string =>
  shownText(viewCell(bound.grid, bound.headerRow, column));
const isUsage = ({ bound }: UnderstoodTable): boolean => bound.definition.title === usageTable.title;

/** The columns that go into the copy, each once, with their roles. */
function copiedColumns(
  table: UnderstoodTable,
  personal: PersonalColumns,
  keepsOthers: boolean,
): CopiedColumn[] {
  const { bound } = table;
  const named = personal.of(bound, (column) => headerText(table, column));
  const fieldOf = new Map([...bound.columnOf].map(([field, column]) => [column, field]));
  const kept = new Set([...table.columns, ...named.keys(), ...(keepsOthers ? table.others.keys() : [])]);
  return [...kept].map((column): CopiedColumn => {
    const field = fieldOf.get(column);
    const title = field === undefined ? headerText(table, column) : bound.definition.columns[field]!.title;
    const role = named.has(column) ? "personal" : table.others.has(column) ? "apart" : "read";
    return { table, column, field, title, role };
  });
}

const columnKey = ({ grid: { sheet }, headerRow }: BoundTable, column: number): string =>
  `${sheet}|${String(headerRow)}|${String(column)}`;

/** The columns of all tables; two tables in the same rows of one sheet may read the same column. */
function columnsOnce(columns: readonly CopiedColumn[]): CopiedColumn[] {
  const byKey = new Map<string, CopiedColumn>();
  for (const copied of columns) {
    const key = columnKey(copied.table.bound, copied.column);
    if (!byKey.has(key) || copied.role === "personal") byKey.set(key, copied);
  }
  return [...byKey.values()];
}

/** Every row of a table's column that holds something, below its header. */
function* rowsOf({ table: { bound }, column }: CopiedColumn): Generator<number> {
  const kinds = bound.grid.columns[column]?.kinds ?? [];
  for (let row = bound.firstRow; row <= Math.min(bound.lastRow, kinds.length - 1); row++)
    if (kinds[row] !== CellKind.blank) yield row;
}

/** Redacts cells one after the other, and counts what it changes. */
class CellRedactor {
  readonly cards: CardInCell[] = [];

  constructor(
    private readonly values: PersonalValues,
    private readonly pseudonyms: Pseudonyms,
    private readonly find: FindCards,
  ) {}

  readonly text = (text: string): string => {
    const replaced = this.values.replaced(text, (value) => this.pseudonyms.of(value));
    return withMaskedCards(replaced, this.find(replaced));
  };

  /** The text of a cell that is other than it was; undefined where it stays. */
  changed(copied: CopiedColumn, row: number, exact: ExactValues | undefined): string | undefined {
    const { table, column, field, role } = copied;
    const { grid, firstRow } = table.bound;
    const view = viewCell(grid, row, column);
    const shown = shownText(view);
    if (view.kind === CellKind.error || shown === "") return undefined;
    if (row >= firstRow && role !== "read")
      return this.pseudonyms.of(exact ? exact.of(shown) : comparedValue(shown));
    const isText = view.kind === CellKind.text;
    if (!isText && view.kind !== CellKind.number) return undefined;
    const isFree =
      isText && (field === undefined || (row >= firstRow && isFreeText(table.bound, field, row)));
    const before = isText ? view.text : shown;
    const replaced = isFree ? this.values.replaced(before, (value) => this.pseudonyms.of(value)) : before;
    const cards = this.find(replaced);
    for (const { masked, scheme } of cards)
      this.cards.push({ at: { sheet: grid.sheet, row, column }, masked, scheme });
    const after = withMaskedCards(replaced, cards);
    return after === before ? undefined : after;
  }
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
