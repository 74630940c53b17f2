import type { ApiObject, Arguments } from "../office/apiObject";
import { numberOf } from "../office/wire";
import {
  bounding,
  cellAt,
  intersection,
  isInsideSheet,
  lastColumnOf,
  lastRowOf,
  MAX_COLUMNS,
  MAX_ROWS,
  overlap,
  type Area,
} from "../workbook/area";
import { fault } from "../workbook/fault";
import type { Sheet } from "../workbook/sheet";
import type { ApiHost } from "./apiHost";
import { sheetAreaOf } from "./sheetArea";

/** Excel names no more merged areas than these at once. */
const MOST_MERGES = 512;

type Finders = Record<string, (args: Arguments) => ApiObject | null>;

/** Methods of a range that give other ranges of its sheet. */
export function rangeFinders(host: ApiHost, sheet: Sheet, now: () => Area): Finders {
  const make = (area: Area): ApiObject => host.make.range(sheet, area);
  const otherArea = (other: unknown): Area => {
    const target = sheetAreaOf(host.book, other, sheet);
    if (target.sheet !== sheet) throw fault("InvalidArgument", "the ranges are on different sheets");
    return target.area;
  };
  const areasOrNull = (areas: readonly Area[]): ApiObject | null =>
    areas.length === 0 ? null : host.make.areas(sheet, areas);
  const number = (value: unknown, otherwise?: number): number =>
    value === undefined || value === null ? (otherwise ?? NaN) : numberOf(value);
  return {
    Worksheet: () => host.make.worksheet(sheet),
    GetCell: ([row, column]) => {
      const area = now();
      return make(cellAt(area.row + number(row), area.column + number(column)));
    },
    GetRow: ([row]) => make({ ...now(), row: now().row + number(row), rows: 1 }),
    GetColumn: ([column]) => make({ ...now(), column: now().column + number(column), columns: 1 }),
    GetLastRow: () => make({ ...now(), row: lastRowOf(now()), rows: 1 }),
    GetLastColumn: () => make({ ...now(), column: lastColumnOf(now()), columns: 1 }),
    GetLastCell: () => make(cellAt(lastRowOf(now()), lastColumnOf(now()))),
    GetEntireRow: () => make({ ...now(), column: 0, columns: MAX_COLUMNS }),
    GetEntireColumn: () => make({ ...now(), row: 0, rows: MAX_ROWS }),
    GetRowsBelow: ([count]) => make(besideRows(now(), number(count, 1))),
    GetRowsAbove: ([count]) => make(besideRows(now(), -number(count, 1))),
    GetColumnsAfter: ([count]) => make(besideColumns(now(), number(count, 1))),
    GetColumnsBefore: ([count]) => make(besideColumns(now(), -number(count, 1))),
    GetOffsetRange: ([rows, columns]) =>
      make({ ...now(), row: now().row + number(rows), column: now().column + number(columns) }),
    GetResizedRange: ([rows, columns]) =>
      make({ ...now(), rows: now().rows + number(rows), columns: now().columns + number(columns) }),
    GetAbsoluteResizedRange: ([rows, columns]) =>
      make({ ...now(), rows: number(rows), columns: number(columns) }),
    GetBoundingRect: ([other]) => make(bounding(now(), otherArea(other))),
    GetIntersection: ([other]) => {
      const common = intersection(now(), otherArea(other));
      if (!common) throw fault("ItemNotFound");
      return make(common);
    },
    GetIntersectionOrNullObject: ([other]) => {
      const common = intersection(now(), otherArea(other));
      return common ? make(common) : null;
    },
    GetUsedRange: ([valuesOnly]) => {
      const used = sheet.grid.usedArea(now(), valuesOnly === true);
      return make(used ?? cellAt(now().row, now().column));
    },
    GetUsedRangeOrNullObject: ([valuesOnly]) => {
      const used = sheet.grid.usedArea(now(), valuesOnly === true);
      return used ? make(used) : null;
    },
    GetMergedAreasOrNullObject: () => {
      const merged = sheet.mergesIn().filter((area) => overlap(area, now()));
      if (merged.length > MOST_MERGES) throw fault("GeneralException", "more than 512 merged areas");
      return areasOrNull(merged);
    },
    GetSpecialCellsOrNullObject: ([kind]) => {
      if (kind !== "DataValidations") throw host.missing.notSimulated(`special cells: ${String(kind)}`);
      const ruled = sheet.validations.filter(({ validation }) => validation !== undefined);
      return areasOrNull(ruled.flatMap(({ area }) => (area && overlap(area, now()) ? [area] : [])));
    },
  };
}

function besideRows(area: Area, count: number): Area {
  return checked(
    count > 0
      ? { ...area, row: area.row + area.rows, rows: count }
      : { ...area, row: area.row + count, rows: -count },
  );
}

function besideColumns(area: Area, count: number): Area {
  return checked(
    count > 0
      ? { ...area, column: area.column + area.columns, columns: count }
      : { ...area, column: area.column + count, columns: -count },
  );
}

function checked(area: Area): Area {
  if (!isInsideSheet(area)) throw fault("InvalidArgument", "the range is not on the sheet");
  return area;
}
