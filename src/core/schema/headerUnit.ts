import { nameKey } from "../base/name";
import { currencyCode } from "../money/currency";
import { currencyMarkIn } from "../money/currencyMark";
import { partOfCurrencyIn } from "../money/subunits";
import { isMeasure } from "./measures";

/** A header taken apart: what its figures are, and the unit or currency that stands beside it. */
export interface MeasuredHeader {
  readonly name: string;
  /** kWh of “Menge (kWh)”, EUR of “Price in EUR”, month of “Fee / month”. */
  readonly said: string;
  /** It stands behind “per” or a stroke: what one price is for. */
  readonly isPer: boolean;
}

/** Words that say that a figure is before tax, as all are. */
const NET = new Set(
  "net netto ht excl ex exkl excluding without ohne zzgl hors tax taxe taxes vat gst mwst ust btw iva".split(
    " ",
  ),
);
/** The first of the words that say so, where they stand behind a name without brackets: Price excl. VAT, Preis netto. */
const BEHIND_NET = /^(.{1,60}?) (?:net|netto|ht|excl|excluding|ex|exkl|ohne|zzgl|hors)(?:[ .]|$)/i;
const STRETCHES = new Set(
  "month months mo mth monat monate mois mes mese maand quarter quartal trimestre year yr jahr an annum ano anno jaar".split(
    " ",
  ),
);

const isMoney = (word: string): boolean =>
  currencyMarkIn(word) === word || (word.length === 3 && currencyCode(word) === word);

/** A day beside a name is a date, and “min” the least of something. */
const isBareMeasure = (word: string): boolean =>
  word.length > 1 && isMeasure(word) && !/^(?:min|days?|tage?|jours?)$/i.test(word);

/** Whether what stands beside the name of a column is no more than a unit, a currency, “net” or a stretch of time. */
function isUnit(said: string): boolean {
  const words = said.split(/[\s/.,]+|(?<!\p{L})(?:per|je|pro|par)(?!\p{L})/u).filter((word) => word !== "");
  return (
    words.length > 0 &&
    words.every(
      (word) =>
        isMoney(word) ||
        isMeasure(word) ||
        partOfCurrencyIn(word) !== undefined ||
        NET.has(nameKey(word)) ||
        STRETCHES.has(nameKey(word)),
    )
  );
}

const BRACKETED = /^([^([]{1,60})[([]([^()[\]]{1,30})[)\]]$/;
const BEHIND = /^(.{1,60}?)(?:\s+in|\s+en|\s*[,:])\s+(\S{1,12})$/i;
const PER =
  /^([^/]{1,60}?)(?:\s*\/\s*|\s+(?:per|je|pro|par|pour|por|à)\s+(?:an?\s+)?)(\p{L}[\p{L}\d²³ -]{0,20})$/iu;
const LAST = /^(.{1,60}?)\s+(\S{1,8})$/;
const FIRST = /^(\S{1,8})\s+(.{1,60})$/;

/** The ways in which a header can be taken apart, the likeliest first; each leaves a name that a table may know. */
export function measuredHeaders(header: string): MeasuredHeader[] {
  const text = header.trim().replace(/\s+/g, " ");
  const found: MeasuredHeader[] = [];
  for (const shape of [BRACKETED, BEHIND]) {
    const match = shape.exec(text);
    if (match && isUnit(match[2]!))
      found.push({ name: match[1]!, said: match[2]!, isPer: /^\s*(?:\/|per\b)/.test(match[2]!) });
  }
  const net = BEHIND_NET.exec(text);
  const saidNet = net && text.slice(net[1]!.length + 1);
  if (saidNet && isUnit(saidNet)) found.push({ name: net[1]!, said: saidNet, isPer: false });
  const per = PER.exec(text);
  if (per) found.push({ name: per[1]!, said: per[2]!, isPer: true });
  const last = LAST.exec(text);
  const isLast = last && (isMoney(last[2]!) || isBareMeasure(last[2]!));
  if (isLast) found.push({ name: last[1]!, said: last[2]!, isPer: false });
  const first = FIRST.exec(text);
  if (first && isMoney(first[1]!)) found.push({ name: first[2]!, said: first[1]!, isPer: false });
  return found;
}

/** Whether a text is a stretch of time for which something is charged, and no unit that is counted. */
export const isStretchOfTime = (said: string): boolean => STRETCHES.has(nameKey(said));

/** The currency that a header shows beside its name; undefined where it shows none. */
export function currencyOfHeader(header: string): string | undefined {
  for (const { said } of measuredHeaders(header)) {
    const mark = currencyMarkIn(said);
    if (mark !== undefined) return mark;
  }
  return undefined;
}
