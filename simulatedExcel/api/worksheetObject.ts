import { field, readOnly, type ApiObject } from "../office/apiObject";
import { booleanOf, colourOf, isAbsent, numberOf, oneOf, textOf } from "../office/wire";
import { cellAt, wholeSheet, type Area } from "../workbook/area";
import { fault } from "../workbook/fault";
import { STANDARD_HEIGHT, STANDARD_WIDTH, type Sheet } from "../workbook/sheet";
import type { ApiHost } from "./apiHost";
import { autoFilterOfSheet } from "./autoFilterObject";
import { chartsObject } from "./chartsObject";
import { registrations } from "./eventRegistration";
import { pageLayoutObject } from "./pageLayoutObject";
import { sheetAreaOf } from "./sheetArea";
import { freezePanesObject, protectionObject } from "./sheetParts";
import { shapesObject } from "./shapesObject";

const visibilities = ["Visible", "Hidden", "VeryHidden"] as const;

export function worksheetObject(host: ApiHost, sheet: Sheet): ApiObject {
  const { book, make } = host;
  const nextVisible = (step: 1 | -1, visibleOnly: unknown): ApiObject | null => {
    for (let position = book.sheets.indexOf(sheet) + step; book.sheets[position]; position += step) {
      const other = book.sheets[position]!;
      if (visibleOnly !== true || other.visibility === "Visible") return make.worksheet(other);
    }
    return null;
  };
  return {
    type: "Worksheet",
    id: sheet.id,
    scalars: {
      Name: { get: () => sheet.name, set: (name) => book.renameSheet(sheet, textOf(name)) },
      Id: readOnly(() => sheet.id),
      Position: {
        get: () => book.sheets.indexOf(sheet),
        set: (position) => book.moveSheet(sheet, numberOf(position)),
      },
      Visibility: {
        get: () => sheet.visibility,
        set: (visibility) => book.setVisibility(sheet, oneOf(visibilities)(visibility)),
      },
      TabColor: field(sheet, "tabColor", (colour) => (colour === "" ? "" : colourOf(colour))),
      ShowGridlines: field(sheet, "showGridlines", booleanOf),
      ShowHeadings: field(sheet, "showHeadings", booleanOf),
      // The names by which the library sets these two.
      Gridlines: field(sheet, "showGridlines", booleanOf),
      Headings: field(sheet, "showHeadings", booleanOf),
      StandardWidth: readOnly(() => STANDARD_WIDTH),
      StandardHeight: readOnly(() => STANDARD_HEIGHT),
    },
    objects: {
      ...rangesOf(host, sheet),
      Tables: () => make.tables(sheet),
      Names: () => make.names(sheet),
      Protection: () => protectionObject(book, sheet),
      FreezePanes: () => freezePanesObject(host, sheet),
      PageLayout: () => pageLayoutObject(host, sheet),
      Shapes: () => shapesObject(host, sheet),
      Charts: () => chartsObject(host, sheet),
      Comments: () => counted("CommentCollection", () => sheet.others.comments),
      PivotTables: () => counted("PivotTableCollection", () => sheet.others.pivotTables),
      AutoFilter: () => autoFilterOfSheet(host, sheet),
      GetNext: ([visibleOnly]) => found(nextVisible(1, visibleOnly)),
      GetNextOrNullObject: ([visibleOnly]) => nextVisible(1, visibleOnly),
      GetPrevious: ([visibleOnly]) => found(nextVisible(-1, visibleOnly)),
      GetPreviousOrNullObject: ([visibleOnly]) => nextVisible(-1, visibleOnly),
      _GetSheetById: ([id]) => make.worksheet(book.sheet(textOf(id))),
      _GetAnotherWorksheetById: ([id]) => make.worksheet(book.sheet(textOf(id))),
    },
    methods: {
      Activate: () => {
        book.activate(sheet);
      },
      Delete: () => {
        book.deleteSheet(sheet);
      },
      Calculate: () => null,
      ...registrations(host.events, sheet.id, {
        _RegisterActivatedEvent: 11,
        _RegisterDeactivatedEvent: 12,
        _RegisterDataChangedEvent: 10,
        _RegisterSelectionChangedEvent: 14,
        _RegisterProtectionChangedEvent: 24,
        _RegisterEventNameChanged: 25,
      }),
    },
  };
}

