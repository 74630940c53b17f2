import { field, readOnly, type ApiObject } from "../office/apiObject";
import { booleanOf, numberOf, textOf } from "../office/wire";
import { fault } from "../workbook/fault";
import type { Sheet } from "../workbook/sheet";
import { areaOf, bodyOf, headerOf, totalsOf, type Table } from "../workbook/table";
import { addTable, deleteTable, forgetTable, renameTable, resizeTable } from "../workbook/tables";
import { checkOpen } from "../workbook/guards";
import type { ApiHost } from "./apiHost";
import { autoFilterOfTable, showRows } from "./autoFilterObject";
import { registrations } from "./eventRegistration";
import { sheetAreaOf } from "./sheetArea";
import { tableColumnsObject, tableRowsObject } from "./tableLines";

export function tablesObject(host: ApiHost, sheet: Sheet | undefined): ApiObject {
  const { book } = host;
  const all = (): Table[] => book.tables.filter((table) => sheet === undefined || table.sheet === sheet);
  const find = (key: unknown): Table | undefined => {
    const wanted = textOf(key).toLowerCase();
    return all().find(({ id, name }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted);
  };
  const get = (table: Table | undefined, key: unknown): ApiObject => {
    if (!table) throw fault("ItemNotFound", `there is no table ${JSON.stringify(key)}`);
    return tableObject(host, table);
  };
  return {
    type: "TableCollection",
    scalars: { Count: readOnly(() => all().length) },
    items: () => all().map((table) => tableObject(host, table)),
    item: ([key]) => get(find(key), key),
    objects: {
      Add: ([range, hasHeaders]) => {
        const target = sheetAreaOf(book, range, sheet ?? book.activeSheet);
        return tableObject(host, addTable(book, target.sheet, target.area, booleanOf(hasHeaders)));
      },
      GetItemAt: ([index]) => get(all()[numberOf(index)], index),
      GetItemOrNullObject: ([key]) => {
        const table = find(key);
        return table ? tableObject(host, table) : null;
      },
    },
    methods: {
      GetCount: () => all().length,
      ...registrations(host.events, sheet?.id ?? "Workbook", {
        _RegisterDataChangedEvent: 101,
        _RegisterAddedEvent: 102,
        _RegisterDeletedEvent: 103,
      }),
    },
  };
}

export function tableObject(host: ApiHost, table: Table): ApiObject {
  const { book } = host;
  const { sheet } = table;
  const alive = (): void => {
    if (!book.tables.includes(table)) throw fault("ItemNotFound", `the table ${table.name} was deleted`);
  };
  const open = (): void => {
    alive();
    checkOpen(sheet);
  };
  const range = (area: () => ReturnType<typeof areaOf>) => (): ApiObject => {
    alive();
    return host.make.range(sheet, area());
  };
  return {
    type: "Table",
    id: table.id,
    scalars: {
      Id: readOnly(() => table.id),
      Name: {
        get: () => table.name,
        set: (name) => {
          alive();
          renameTable(book, table, textOf(name));
        },
      },
      ShowHeaders: readOnly(() => table.showHeaders),
      ShowTotals: readOnly(() => table.showTotals),
      Style: field(table, "style", textOf, open),
      ShowFilterButton: field(table, "showFilterButton", booleanOf, open),
      ShowBandedRows: field(table, "showBandedRows", booleanOf, open),
      ShowBandedColumns: field(table, "showBandedColumns", booleanOf, open),
      HighlightFirstColumn: field(table, "highlightFirstColumn", booleanOf, open),
      HighlightLastColumn: field(table, "highlightLastColumn", booleanOf, open),
    },
    objects: {
      Worksheet: () => host.make.worksheet(sheet),
      Rows: () => tableRowsObject(host, table),
      Columns: () => tableColumnsObject(host, table),
      AutoFilter: () => autoFilterOfTable(host, table),
      GetRange: range(() => areaOf(table)),
      GetHeaderRowRange: range(() => headerOf(table)),
      GetDataBodyRange: range(() => bodyOf(table)),
      GetTotalRowRange: range(() => {
        if (!table.showTotals) throw fault("ItemNotFound");
        return totalsOf(table);
      }),
      ConvertToRange: () => {
        open();
        const area = areaOf(table);
        forgetTable(book, table);
        return host.make.range(sheet, area);
      },
    },
    methods: {
      Delete: () => {
        alive();
        deleteTable(book, table);
      },
      Resize: ([given]) => {
        alive();
        const target = sheetAreaOf(book, given, sheet);
        if (target.sheet !== sheet) throw fault("InvalidArgument");
        resizeTable(book, table, target.area);
      },
      ClearFilters: () => {
        table.filter.criteria.clear();
        showRows(sheet, table.filter);
      },
      ReapplyFilters: () => null,
      ...registrations(host.events, table.id, {
        _RegisterDataChangedEvent: 101,
        _RegisterSelectionChangedEvent: 100,
      }),
    },
  };
}
