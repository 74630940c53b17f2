import type { ApiObject, Scalar } from "../office/apiObject";
import { readOnly } from "../office/apiObject";
import { booleanOf, isAbsent, numberOf, oneOf, textOf } from "../office/wire";
import { fullAddress } from "../workbook/address";
import {
  isInsideSheet,
  isUnbounded,
  isWholeColumns,
  isWholeRows,
  lastColumnOf,
  lastRowOf,
  type Area,
} from "../workbook/area";
import { shownValue, valueType, type Cell } from "../workbook/cell";
import { displayText } from "../workbook/displayText";
import { fault } from "../workbook/fault";
import { formatCategory } from "../workbook/formatCategory";
import { checkOpen } from "../workbook/guards";
import type { Sheet } from "../workbook/sheet";
import { STANDARD_HEIGHT, STANDARD_WIDTH } from "../workbook/sheet";
import { deleteCells, insertCells } from "../workbook/structure";
import {
  applyNamedStyle,
  clearArea,
  visitLines,
  mergeArea,
  unmergeArea,
  writeInputs,
  writeNumberFormats,
} from "../workbook/writing";
import type { ApiHost } from "./apiHost";
import { readCellProperties, writeCellProperties } from "./cellProperties";
import { hyperlinkOf } from "./hyperlink";
import { readLineProperties, writeLineProperties } from "./lineProperties";
import { rangeFinders } from "./rangeFinders";
import { rangeFormatObject } from "./rangeFormatObject";
import { areaNow, type RangeObject } from "./sheetArea";
import { validationObject } from "./validationObject";

/** The most cells of which Excel reads values. */
const MAX_CELLS = 5_000_000;

export function rangeObject(host: ApiHost, sheet: Sheet, area: Area): RangeObject {
  if (!isInsideSheet(area)) throw fault("InvalidArgument", "the range is not on the sheet");
  const tracked = sheet.track(area);
  host.references.pass(sheet, tracked);
  let reference: string | undefined;
  // Made when they are asked for: of most ranges a request wants one member.
  let scalars: ApiObject["scalars"];
  let objects: ApiObject["objects"];
  let methods: ApiObject["methods"];
  const now = (): Area => areaNow(range);
  const range: RangeObject = {
    type: "Range",
    cells: { sheet, tracked },
    keep: () => (reference ??= host.references.keep(range, sheet, tracked)),
    referenceId: () => reference,
    get scalars() {
      return (scalars ??= { ...cellScalars(host, sheet, now), ...positionScalars(sheet, now) });
    },
    get objects() {
      return (objects ??= rangeObjects(host, sheet, now));
    },
    get methods() {
      return (methods ??= rangeMethods(host, sheet, now));
    },
  };
  return range;
}

function rangeObjects(host: ApiHost, sheet: Sheet, now: () => Area): ApiObject["objects"] & object {
  return {
    Format: () => rangeFormatObject(sheet, now),
    DataValidation: () => validationObject(host, sheet, now),
    ConditionalFormats: () => ({
      type: "ConditionalFormatCollection",
      methods: { GetCount: () => sheet.others.conditionalFormats },
    }),
    ...rangeFinders(host, sheet, now),
    Insert: ([shift]) => {
      const at = now();
      insertCells(host.book, sheet, at, shiftOf(shift, at, "Down", "Right"));
      return host.make.range(sheet, at);
    },
  };
}

function rangeMethods(host: ApiHost, sheet: Sheet, now: () => Area): ApiObject["methods"] & object {
  const { book } = host;
  return {
    Clear: ([applyTo]) => {
      clearArea(book, sheet, now(), isAbsent(applyTo) ? "All" : textOf(applyTo));
    },
    Delete: ([shift]) => {
      const area = now();
      deleteCells(book, sheet, area, shiftOf(shift, area, "Up", "Left"));
    },
    Merge: ([across]) => {
      mergeArea(sheet, now(), across === true);
    },
    Unmerge: () => {
      unmergeArea(sheet, now());
    },
    Select: () => {
      book.select(sheet, [now()]);
    },
    Calculate: () => null,
    GetCellProperties: ([options]) => readCellProperties(host, sheet, now(), options),
    SetCellProperties: ([data]) => {
      writeCellProperties(host, sheet, now(), data);
    },
    GetRowProperties: ([options]) => readLineProperties(host, sheet, now(), "row", options),
    SetRowProperties: ([data]) => {
      writeLineProperties(host, sheet, now(), "row", data);
    },
    GetColumnProperties: ([options]) => readLineProperties(host, sheet, now(), "column", options),
    SetColumnProperties: ([data]) => {
      writeLineProperties(host, sheet, now(), "column", data);
    },
    _ValidateArraySize: ([rows, columns]) => {
      const area = now();
      if (numberOf(rows) !== area.rows || numberOf(columns) !== area.columns) {
        const size = `${String(area.rows)} rows of ${String(area.columns)}`;
        throw fault("InvalidArgument", `the array has another size than the range: ${size}`);
      }
    },
  };
}

