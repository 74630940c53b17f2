import { smallestUnit, zero, type Decimal } from "../money/decimal";
import { formatFigure } from "../money/format";
import { holdsTwoNumbers, parseNumberText, type DecimalSign } from "../schema/numberText";
import { tierFault, type Tier } from "./tiers";

/** The bounds of a tier as people write them: 0-1000, up to 1000, 1001 and above. */
export interface TierBand {
  /** Its first unit, or the bound it begins above; undefined where only the upper bound is written. */
  readonly from: Decimal | undefined;
  /** Null: no upper bound; undefined: not written, so the next tier's `from` says it. */
  readonly upTo: Decimal | null | undefined;
  /** How many units it holds, where that is what is written: the next 500. */
  readonly next?: Decimal;
}

export type BandText =
  | { readonly ok: true; readonly band: TierBand }
  | { readonly ok: false; readonly reason: string };

const OPEN =
  /^(?:\*|∞|inf(?:inity)?|(?:and |& )?(?:above|up|over|more|beyond)|or more|the rest|rest|remainder|thereafter|then|unlimited|no limit|open|max|darüber|mehr|(?:et )?(?:au-delà|au delà|plus)|(?:y )?más|oltre|(?:en )?meer|)$/i;
const FIGURE = "\\d[\\d.,'’ ]*";
const RANGE = new RegExp(
  `^(?:from |von |between |de |da |van )?(${FIGURE})(?:-|–|—|\\.\\.+|…|to |bis |until |and |à |a |tot )(.*)$`,
  "i",
);
const ABOVE_BEFORE = new RegExp(
  `^(?:>=? ?|≥ ?|above |over |more than |from |starting at |ab |über |mehr als |au-delà de |plus de |à partir de |más de |oltre |meer dan )(${FIGURE})$`,
  "i",
);
const ABOVE_BEHIND = new RegExp(
  `^(${FIGURE})(?:\\+|(?:and |or |& )?(?:above|up|over|more)|und mehr|et plus|y más|e oltre|en meer)$`,
  "i",
);
const NEXT = new RegExp(
  `^(?:the )?(?:next|following|nächste|weitere|suivants?|siguientes|successivi|volgende) (${FIGURE})$`,
  "i",
);
const UP_TO = new RegExp(
  `^(?:up to |bis |first |to |until |max |<= ?|≤ ?|bis zu |jusqu'à |jusqu’à |hasta |fino a |tot )?([-−]?${FIGURE})$`,
  "i",
);
const WORD_BEHIND = /^(.*\d)( ?)(\p{L}[\p{L}²³]{1,19})$/u;
/** Words that make a figure larger: the bound of "5 million" is not 5. */
const SIZE = new RegExp(
  "^(?:k|m|mio|mn|mln|mill|mrd|bn|tsd|dozen|hundred|thousand|million|billion|lakh|crore|dutzend|hundert|tausend|milliarde|" +
    "cent|mille|milliard|mil|cien|mill[oó]n|cento|mila|milion|miliard|honderd|duizend|miljoen|miljard)(?:[seoin]|e[sn]|to)?$",
  "i",
);
const BEYOND = /(?:above|over|more|mehr|plus|más|oltre|meer)$/i;
/** Letters typed for figures: 1OOO is a thousand to whoever typed it. */
const LIKE_FIGURES = /^[oil]+$/i;

/** The text without a unit behind its last figure, "0-1000 calls"; undefined where what is there is no unit. */
function withoutUnit(text: string): string | undefined {
  const [, figures, space, word = ""] = WORD_BEHIND.exec(text) ?? [];
  if (SIZE.test(word) || BEYOND.test(word) || (space === "" && LIKE_FIGURES.test(word))) return undefined;
  return figures;
}

