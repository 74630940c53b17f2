import type { ApiEvent } from "../office/hostEvents";
import { areaText } from "../workbook/address";
import { intersection, type Area } from "../workbook/area";
import type { Change, Origin } from "../workbook/change";
import type { Sheet } from "../workbook/sheet";
import { areaOf, type Table } from "../workbook/table";
import type { Workbook } from "../workbook/workbook";

/** The library's numbers of events. */
const Type = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
  protection: 24,
  renamed: 25,
  tableSelection: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

const WORKBOOK = "Workbook";

type Body = Readonly<Record<string, unknown>>;

/** The events that tell of a change: each to the object itself and to its collection. */
export function eventsOf(book: Workbook, change: Change, origin: Origin): ApiEvent[] {
  if (!book.eventsEnabled) return [];
  const isRemote = origin.source === "Remote";
  const to = (targets: readonly string[], type: number, body: Body): ApiEvent[] =>
    targets.map((target) => ({
      type,
      target,
      body: { source: origin.source, triggerSource: origin.triggerSource, ...body },
      isRemote,
    }));
  switch (change.kind) {
    case "cells":
      return cellEvents(book, change.sheet, change.area, change.how, to);
    case "selection":
      return selectionEvents(book, change.sheet, change.area, to);
    case "activated":
    case "deactivated":
      return to([change.sheet.id, WORKBOOK], Type[change.kind], { worksheetId: change.sheet.id });
    case "sheetAdded":
      return to([WORKBOOK], Type.added, { worksheetId: change.sheet.id });
    case "sheetDeleted":
      return to([WORKBOOK], Type.deleted, { worksheetId: change.sheet.id });
    case "sheetRenamed":
      return to([change.sheet.id, WORKBOOK], Type.renamed, {
        worksheetId: change.sheet.id,
        nameBefore: change.before,
        nameAfter: change.after,
      });
    case "protection":
      return to([change.sheet.id, WORKBOOK], Type.protection, {
        worksheetId: change.sheet.id,
        isProtected: change.isProtected,
        sheetPassword: "",
      });
    case "tableAdded":
    case "tableDeleted":
      return to([WORKBOOK, change.table.sheet.id], Type[change.kind], {
        tableId: change.table.id,
        tableName: change.table.name,
        worksheetId: change.table.sheet.id,
      });
  }
}

type To = (targets: readonly string[], type: number, body: Body) => ApiEvent[];

function cellEvents(book: Workbook, sheet: Sheet, area: Area, changeType: string, to: To): ApiEvent[] {
  const { row, column, rows, columns } = area;
  const body: Body = {
    address: areaText(area),
    changeType,
    worksheetId: sheet.id,
    referenceId: [sheet.id, row, column, rows, columns].join("|"),
  };
  const ofTables = tablesAt(book, sheet, area).flatMap(({ table, common }) =>
    to([table.id, sheet.id, WORKBOOK], Type.tableChanged, {
      ...body,
      address: areaText(common),
      tableId: table.id,
    }),
  );
  return [...to([sheet.id, WORKBOOK], Type.changed, body), ...ofTables];
}

function selectionEvents(book: Workbook, sheet: Sheet, area: Area, to: To): ApiEvent[] {
  const body: Body = { address: areaText(area), worksheetId: sheet.id };
  const ofTables = book.tables
    .filter((table) => table.sheet === sheet)
    .flatMap((table) => {
      const common = intersection(areaOf(table), area);
      const isInsideTable = common !== undefined;
      return to([table.id], Type.tableSelection, {
        worksheetId: sheet.id,
        tableId: table.id,
        isInsideTable,
        address: common ? areaText(common) : "",
      });
    });
  return [...to([sheet.id, WORKBOOK], Type.selection, body), ...ofTables];
}

function tablesAt(book: Workbook, sheet: Sheet, area: Area): { table: Table; common: Area }[] {
  return book.tables.flatMap((table) => {
    const common = table.sheet === sheet ? intersection(areaOf(table), area) : undefined;
    return common ? [{ table, common }] : [];
  });
}
