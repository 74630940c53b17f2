import { readOnly, type ApiObject } from "../office/apiObject";
import { isAbsent, numberOf, textOf } from "../office/wire";
import type { Area } from "../workbook/area";
import { shownValue } from "../workbook/cell";
import { fault } from "../workbook/fault";
import { areaOf, bodyOf, headerOf, type Table } from "../workbook/table";
import { deleteTableRows, insertTableRows } from "../workbook/tables";
import { writeInputs } from "../workbook/writing";
import type { ApiHost } from "./apiHost";

function valuesOf({ sheet }: Table, area: Area): unknown[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) =>
      shownValue(sheet.grid.at(area.row + row, area.column + column)?.value ?? ""),
    ),
  );
}

export function tableRowsObject(host: ApiHost, table: Table): ApiObject {
  const { book } = host;
  const count = (): number => bodyOf(table).rows;
  const row = (rowIndex: number): ApiObject => {
    if (!Number.isInteger(rowIndex) || rowIndex < 0 || rowIndex >= count()) throw fault("ItemNotFound");
    return tableRowObject(host, table, rowIndex);
  };
  return {
    type: "TableRowCollection",
    scalars: { Count: readOnly(count) },
    items: () => Array.from({ length: count() }, (_, rowIndex) => row(rowIndex)),
    objects: {
      GetItemAt: ([rowIndex]) => row(numberOf(rowIndex)),
      Add: ([index, values]) => {
        const rowIndex = isAbsent(index) || index === -1 ? undefined : numberOf(index);
        const given = isAbsent(values)
          ? undefined
          : Array.isArray(values)
            ? (values as unknown[])
            : [[values]];
        const rows = given?.length ?? 1;
        host.cells.written += rows * bodyOf(table).columns;
        return row(insertTableRows(book, table, rowIndex, rows, given ?? null));
      },
    },
    methods: {
      GetCount: count,
      DeleteRowsAt: ([first, many]) => {
        deleteTableRows(book, table, numberOf(first), isAbsent(many) ? 1 : numberOf(many));
      },
    },
  };
}

function tableRowObject(host: ApiHost, table: Table, rowIndex: number): ApiObject {
  const area = (): Area => {
    const body = bodyOf(table);
    if (rowIndex >= body.rows) throw fault("ItemNotFound");
    return { ...body, row: body.row + rowIndex, rows: 1 };
  };
  return {
    type: "TableRow",
    scalars: {
      Index: readOnly(() => rowIndex),
      Values: {
        get: () => valuesOf(table, area()),
        set: (input) => writeInputs(host.book, table.sheet, area(), input),
      },
    },
    objects: { GetRange: () => host.make.range(table.sheet, area()) },
    methods: {
      Delete: () => {
        deleteTableRows(host.book, table, rowIndex, 1);
      },
    },
  };
}

export function tableColumnsObject(host: ApiHost, table: Table): ApiObject {
  const names = (): string[] => valuesOf(table, headerOf(table))[0]!.map(String);
  const column = (columnIndex: number): ApiObject => tableColumnObject(host, table, columnIndex);
  const find = (key: unknown): number => {
    if (typeof key === "number") return key - 1;
    const wanted = textOf(key).toLowerCase();
    return names().findIndex((name) => name.toLowerCase() === wanted);
  };
  const get = (columnIndex: number): ApiObject => {
    if (columnIndex < 0 || columnIndex >= areaOf(table).columns) throw fault("ItemNotFound");
    return column(columnIndex);
  };
  return {
    type: "TableColumnCollection",
    scalars: { Count: readOnly(() => areaOf(table).columns) },
    items: () => names().map((_, columnIndex) => column(columnIndex)),
    item: ([key]) => get(find(key)),
    objects: {
      GetItemAt: ([columnIndex]) => get(numberOf(columnIndex)),
      GetItemOrNullObject: ([key]) => (find(key) < 0 ? null : get(find(key))),
    },
    methods: { GetCount: () => areaOf(table).columns },
  };
}

function tableColumnObject(host: ApiHost, table: Table, columnIndex: number): ApiObject {
  const { book } = host;
  const within = (area: Area): Area => ({ ...area, column: area.column + columnIndex, columns: 1 });
  const range = (area: () => Area) => (): ApiObject => host.make.range(table.sheet, within(area()));
  return {
    type: "TableColumn",
    scalars: {
      Id: readOnly(() => columnIndex + 1),
      Index: readOnly(() => columnIndex),
      Name: {
        get: () => String(valuesOf(table, within(headerOf(table)))[0]![0]),
        set: (name) => writeInputs(book, table.sheet, within(headerOf(table)), textOf(name)),
      },
      Values: {
        get: () => valuesOf(table, within(areaOf(table))),
        set: (input) => writeInputs(book, table.sheet, within(areaOf(table)), input),
      },
    },
    objects: {
      GetRange: range(() => areaOf(table)),
      GetHeaderRowRange: range(() => headerOf(table)),
      GetDataBodyRange: range(() => bodyOf(table)),
    },
  };
}
