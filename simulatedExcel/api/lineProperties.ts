import { booleanOf, isAbsent, numberOf, recordOf } from "../office/wire";
import type { Area } from "../workbook/area";
import { fault } from "../workbook/fault";
import { checkOpen } from "../workbook/guards";
import { STANDARD_HEIGHT, STANDARD_WIDTH, type Sheet } from "../workbook/sheet";
import type { ApiHost } from "./apiHost";

type Axis = "row" | "column";

interface Span {
  readonly first: number;
  readonly count: number;
}

function spanOf(area: Area, axis: Axis): Span {
  return axis === "row" ? { first: area.row, count: area.rows } : { first: area.column, count: area.columns };
}

/** Names in requests of what a row and a column have. */
const names = {
  row: { size: "rowHeight", standard: "useStandardHeight", hidden: "rowHidden" },
  column: { size: "columnWidth", standard: "useStandardWidth", hidden: "columnHidden" },
} as const;

/** Range.getRowProperties and getColumnProperties: an object for each line; sizes and what is hidden only. */
export function readLineProperties(
  host: ApiHost,
  sheet: Sheet,
  area: Area,
  axis: Axis,
  options: unknown,
): unknown[] {
  const { size, standard, hidden } = names[axis];
  const { format, ...asked } = recordOf(options);
  const askedFormat = isAbsent(format) ? {} : recordOf(format);
  checkKnown(host, axis, [...Object.keys(asked)], [hidden]);
  checkKnown(host, axis, Object.keys(askedFormat), [size, standard]);
  const lines = axis === "row" ? sheet.grid.rows : sheet.grid.columns;
  const usual = axis === "row" ? STANDARD_HEIGHT : STANDARD_WIDTH;
  const { first, count } = spanOf(area, axis);
  return Array.from({ length: count }, (_, offset) => {
    const line = first + offset;
    return {
      ...(asked[hidden] === true && { [hidden]: lines.hidden.has(line) }),
      format: {
        ...(askedFormat[size] === true && { [size]: lines.sizes.get(line) ?? usual }),
        ...(askedFormat[standard] === true && { [standard]: !lines.sizes.has(line) }),
      },
    };
  });
}

/** Range.setRowProperties and setColumnProperties: an object for each line of the range. */
export function writeLineProperties(
  host: ApiHost,
  sheet: Sheet,
  area: Area,
  axis: Axis,
  data: unknown,
): void {
  checkOpen(sheet, axis === "row" ? "allowFormatRows" : "allowFormatColumns");
  const { size, standard, hidden } = names[axis];
  const { first, count } = spanOf(area, axis);
  if (!Array.isArray(data) || data.length !== count) throw fault("InvalidArgument");
  const lines = axis === "row" ? sheet.grid.rows : sheet.grid.columns;
  for (const [offset, properties] of data.entries()) {
    const line = first + offset;
    const { format, ...given } = recordOf(properties);
    const look = isAbsent(format) ? {} : recordOf(format);
    checkKnown(host, axis, Object.keys(given), [hidden]);
    checkKnown(host, axis, Object.keys(look), [size, standard]);
    if (!isAbsent(look[size])) lines.sizes.set(line, numberOf(look[size]));
    if (look[standard] === true) lines.sizes.delete(line);
    if (isAbsent(given[hidden])) continue;
    if (booleanOf(given[hidden])) lines.hidden.add(line);
    else lines.hidden.delete(line);
  }
}

function checkKnown(host: ApiHost, axis: Axis, given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) throw host.missing.notSimulated(`properties of a ${axis}: ${unknown}`);
}
