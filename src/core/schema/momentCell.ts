import { FIRST_DAY, formatDay, LAST_DAY, type Day } from "../calendar/day";
import { timeOfMoment } from "../calendar/timeOfDay";
import { CellKind } from "../grid/grid";
import { dayOfNumber } from "./dateNumber";
import { parseDateText } from "./dateText";
import { fault, mustBeFilled, ok, type Parsed, type ReadContext } from "./parsed";
import type { CellView } from "./viewCell";

/** A day and the share of it that has passed (0.75 is 18:00). */
export interface Moment {
  readonly day: Day;
  readonly time: number;
  /** Only the month is known: the day is its last. */
  readonly isMonth?: boolean;
}

/** 1927-05-18: no number below is a day unless its format says so. */
const FIRST_PLAIN_DAY = 10_000;

function monthMoment(first: Day, last: Day, { isBegin }: ReadContext): Parsed<Moment> {
  const day = isBegin ? first : last;
  const remark = { code: "MONTH_AS_DATE", words: { read: formatDay(day) } } as const;
  return ok({ day, time: 0, isMonth: true }, remark);
}

/** The day, and the time of it, that a cell means. */
export function parseMomentCell(cell: CellView, context: ReadContext): Parsed<Moment> {
  if (cell.kind === CellKind.text) {
    if (context.isEpoch && /^\d{9,10}$/.test(cell.text.trim())) {
      return parseMomentCell({ kind: CellKind.number, number: Number(cell.text), text: "" }, context);
    }
    const read = parseDateText(cell.text, context.dateOrder);
    if (read.kind === "none") return fault("NOT_A_DATE", mustBeFilled);
    const isOrdered = read.kind === "ambiguous" || (read.kind === "moment" && read.order !== undefined);
    if (context.isOrderMixed === true && isOrdered) return fault("DATES_MIXED");
    if (read.kind === "ambiguous") {
      return fault("AMBIGUOUS_DATE", { one: formatDay(read.one), other: formatDay(read.other) });
    }
    if (read.kind === "month") return monthMoment(read.first, read.last, context);
    const { day, time } = read;
    return ok(
      { day, time },
      read.iso ? undefined : { code: "DATE_AS_TEXT", words: { read: formatDay(day) } },
    );
  }
  const { kind, number } = cell;
  if (kind !== CellKind.date && kind !== CellKind.number && kind !== CellKind.time)
    return fault("NOT_A_DATE", mustBeFilled);
  const read =
    kind === CellKind.number
      ? dayOfNumber(number, context.isEpoch === true)
      : ({ kind: "serial", serial: number } as const);
  if (read.kind === "month") return monthMoment(read.first, read.last, context);
  const day = Math.floor(read.serial);
  // 1000 under From is the bound of a quantity, and no day of 1902.
  if (kind === CellKind.number && day < FIRST_PLAIN_DAY) return fault("NOT_A_DATE", mustBeFilled);
  if (day < FIRST_DAY || day > LAST_DAY) return fault("NOT_A_DATE", mustBeFilled);
  return ok({ day, time: timeOfMoment(read.serial) });
}
