import { formatDay } from "../calendar/day";
import { secondOfTime } from "../calendar/timeOfDay";
import { Decimal } from "../money/decimal";
import type { Column } from "./column";
import type { Moment } from "./momentCell";

/** A day as yyyy-mm-dd, a moment as yyyy-mm-ddThh:mm:ss. */
export function momentText({ day, time }: Moment): string {
  const seconds = secondOfTime(time);
  if (seconds === 0) return formatDay(day);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${formatDay(day)}T${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** What can be read from a cell. */
type CellValue = string | number | Decimal | Moment | undefined;

/**
 * The value of a column as text, for hashes and seals: a day is 2026-10-31, a number its shortest decimal, a choice its
 * label, nothing is empty. Whatever format, header or unit of text the cell has, the same value is the same text.
 */
export function valueText(column: Pick<Column<unknown>, "kind" | "labels">, value: unknown): string {
  const read = value as CellValue;
  if (read === undefined) return "";
  if (read instanceof Decimal) return read.isZero() ? "0" : read.toFixed();
  if (typeof read === "object") return momentText(read);
  if (typeof read === "number") return column.kind === "day" ? formatDay(read) : String(read);
  return (column.labels?.get(read) ?? read).trim();
}