/** The figures of a band as written, for telling which sign is the decimal one. */
export function figuresOfBand(text: string): string[] {
  return text.match(/\d(?:[\d.,'’]*\d)?/g) ?? [];
}

function figure(text: string, sign: DecimalSign | undefined): Decimal | string {
  const read = parseNumberText(text.trim(), sign);
  if (read.kind === "number") return read.value;
  if (read.kind === "none") return `“${text.trim()}” is no bound`;
  return `“${text.trim()}” can mean ${read.point.toString()} or ${read.comma.toString()}`;
}

function bandOf(from: string | undefined, upTo: string | null, sign: DecimalSign | undefined): BandText {
  const first = from === undefined ? undefined : figure(from, sign);
  const last = upTo === null ? null : figure(upTo, sign);
  if (typeof first === "string") return { ok: false, reason: first };
  if (typeof last === "string") return { ok: false, reason: last };
  return { ok: true, band: { from: first, upTo: last } };
}

/** Reads the bounds of one tier; a text that is none of the forms says why not. */
export function parseBand(text: string, sign: DecimalSign | undefined): BandText {
  // "500" above "500" is not 500 500, which it would be as one line.
  if (holdsTwoNumbers(text)) return { ok: false, reason: `“${text.trim()}” is no bound` };
  const band = text.trim().normalize("NFC").replace(/\s+/g, " ");
  if (OPEN.test(band)) return { ok: true, band: { from: undefined, upTo: null } };
  const next = NEXT.exec(band);
  if (next) {
    const units = figure(next[1]!, sign);
    if (typeof units === "string") return { ok: false, reason: units };
    return { ok: true, band: { from: undefined, upTo: undefined, next: units } };
  }
  const upTo = UP_TO.exec(band);
  if (upTo) return bandOf(undefined, upTo[1]!, sign);
  const above = ABOVE_BEFORE.exec(band) ?? ABOVE_BEHIND.exec(band);
  if (above) return bandOf(above[1], null, sign);
  const range = RANGE.exec(band);
  if (range) {
    const end = range[2]!.trim();
    if (OPEN.test(end)) return bandOf(range[1], null, sign);
    const last = UP_TO.exec(withoutUnit(end) ?? end);
    if (last) return bandOf(range[1], last[1]!, sign);
  }
  const figures = withoutUnit(band);
  return figures === undefined ? { ok: false, reason: `“${band}” is no bound` } : parseBand(figures, sign);
}

/** A tier as written, before its bounds are tied to those of its neighbours. */
export interface WrittenBand {
  readonly band: TierBand;
  readonly unitPrice: Decimal;
  readonly flatFee: Decimal;
  readonly blockSize?: Decimal;
  readonly maximum?: Decimal;
}

const trailingZeros = (value: Decimal) => /0*$/.exec(value.toFixed())![0].length;

/** The last unit below a tier that begins at `from`: 1000 below 1001 and below 1000, whichever is the round figure. */
function boundBelow(from: Decimal): Decimal {
  const before = from.minus(1);
  return from.isInteger() && trailingZeros(before) > trailingZeros(from) ? before : from;
}

/** One unit in the last decimal of two bounds: between 1000 and 1001 lies nothing, between 0.50 and 0.51 neither. */
function stepOf(a: Decimal, b: Decimal): Decimal {
  return smallestUnit(Math.max(a.decimalPlaces(), b.decimalPlaces()));
}

/** Why a tier that begins at `from` does not follow on the bound before it. */
function joinFault(before: Decimal, from: Decimal): string | undefined {
  if (from.lessThan(before))
    return `the tier from ${formatFigure(from)} overlaps the one up to ${formatFigure(before)}`;
  if (from.lessThanOrEqualTo(before.plus(stepOf(before, from)))) return undefined;
  return before.isZero()
    ? `the first tier begins at ${formatFigure(from)}, so quantities below it have no price`
    : `there is a gap between ${formatFigure(before)} and ${formatFigure(from)}`;
}

export type JoinedTiers =
  | { readonly ok: true; readonly tiers: readonly Tier[] }
  | { readonly ok: false; readonly reason: string };

/** Tiers of which each counts from its bound on, the highest first: at least 99.9, at least 99, the rest. */
export function joinFalling(written: readonly WrittenBand[]): JoinedTiers {
  const tiers: Tier[] = [];
  for (const [index, { band, ...prices }] of written.entries()) {
    const bound = band.upTo ?? band.from ?? null;
    const before = tiers[index - 1]?.upTo;
    if (bound === null && index < written.length - 1)
      return { ok: false, reason: "only the last tier can be without a limit" };
    if (bound && before && bound.greaterThanOrEqualTo(before))
      return { ok: false, reason: `bound ${bound.toString()} does not fall below ${before.toString()}` };
    tiers.push({ upTo: bound, ...prices });
  }
  return { ok: true, tiers };
}

/**
 * Tiers in order with their bounds tied together: 0-1000 and 1001-5000 touch at 1000; a gap or an overlap is none.
 * A tier without an end of its own ends where the next begins.
 */
export function joinBands(written: readonly WrittenBand[]): JoinedTiers {
  let before = zero;
  const tiers: Tier[] = [];
  for (const [index, { band, ...prices }] of written.entries()) {
    const fault = band.from && joinFault(before, band.from);
    if (fault !== undefined) return { ok: false, reason: fault };
    const next = written[index + 1]?.band.from;
    const upTo = band.next ? before.plus(band.next) : (band.upTo ?? (next ? boundBelow(next) : null));
    tiers.push({ upTo, ...prices });
    before = upTo ?? before;
  }
  const reason = tierFault(tiers);
  return reason === undefined ? { ok: true, tiers } : { ok: false, reason };
}
