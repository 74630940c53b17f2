import { knownValue } from "../base/knownValue";
import { remembered } from "../base/remembered";
import { invoiceLinesTable } from "../documents/invoiceLines.table";
import { columnName, type Grid, type Snapshot } from "../grid/grid";
import { bindTable, type BoundTable } from "../schema/bind";
import { outputMapping, outputSheetName } from "../schema/outputSheet";
import type { Columns, TableDefinition } from "../schema/table";
import { keptParts, nothingKept, type KeptParts } from "./keptParts";
import type { OutputInput } from "./outputInput";
import type { PlannedSheet } from "./plan";
import { tableSheet, type OutputColumn } from "./tableSheet";
import { unheard } from "../issues/issue";

/** What every sheet is made from: the workbook that it goes into. */
type SheetInput = Pick<OutputInput, "snapshot">;

/** One table that a run writes, on a sheet of its name. A new one is its file and its line in registry.ts. */
export interface OutputSheetDefinition<C extends Columns, Row, Input = OutputInput> {
  readonly table: TableDefinition<C>;
  /**
   * `always`: with every run that changes something in it. `after others`: only when another sheet is written, for a
   * log of what was written. `with rows`: like always, but not while it has no row and the workbook no such sheet.
   */
  readonly written: "always" | "with rows" | "after others";
  readonly tabColor: string;
  readonly columns: Readonly<Record<keyof C, OutputColumn<Row, Input>>>;
  readonly rows: (input: Input) => readonly Row[];
  /** Rows are added below these later, and the sheet is not written again: it is made as wide as its columns say. */
  readonly grows?: true;
  /** Rows that say the same as before are left as they are where others only come below them. */
  readonly keepsRows?: true;
  /** The table as the workbook holds it, whose added columns are kept. Default: found by its title. */
  readonly bound?: (input: Input) => BoundTable<C> | undefined;
  /** Sheet rows of that table which could not be read, to be kept as they are. */
  readonly unreadable?: (input: Input) => readonly number[];
  /** The row of that table which a row continues, for the columns that people added. */
  readonly oldRow?: (row: Row) => number | undefined;
}

/** An output sheet as the plan sees it, whatever its rows are. */
export interface OutputSheet<Input = OutputInput> {
  readonly table: TableDefinition;
  readonly written: OutputSheetDefinition<Columns, never>["written"];
  readonly keepsRows?: true | undefined;
  /** Whether there is anything to be written. */
  readonly isDue: (input: Input) => boolean;
  readonly plan: (input: Input) => PlannedSheet;
}

/** InvoiceLines for Invoice lines, RollForward for Roll-forward: the name of the Excel table, of letters and digits. */
export function excelTableName(title: string): string {
  return title.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

function titled<C extends Columns, Row, Input>(
  table: TableDefinition<C>,
  columns: OutputSheetDefinition<C, Row, Input>["columns"],
): (OutputColumn<Row, Input> & { readonly title: string })[] {
  const fields = Object.keys(table.columns) as (keyof C)[];
  return fields.map((field) => ({ title: table.columns[field]!.title, ...columns[field] }));
}

/** What of the table that the workbook holds stays: nothing where no row continues an old one. */
function keptOf<C extends Columns, Row, Input extends SheetInput>(
  { table, bound, unreadable, oldRow }: OutputSheetDefinition<C, Row, Input>,
  input: Input,
): KeptParts {
  if (!oldRow) return nothingKept;
  const old = bound
    ? bound(input)
    : bindTable(table, input.snapshot, outputMapping(table, input.snapshot), unheard);
  return keptParts(old, unreadable?.(input));
}

/** Defines sheets that are made from an input of one type. */
export const outputSheetsOf =
  <Input extends SheetInput>() =>
  <C extends Columns, Row>(definition: OutputSheetDefinition<C, Row, Input>): OutputSheet<Input> => {
    const { table, written, tabColor, columns } = definition;
    const plan = (input: Input): PlannedSheet =>
      tableSheet({
        sheet: definition.bound?.(input)?.grid.sheet ?? outputSheetName(table, input.snapshot),
        tableName: excelTableName(table.title),
        tabColor,
        columns: titled(table, columns),
        rows: definition.rows(input),
        kept: keptOf(definition, input),
        oldRow: definition.oldRow ?? (() => undefined),
        grows: definition.grows === true,
        input,
      });
    const isDue = (input: Input) =>
      written !== "with rows" ||
      definition.rows(input).length > 0 ||
      sheetNamed(input.snapshot, outputSheetName(table, input.snapshot)) !== undefined;
    return { table, written, keepsRows: definition.keepsRows, isDue, plan };
  };

/** A sheet of a billing run. */
export const defineOutputSheet = outputSheetsOf<OutputInput>();

/** The letters of a table's columns, which the formulas of every row name. */
const lettersOf = remembered(
  (columns: Columns) => new Map(Object.keys(columns).map((field, index) => [field, columnName(index)])),
);

/** The letter of a table's column where it is written, for formulas: O of Invoice lines' Amount. */
export function columnLetter<C extends Columns>(
  { columns }: TableDefinition<C>,
  field: keyof C & string,
): string {
  return knownValue(lettersOf(columns), field);
}

/** The sheet of Invoice lines, to which the formulas of the other documents point. */
export function linesSheetName({ register, snapshot }: Pick<OutputInput, "register" | "snapshot">): string {
  return register.linesBound?.grid.sheet ?? outputSheetName(invoiceLinesTable, snapshot);
}

/** The sheet of that name, compared as Excel compares them. */
export function sheetNamed({ grids }: Snapshot, name: string): Grid | undefined {
  return grids.find(({ sheet }) => sheet.toLowerCase() === name.toLowerCase());
}
