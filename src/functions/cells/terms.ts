import { LAST_DAY, parseTerms, termsForms, type Day, type Terms } from "../../core/api";
import { Fault } from "./fault";
import { readText } from "./read";

/** Payment terms out of their text. */
export function readTerms(raw: unknown): Terms {
  const text = readText("terms", raw);
  const terms = parseTerms(text);
  if (!terms) throw new Fault("value", `terms: “${text}” is of no known form; write ${termsForms}.`);
  return terms;
}

/** A day that Excel can show. */
export function checkedDay(day: Day): Day {
  if (day > LAST_DAY)
    throw new Fault("number", "The date is after 9999-12-31, the last that a cell can hold.");
  return day;
}
