import { Decimal, validDay, type Day } from "../../../core/api";
import { decodeMarked } from "../../bytes/text";

/** As far as the signs of a format are looked for. */
const LOOKED_AT = 4096;

/** The beginning of a file as text, however it is encoded: signs of formats are ASCII. */
export function beginningOf(bytes: Uint8Array): string {
  return decodeMarked(bytes.subarray(0, LOOKED_AT)).trimStart();
}

/** What may stand before the decimals; longer figures are no amount. */
export type DecimalSigns = "." | "," | ".,";

const AMOUNTS: Readonly<Record<DecimalSigns, RegExp>> = {
  ".": /^[-+]?\d{1,24}(?:\.\d{0,20})?$/,
  ",": /^[-+]?\d{1,24}(?:,\d{0,20})?$/,
  ".,": /^[-+]?\d{1,24}(?:[.,]\d{0,20})?$/,
};

/** An amount without groups, as files between programs have it: 12.5, 12,50, 12, or -3. */
export function amountOf(text: string, signs: DecimalSigns): Decimal | undefined {
  const written = text.trim();
  if (!AMOUNTS[signs].test(written)) return undefined;
  return new Decimal(written.replace(/^\+/, "").replace(",", ".").replace(/\.$/, ""));
}

/** The day of digits without separators, 20261031; what follows them is a time. */
export function dayOfDigits(text: string): Day | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(text.trim());
  return match ? validDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The day of six digits, 261031; years up to 79 are of this century, as in SWIFT. */
export function dayOfSixDigits(text: string): Day | undefined {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const year = Number(match[1]);
  return validDay(year + (year < 80 ? 2000 : 1900), Number(match[2]), Number(match[3]));
}

/** Which line of a text a place in it stands on, 1-based. */
export class LinesOfText {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  at(position: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= position) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

/** Texts that are there, each once, without what banks write where there is nothing. */
export function saidTexts(texts: readonly (string | undefined)[]): string[] {
  const said = texts.map((text) => text?.replace(/\s+/g, " ").trim() ?? "");
  return [...new Set(said.filter((text) => text !== "" && !isNothing(text)))];
}

/** What banks fill a field with that must not be empty. */
function isNothing(text: string): boolean {
  return /^(?:NOTPROVIDED|NOT PROVIDED|NONREF|NOREF|0*)$/i.test(text.trim());
}

/** The id by which a bank knows an entry; undefined where the field is only filled. */
export function bankIdOf(text: string | undefined): string | undefined {
  return text === undefined || isNothing(text) ? undefined : text.trim();
}
