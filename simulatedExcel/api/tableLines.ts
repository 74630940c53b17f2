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
  const row = (place: number): ApiObject => {
    if (!Number.isInteger(place) || place < 0 || place >= count()) throw fault("ItemNotFound");
    return tableRowObject(host, table, place);
  };
  return {
    type: "TableRowCollection",
    scalars: { Count: readOnly(count) },
    items: () => Array.from({ length: count() }, (_, place) => row(place)),
    objects: {
      GetItemAt: ([place]) => row(numberOf(place)),
      Add: ([index, values]) => {
        const place = isAbsent(index) || index === -1 ? undefined : numberOf(index);
        const given = isAbsent(values)
          ? undefined
          : Array.isArray(values)
            ? (values as unknown[])
            : [[values]];
        const rows = given?.length ?? 1;
        host.cells.written += rows * bodyOf(table).columns;
        return row(insertTableRows(book, table, place, rows, given ?? null));
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

function tableRowObject(host: ApiHost, table: Table, place: number): ApiObject {
  const area = (): Area => {
    const body = bodyOf(table);
    if (place >= body.rows) throw fault("ItemNotFound");
    return { ...body, row: body.row + place, rows: 1 };
  };
  return {
    type: "TableRow",
    scalars: {
      Index: readOnly(() => place),
      Values: {
        get: () => valuesOf(table, area()),
        set: (input) => writeInputs(host.book, table.sheet, area(), input),
      },
    },
    objects: { GetRange: () => host.make.range(table.sheet, area()) },
    methods: {
      Delete: () => {
        deleteTableRows(host.book, table, place, 1);
      },
    },
  };
}

export function tableColumnsObject(host: ApiHost, table: Table): ApiObject {
  const names = (): string[] => valuesOf(table, headerOf(table))[0]!.map(String);
  const column = (place: number): ApiObject => tableColumnObject(host, table, place);
  const find = (key: unknown): number => {
    if (typeof key === "number") return key - 1;
    const wanted = textOf(key).toLowerCase();
    return names().findIndex((name) => name.toLowerCase() === wanted);
  };
  const get = (place: number): ApiObject => {
    if (place < 0 || place >= areaOf(table).columns) throw fault("ItemNotFound");
    return column(place);
  };
  return {
    type: "TableColumnCollection",
    scalars: { Count: readOnly(() => areaOf(table).columns) },
    items: () => names().map((_, place) => column(place)),
    item: ([key]) => get(find(key)),
    objects: {
      GetItemAt: ([place]) => get(numberOf(place)),
      GetItemOrNullObject: ([key]) => (find(key) < 0 ? null : get(find(key))),
    },
    methods: { GetCount: () => areaOf(table).columns },
  };
}

function tableColumnObject(host: ApiHost, table: Table, place: number): ApiObject {
  const { book } = host;
  const within = (area: Area): Area => ({ ...area, column: area.column + place, columns: 1 });
  const range = (area: () => Area) => (): ApiObject => host.make.range(table.sheet, within(area()));
  return {
    type: "TableColumn",
    scalars: {
      Id: readOnly(() => place + 1),
      Index: readOnly(() => place),
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
