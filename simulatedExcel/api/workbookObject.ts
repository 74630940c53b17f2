import { field, readOnly, type ApiObject } from "../office/apiObject";
import { booleanOf, textOf } from "../office/wire";
import { cellAt } from "../workbook/area";
import { fault } from "../workbook/fault";
import type { ApiHost } from "./apiHost";
import { applicationObject } from "./applicationObject";
import { functionsObject } from "./functionsObject";
import { customXmlPartsObject } from "./customXmlObject";
import { insertWorksheets } from "./insertWorksheets";
import { workbookProtectionObject } from "./sheetParts";
import { settingsObject } from "./settingsObject";
import { worksheetsObject } from "./worksheetObject";

/** The root of all requests. */
export function workbookObject(host: ApiHost): ApiObject {
  const { book, make, references } = host;
  const selected = (): ReturnType<typeof book.selectionOf> => book.selectionOf(book.activeSheet);
  return {
    type: "Workbook",
    scalars: {
      Name: readOnly(() => book.name),
      ReadOnly: readOnly(() => false),
      AutoSave: readOnly(() => false),
      PreviouslySaved: readOnly(() => true),
      UsePrecisionAsDisplayed: readOnly(() => false),
      CalculationEngineVersion: readOnly(() => 191_029),
    },
    objects: {
      Worksheets: () => worksheetsObject(host),
      Tables: () => make.tables(),
      Names: () => make.names(),
      Settings: () => settingsObject(host),
      CustomXmlParts: () => customXmlPartsObject(host),
      Application: () => applicationObject(host),
      Protection: () => workbookProtectionObject(host),
      Functions: () => functionsObject(book),
      _Runtime: () => ({
        type: "Runtime",
        scalars: { EnableEvents: field(book, "eventsEnabled", booleanOf) },
      }),
      GetSelectedRange: () => {
        if (selected().length > 1) throw fault("InvalidSelection", "several areas are selected");
        return make.range(book.activeSheet, selected()[0]!);
      },
      GetActiveCell: () => {
        const { row, column } = selected()[0]!;
        return make.range(book.activeSheet, cellAt(row, column));
      },
      GetSelectedRanges: () => make.areas(book.activeSheet, selected()),
      _GetRangeForEventByReferenceId: ([id]) => eventRange(host, id) ?? refuse(),
      _GetRangeOrNullObjectForEventByReferenceId: ([id]) => eventRange(host, id),
    },
    methods: {
      InsertWorksheetsFromBase64: async ([file, options]) => insertWorksheets(host, textOf(file), options),
      _RemoveReference: ([id]) => {
        references.remove(textOf(id));
      },
      _RemoveAllReferences: () => null,
      _GetReferenceCount: () => references.count,
    },
  };
}

/** References of events are addresses by id of the sheet. */
function eventRange({ book, make }: ApiHost, id: unknown): ApiObject | null {
  const [sheetId, ...numbers] = textOf(id).split("|");
  const [row = 0, column = 0, rows = 1, columns = 1] = numbers.map(Number);
  const sheet = book.findSheet(sheetId!);
  return sheet ? make.range(sheet, { row, column, rows, columns }) : null;
}

function refuse(): never {
  throw fault("ItemNotFound");
}
