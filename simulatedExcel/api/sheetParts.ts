import { readOnly, type ApiObject } from "../office/apiObject";
import { isAbsent, numberOf, recordOf, textOf } from "../office/wire";
import { isWholeColumns, isWholeRows, type Area } from "../workbook/area";
import { fault } from "../workbook/fault";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";
import type { ApiHost } from "./apiHost";
import { sheetAreaOf } from "./sheetArea";

/** What a protected sheet allows unless the add-in says otherwise. */
const protectionDefaults: Readonly<Record<string, unknown>> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

export function protect(
  book: Workbook,
  sheet: Sheet,
  options: Readonly<Record<string, unknown>>,
  password: string | undefined,
): void {
  if (sheet.protection) throw fault("InvalidOperation", `"${sheet.name}" is protected already`);
  sheet.protection = {
    options: { ...protectionDefaults, ...options },
    ...(password === undefined ? {} : { password }),
  };
  book.notify({ kind: "protection", sheet, isProtected: true });
}

export function unprotect(book: Workbook, sheet: Sheet, password: string | undefined): void {
  if (!sheet.protection) return;
  if (sheet.protection.password !== undefined && sheet.protection.password !== password) {
    throw fault("AccessDenied", "the password is wrong");
  }
  sheet.protection = undefined;
  book.notify({ kind: "protection", sheet, isProtected: false });
}

export function protectionObject(book: Workbook, sheet: Sheet): ApiObject {
  const word = (password: unknown): string | undefined => (isAbsent(password) ? undefined : textOf(password));
  return {
    type: "WorksheetProtection",
    scalars: {
      Protected: readOnly(() => sheet.protection !== undefined),
      Options: readOnly(() => sheet.protection?.options ?? protectionDefaults),
    },
    methods: {
      Protect: ([options, password]) => {
        protect(book, sheet, isAbsent(options) ? {} : recordOf(options), word(password));
      },
      Unprotect: ([password]) => {
        unprotect(book, sheet, word(password));
      },
    },
  };
}

export function workbookProtectionObject({ book }: ApiHost): ApiObject {
  return {
    type: "WorkbookProtection",
    scalars: { Protected: readOnly(() => book.protection !== undefined) },
    methods: {
      Protect: ([password]) => {
        if (book.protection) throw fault("InvalidOperation", "the workbook is protected already");
        book.protection = { password: isAbsent(password) ? undefined : textOf(password) };
      },
      Unprotect: ([password]) => {
        const needed = book.protection?.password;
        if (needed !== undefined && needed !== password) throw fault("AccessDenied", "the password is wrong");
        book.protection = undefined;
      },
    },
  };
}

export function freezePanesObject(host: ApiHost, sheet: Sheet): ApiObject {
  const location = (): Area | undefined => {
    const { rows, columns } = sheet.frozen;
    if (rows === 0 && columns === 0) return undefined;
    return { row: 0, column: 0, rows: rows || 1_048_576, columns: columns || 16_384 };
  };
  const freeze = (rows: number, columns: number): void => {
    if (!Number.isInteger(rows) || !Number.isInteger(columns) || rows < 0 || columns < 0) {
      throw fault("InvalidArgument");
    }
    sheet.frozen = { rows, columns };
  };
  const range = (area: Area): ApiObject => host.make.range(sheet, area);
  return {
    type: "WorksheetFreezePanes",
    objects: {
      GetLocation: () => {
        const area = location();
        if (!area) throw fault("ItemNotFound");
        return range(area);
      },
      GetLocationOrNullObject: () => {
        const area = location();
        return area ? range(area) : null;
      },
    },
    methods: {
      FreezeRows: ([count]) => {
        freeze(isAbsent(count) ? 1 : numberOf(count), 0);
      },
      FreezeColumns: ([count]) => {
        freeze(0, isAbsent(count) ? 1 : numberOf(count));
      },
      FreezeAt: ([given]) => {
        const { area } = sheetAreaOf(host.book, given, sheet);
        freeze(
          isWholeColumns(area) ? 0 : area.row + area.rows,
          isWholeRows(area) ? 0 : area.column + area.columns,
        );
      },
      Unfreeze: () => {
        freeze(0, 0);
      },
    },
  };
}
