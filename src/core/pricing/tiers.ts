import { zero, type Decimal } from "../money/decimal";
import { formatFigure } from "../money/format";
import { parseNumberText, type DecimalSign } from "../schema/numberText";

/** One step of a price list. Bounds are inclusive and tiers touch: the next begins right above `upTo`. */
export interface Tier {
  /** Null: no upper bound. */
  readonly upTo: Decimal | null;
  readonly unitPrice: Decimal;
  readonly flatFee: Decimal;
}

export type TiersText =
  | { readonly ok: true; readonly tiers: readonly Tier[]; readonly withFees: boolean }
  | { readonly ok: false; readonly reason: string };

/** The bound of a tier as written: a number, or *, ∞ or nothing for no limit. */
export function isOpenBound(text: string): boolean {
  return /^(?:\*|∞|inf(?:inity)?|)$/i.test(text.trim());
}

/** Why these tiers cannot be used, or undefined: bounds must rise and only the last may be open. */
export function tierFault(tiers: readonly Tier[]): string | undefined {
  if (tiers.length === 0) return "there is no tier";
  let before = zero;
  for (const [index, tier] of tiers.entries()) {
    if (tier.upTo === null) {
      if (index < tiers.length - 1) return "only the last tier can be without a limit";
    } else if (tier.upTo.lessThanOrEqualTo(before)) {
      return index === 0
        ? "the first bound must be above 0"
        : `bound ${tier.upTo.toString()} does not rise above ${before.toString()}`;
    } else before = tier.upTo;
  }
  return undefined;
}

interface WrittenTier {
  readonly bound: string;
  readonly price: string;
  readonly fee: string | undefined;
}

function amountOf(text: string, sign: DecimalSign | undefined): Decimal | undefined {
  const read = parseNumberText(text, sign);
  return read.kind === "number" ? read.value : undefined;
}

function boundFault(bound: string): string {
  const read = parseNumberText(bound);
  if (read.kind !== "ambiguous") return `“${bound}” is no bound`;
  return `“${bound}” can mean ${read.point.toString()} or ${read.comma.toString()}`;
}

/** Whether the figures of the text show a decimal point, a decimal comma, both or neither. */
function decimalSignsOf(written: readonly WrittenTier[]): readonly DecimalSign[] {
  const figures = written.flatMap(({ bound, price, fee = "" }) => [bound, price, fee]);
  const signs = figures.flatMap((formatFigure) => {
    const read = parseNumberText(formatFigure);
    return read.kind === "number" && read.sign ? [read.sign] : [];
  });
  return [...new Set(signs)];
}

/**
 * Tiers written in one cell: `1000: 0.10; 5000: 0.08; *: 0.05`, a flat fee behind a plus (`1000: 0 + 25; *: 0.02`).
 * Parts are separated by semicolons or line breaks; `*` is the tier without a limit. Figures may have a decimal comma
 * where they show it (`1.000: 0,10`); a bound of 1.000 or a formatFigure of 1,250 that nothing settles is not guessed.
 */
export function parseTiersText(text: string): TiersText {
  const written: WrittenTier[] = [];
  for (const part of text.split(/[;\r\n]/).filter((piece) => piece.trim() !== "")) {
    const match = /^([^:]*):([^+]+)(?:\+(.+))?$/.exec(part);
    if (!match) return { ok: false, reason: `“${part.trim()}” is not of the form bound: price` };
    written.push({ bound: match[1]!.trim(), price: match[2]!.trim(), fee: match[3]?.trim() });
  }
  const signs = decimalSignsOf(written);
  const settled = signs.length === 1 ? signs[0] : undefined;
  // 1.125 is a price as the form writes it, unless the figures show both signs; 1,125 is not.
  const signOfForm = (figure: string) => (signs.length === 0 && figure.includes(".") ? "." : undefined);
  const tiers: Tier[] = [];
  for (const { bound, price, fee } of written) {
    const upTo = isOpenBound(bound) ? null : amountOf(bound, settled);
    if (upTo === undefined) return { ok: false, reason: boundFault(bound) };
    const unitPrice = amountOf(price, settled ?? signOfForm(price));
    const flatFee = fee === undefined ? zero : amountOf(fee, settled ?? signOfForm(fee));
    if (unitPrice === undefined || flatFee === undefined) {
      const shown = fee === undefined ? price : `${price} + ${fee}`;
      return { ok: false, reason: `“${bound}: ${shown}” has no price that can be read` };
    }
    tiers.push({ upTo, unitPrice, flatFee });
  }
  const withFees = written.some(({ fee }) => fee !== undefined);
  const reason = tierFault(tiers);
  return reason === undefined ? { ok: true, tiers, withFees } : { ok: false, reason };
}

/** The last bound when the tiers end at one, for messages about quantities above it. */
export function lastBound(tiers: readonly Tier[]): Decimal | null {
  return tiers[tiers.length - 1]?.upTo ?? null;
}

/** How a tier is named on an invoice line: "up to 1,000", "1,000 - 5,000", "above 5,000"; "all" where it is the only one. */
export function tierLabel(tiers: readonly Tier[], index: number): string {
  const lower = index === 0 ? undefined : tiers[index - 1]!.upTo;
  const { upTo } = tiers[index]!;
  if (upTo === null) return lower ? `above ${formatFigure(lower)}` : "all";
  return lower ? `${formatFigure(lower)} - ${formatFigure(upTo)}` : `up to ${formatFigure(upTo)}`;
}

/** Index of the tier that holds a quantity, or -1 above a closed last tier. */
export function tierHolding(tiers: readonly Tier[], quantity: Decimal): number {
  return tiers.findIndex(({ upTo }) => upTo === null || quantity.lessThanOrEqualTo(upTo));
}
