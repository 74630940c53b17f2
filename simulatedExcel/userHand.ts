import { parseArea } from "./workbook/address";
import { MAX_COLUMNS, type Area } from "./workbook/area";
import { byColleague, byUser } from "./workbook/change";
import { fault } from "./workbook/fault";
import type { Sheet } from "./workbook/sheet";
import { deleteCells, insertCells } from "./workbook/structure";
import type { Table } from "./workbook/table";
import { addTable } from "./workbook/tables";
import type { Workbook } from "./workbook/workbook";
import { visitLines, mergeArea, writeInputs } from "./workbook/writing";
import { protect, unprotect } from "./api/sheetParts";

export type Input =
  | string
  | number
  | boolean
  | null
  | readonly (readonly (string | number | boolean | null)[])[];

/** What the user at this screen, or a colleague at another, does to the workbook; events tell of it. */
export interface UserHand {
  /** Types a value into each cell, or an array of values; as typed, so text may become a date or a formula. */
  edit(sheet: string, address: string, input: Input): void;
  /** Several areas with a comma between them. */
  select(sheet: string, address: string): void;
  activate(sheet: string): void;
  addSheet(name: string): void;
  renameSheet(sheet: string, name: string): void;
  deleteSheet(sheet: string): void;
  setVisibility(sheet: string, visibility: "Visible" | "Hidden" | "VeryHidden"): void;
  /** Without a password unless one is given. */
  protect(sheet: string, options?: Readonly<Record<string, unknown>>, password?: string): void;
  unprotect(sheet: string, password?: string): void;
  /** The structure: which sheets there are, their names and order. */
  protectWorkbook(): void;
  unprotectWorkbook(): void;
  /** Rows counted from 1, as the user sees them. */
  insertRows(sheet: string, first: number, count: number): void;
  deleteRows(sheet: string, first: number, count: number): void;
  hideRows(sheet: string, first: number, count: number): void;
  /** Filters a column of a table, from 0, and hides the rows of the sheet that do not match. */
  filter(table: string, column: number, hiddenRows: readonly number[]): void;
  merge(sheet: string, address: string): void;
  /** Puts one more conditional format on a sheet. */
  formatByCondition(sheet: string): void;
  /** Cells with a header row become a table. */
  addTable(sheet: string, address: string, name: string): void;
  renameTable(table: string, name: string): void;
}

export function handOf(book: Workbook, who: "user" | "colleague"): UserHand {
  const origin = who === "user" ? byUser : byColleague;
  const act = (does: () => void): void => book.as(origin, does);
  const rows = (first: number, count: number): Area => ({
    row: first - 1,
    column: 0,
    rows: count,
    columns: MAX_COLUMNS,
  });
  const onSheet =
    <A extends readonly unknown[]>(does: (sheet: Sheet, ...args: A) => void) =>
    (sheet: string, ...args: A): void => {
      act(() => {
        does(book.sheet(sheet), ...args);
      });
    };
  return {
    edit: onSheet((sheet, address: string, input: Input) => {
      writeInputs(book, sheet, areaAt(address), input);
    }),
    select: onSheet((sheet, address: string) => {
      book.select(sheet, address.split(",").map(areaAt));
    }),
    activate: onSheet((sheet) => {
      book.activate(sheet);
    }),
    addSheet: (name) => {
      act(() => void book.addSheet(name));
    },
    renameSheet: onSheet((sheet, name: string) => {
      book.renameSheet(sheet, name);
    }),
    deleteSheet: onSheet((sheet) => {
      book.deleteSheet(sheet);
    }),
    setVisibility: onSheet((sheet, visibility: Sheet["visibility"]) => {
      book.setVisibility(sheet, visibility);
    }),
    protect: onSheet((sheet, options?: Readonly<Record<string, unknown>>, password?: string) => {
      protect(book, sheet, options ?? {}, password);
    }),
    unprotect: onSheet((sheet, password?: string) => {
      unprotect(book, sheet, password);
    }),
    protectWorkbook: () => {
      book.protection = { password: undefined };
    },
    unprotectWorkbook: () => {
      book.protection = undefined;
    },
    insertRows: onSheet((sheet, first: number, count: number) => {
      insertCells(book, sheet, rows(first, count), "row");
    }),
    deleteRows: onSheet((sheet, first: number, count: number) => {
      deleteCells(book, sheet, rows(first, count), "row");
    }),
    hideRows: onSheet((sheet, first: number, count: number) => {
      visitLines(rows(first, count), "row", (line) => sheet.grid.rows.hidden.add(line));
    }),
    filter: (name, column, hiddenRows) => {
      const { filter, sheet } = tableOf(book, name);
      filter.criteria.set(column, { filterOn: "Custom" });
      for (const row of hiddenRows) sheet.grid.rows.hidden.add(row - 1);
    },
    formatByCondition: onSheet((sheet) => {
      sheet.others.conditionalFormats++;
    }),
    merge: onSheet((sheet, address: string) => {
      mergeArea(sheet, areaAt(address), false);
    }),
    addTable: onSheet((sheet, address: string, name: string) => {
      addTable(book, sheet, areaAt(address), true).name = name;
    }),
    renameTable: (table, name) => {
      tableOf(book, table).name = name;
    },
  };
}

function areaAt(address: string): Area {
  const area = parseArea(address);
  if (!area) throw fault("InvalidArgument", `"${address}" is no address`);
  return area;
}

function tableOf(book: Workbook, name: string): Table {
  const table = book.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!table) throw fault("ItemNotFound", `there is no table "${name}"`);
  return table;
}
