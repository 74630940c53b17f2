import { LAST_DAY } from "../calendar/day";
import { notations, type LanguageCode } from "../calendar/notation";
import type { Notation } from "./documentWords";

/** How a language says a period: one without an end, and one between two days. */
export interface Spans {
  readonly since: (day: string) => string;
  readonly between: (from: string, to: string) => string;
}

/** The notation of a language, with periods and percents. */
export function notationOf(code: LanguageCode, { since, between }: Spans): Notation {
  const base = notations[code];
  return {
    ...base,
    span: ({ from, to }) => {
      if (from === to) return base.day(from);
      return to === LAST_DAY ? since(base.day(from)) : between(base.day(from), base.day(to));
    },
    percent: (fraction) => `${base.figure(fraction.times(100))} %`,
  };
}