function shiftOf(shift: unknown, area: Area, along: string, across: string): "row" | "column" {
  if (isWholeRows(area)) return "row";
  if (isWholeColumns(area)) return "column";
  return oneOf([along, across])(shift) === along ? "row" : "column";
}

/** Properties that are an element for each cell. */
function cellScalars(host: ApiHost, sheet: Sheet, now: () => Area): Record<string, Scalar> {
  const { book, cells } = host;
  const read = (element: (cell: Cell | undefined, row: number, column: number) => unknown) => (): unknown => {
    const area = now();
    // Excel has no answer for so many cells.
    if (isUnbounded(area) || area.rows * area.columns > MAX_CELLS) return null;
    cells.read += area.rows * area.columns;
    const rows: unknown[][] = [];
    for (let row = area.row; row <= lastRowOf(area); row++) {
      const elements: unknown[] = [];
      for (let column = area.column; column <= lastColumnOf(area); column++) {
        elements.push(element(sheet.grid.at(row, column), row, column));
      }
      rows.push(elements);
    }
    return rows;
  };
  const write = (input: unknown): void => {
    const area = now();
    cells.written += isUnbounded(area) ? 0 : area.rows * area.columns;
    writeInputs(book, sheet, area, input);
  };
  const formatAt = (row: number, column: number): string => sheet.grid.styleAt(row, column).numberFormat;
  const formula = read((cell) => cell?.formula ?? shownValue(cell?.value ?? ""));
  const formats: Scalar = {
    get: read((_, row, column) => formatAt(row, column)),
    set: (input) => writeNumberFormats(sheet, now(), input),
  };
  return {
    Values: { get: read((cell) => shownValue(cell?.value ?? "")), set: write },
    Formulas: { get: formula, set: write },
    NumberFormat: formats,
    NumberFormatCategories: readOnly(read((_, row, column) => formatCategory(formatAt(row, column)))),
    ValueTypes: readOnly(read((cell) => valueType(cell?.value ?? ""))),
    Style: {
      // Other styles are not simulated, and none is told from Normal.
      get: () => "Normal",
      set: (name) => {
        applyNamedStyle(sheet, now(), textOf(name));
      },
    },
    Text: readOnly(
      read((cell, row, column) => displayText(cell?.value ?? "", formatAt(row, column), book.date1904)),
    ),
  };
}

/** Properties of the range as a whole. */
function positionScalars(sheet: Sheet, now: () => Area): Record<string, Scalar> {
  const count = ({ rows, columns }: Area): number => rows * columns;
  const size = (axis: "row" | "column", from: number, length: number): number => {
    const { sizes, hidden } = axis === "row" ? sheet.grid.rows : sheet.grid.columns;
    const standard = axis === "row" ? STANDARD_HEIGHT : STANDARD_WIDTH;
    let total = length * standard;
    for (const [line, lineSize] of sizes)
      if (line >= from && line < from + length) total += lineSize - standard;
    for (const line of hidden) {
      if (line >= from && line < from + length) total -= sizes.get(line) ?? standard;
    }
    return total;
  };
  const rowHidden = hiddenScalar(sheet, now, "row");
  const columnHidden = hiddenScalar(sheet, now, "column");
  return {
    Address: readOnly(() => fullAddress(sheet.name, now())),
    RowIndex: readOnly(() => now().row),
    ColumnIndex: readOnly(() => now().column),
    RowCount: readOnly(() => now().rows),
    ColumnCount: readOnly(() => now().columns),
    CellCount: readOnly(() => (count(now()) > 2 ** 31 - 1 ? -1 : count(now()))),
    IsEntireRow: readOnly(() => isWholeRows(now())),
    IsEntireColumn: readOnly(() => isWholeColumns(now())),
    RowHidden: rowHidden,
    ColumnHidden: columnHidden,
    Hidden: readOnly(() => {
      const [rows, columns] = [rowHidden.get(), columnHidden.get()];
      return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
    }),
    Top: readOnly(() => size("row", 0, now().row)),
    Left: readOnly(() => size("column", 0, now().column)),
    Height: readOnly(() => size("row", now().row, now().rows)),
    Width: readOnly(() => size("column", now().column, now().columns)),
    Hyperlink: hyperlinkOf(sheet, now),
  };
}

function hiddenScalar(sheet: Sheet, now: () => Area, axis: "row" | "column"): Scalar {
  const { hidden } = axis === "row" ? sheet.grid.rows : sheet.grid.columns;
  return {
    get: () => {
      const area = now();
      const [first, last] = axis === "row" ? [area.row, lastRowOf(area)] : [area.column, lastColumnOf(area)];
      const count = [...hidden].filter((line) => line >= first && line <= last).length;
      return count === 0 ? false : count === last - first + 1 ? true : null;
    },
    set: (value) => {
      checkOpen(sheet, axis === "row" ? "allowFormatRows" : "allowFormatColumns");
      const isHidden = booleanOf(value);
      visitLines(now(), axis, (line) => void (isHidden ? hidden.add(line) : hidden.delete(line)));
    },
  };
}