/** A collection of which only the number is known here. */
function counted(type: string, count: () => number): ApiObject {
  return { type, methods: { GetCount: count } };
}

function rangesOf(host: ApiHost, sheet: Sheet): ApiObject["objects"] & object {
  const range = (area: Area): ApiObject => host.make.range(sheet, area);
  const used = (valuesOnly: unknown): Area | undefined =>
    sheet.grid.usedArea(wholeSheet, valuesOnly === true);
  return {
    GetRange: ([address]) => {
      if (isAbsent(address) || address === "") return range(wholeSheet);
      const target = areaOrName(host, address, sheet);
      return host.make.range(target.sheet, target.area);
    },
    GetRangeByIndexes: ([row, column, rows, columns]) =>
      range({
        row: numberOf(row),
        column: numberOf(column),
        rows: numberOf(rows),
        columns: numberOf(columns),
      }),
    GetRanges: ([addresses]) => {
      const parts = textOf(addresses)
        .split(",")
        .map((part) => sheetAreaOf(host.book, part.trim(), sheet));
      if (parts.some((part) => part.sheet !== sheet)) throw fault("InvalidArgument");
      return host.make.areas(
        sheet,
        parts.map(({ area }) => area),
      );
    },
    GetCell: ([row, column]) => range(cellAt(numberOf(row), numberOf(column))),
    GetUsedRange: ([valuesOnly]) => range(used(valuesOnly) ?? cellAt(0, 0)),
    GetUsedRangeOrNullObject: ([valuesOnly]) => {
      const area = used(valuesOnly);
      return area ? range(area) : null;
    },
  };
}

/** An address, or a name of the workbook that points to cells. */
function areaOrName(host: ApiHost, given: unknown, sheet: Sheet): { sheet: Sheet; area: Area } {
  const text = typeof given === "string" ? given.toLowerCase() : "";
  const named = host.book.names.find(
    ({ name, scope }) => name.toLowerCase() === text && (scope === undefined || scope === sheet),
  )?.target;
  if (named?.tracked.area) return { sheet: named.sheet, area: named.tracked.area };
  return sheetAreaOf(host.book, given, sheet);
}

function found(object: ApiObject | null): ApiObject {
  if (!object) throw fault("ItemNotFound");
  return object;
}

export function worksheetsObject(host: ApiHost): ApiObject {
  const { book, make } = host;
  const visible = (visibleOnly: unknown): Sheet[] =>
    book.sheets.filter(({ visibility }) => visibleOnly !== true || visibility === "Visible");
  return {
    type: "WorksheetCollection",
    items: () => book.sheets.map((sheet) => make.worksheet(sheet)),
    item: ([key]) => make.worksheet(book.sheet(textOf(key))),
    objects: {
      Add: ([name]) => make.worksheet(book.addSheet(isAbsent(name) ? undefined : textOf(name))),
      GetItemOrNullObject: ([key]) => {
        const sheet = book.findSheet(textOf(key));
        return sheet ? make.worksheet(sheet) : null;
      },
      GetActiveWorksheet: () => make.worksheet(book.activeSheet),
      GetFirst: ([visibleOnly]) => make.worksheet(visible(visibleOnly)[0]!),
      GetLast: ([visibleOnly]) => make.worksheet(visible(visibleOnly).at(-1)!),
    },
    methods: {
      GetCount: ([visibleOnly]) => visible(visibleOnly).length,
      ...registrations(host.events, "Workbook", {
        _RegisterActivatedEvent: 11,
        _RegisterDeactivatedEvent: 12,
        _RegisterAddedEvent: 13,
        _RegisterDeletedEvent: 15,
        _RegisterDataChangedEvent: 10,
        _RegisterSelectionChangedEvent: 14,
        _RegisterProtectionChangedEvent: 24,
        _RegisterEventNameChanged: 25,
      }),
    },
  };
}
