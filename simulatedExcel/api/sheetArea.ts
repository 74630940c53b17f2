import type { ApiObject } from "../office/apiObject";
import { parseReference } from "../workbook/address";
import type { Area } from "../workbook/area";
import { fault } from "../workbook/fault";
import type { Sheet } from "../workbook/sheet";
import type { TrackedArea } from "../workbook/tracked";
import type { Workbook } from "../workbook/workbook";

/** A range as arguments hand it over. */
export interface RangeObject extends ApiObject {
  readonly cells: { readonly sheet: Sheet; readonly tracked: TrackedArea };
}

/** Cells of a sheet. */
export interface SheetArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

export function isRange(value: unknown): value is RangeObject {
  return typeof value === "object" && value !== null && "cells" in value;
}

/** The cells that a range stands for; they may have moved since it was made. */
export function areaNow({ cells }: RangeObject): Area {
  const { area } = cells.tracked;
  if (!area) throw fault("InvalidReference", "the cells of the range were deleted");
  return area;
}

/** An argument that is a range or an address; `sheet` is where an address without a sheet lies. */
export function sheetAreaOf(book: Workbook, given: unknown, sheet: Sheet): SheetArea {
  if (isRange(given)) return { sheet: given.cells.sheet, area: areaNow(given) };
  const reference = typeof given === "string" ? parseReference(given) : undefined;
  if (!reference) throw fault("InvalidArgument", `${JSON.stringify(given)} is no range`);
  return {
    sheet: reference.sheet === undefined ? sheet : book.sheet(reference.sheet),
    area: reference.area,
  };
}
