import { civilOf, LAST_DAY, type Day } from "../calendar/day";
import { formatExactMoney, formatFigure, formatMoney, formatPercent } from "../money/format";
import type { Notation } from "./documentWords";

/** How a language writes figures and days. */
export interface Signs {
  readonly thousands: string;
  readonly decimal: string;
  /** Between day, month and year. */
  readonly between: string;
  /** A period without an end. */
  readonly since: (day: string) => string;
  readonly span: (from: string, to: string) => string;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** The notation of a language that writes the day before the month, both in figures. */
export function notationOf({ thousands, decimal, between, since, span }: Signs): Notation {
  const changed = (figure: string) => figure.replace(/[.,]/g, (sign) => (sign === "," ? thousands : decimal));
  const dayText = (serial: Day): string => {
    const { year, month, day } = civilOf(serial);
    return [two(day), two(month), String(year)].join(between);
  };
  return {
    day: dayText,
    span: ({ from, to }) => {
      if (from === to) return dayText(from);
      return to === LAST_DAY ? since(dayText(from)) : span(dayText(from), dayText(to));
    },
    figure: (value) => changed(formatFigure(value)),
    money: (amount, currency) => changed(formatMoney(amount, currency)),
    price: (amount, currency) => changed(formatExactMoney(amount, currency)),
    percent: (fraction) => changed(formatPercent(fraction)),
  };
}
