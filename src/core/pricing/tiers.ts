import { remembered } from "../base/remembered";
import { one, zero, type Decimal } from "../money/decimal";
import { formatFigure } from "../money/format";

/** One step of a price list. Bounds are inclusive and tiers touch: the next begins right above `upTo`. */
export interface Tier {
  /** Null: no upper bound. */
  readonly upTo: Decimal | null;
  readonly unitPrice: Decimal;
  readonly flatFee: Decimal;
  /** Tier bound = Exclusive: a quantity of exactly `upTo` belongs to the next tier. */
  readonly isExclusive?: boolean;
  /** The unit price is that of a started block of so many units. */
  readonly blockSize?: Decimal;
  /** The most that the tier comes to, its fee included. */
  readonly maximum?: Decimal;
  /** What the peak of each meter may be, for a capacity. */
  readonly limits?: readonly PeakLimit[];
}

/** The highest peak of a meter that a step of a capacity covers. */
export interface PeakLimit {
  readonly meter: string;
  readonly most: Decimal;
}

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

/** The last bound when the tiers end at one, for messages about quantities above it. */
export function lastBound(tiers: readonly Tier[]): Decimal | null {
  return tiers[tiers.length - 1]?.upTo ?? null;
}

/** The labels of tiers, put together once: the lines of every month name them. */
const labelsOf = remembered((tiers: readonly Tier[]) =>
  tiers.map(({ upTo }, index) => {
    const lower = index === 0 ? undefined : tiers[index - 1]!.upTo;
    if (upTo === null) return lower ? `above ${formatFigure(lower)}` : "all";
    return lower ? `${formatFigure(lower)} - ${formatFigure(upTo)}` : `up to ${formatFigure(upTo)}`;
  }),
);

/** How a tier is named on an invoice line: "up to 1,000", "1,000 - 5,000", "above 5,000"; "all" where it is the only one. */
export const tierLabel = (tiers: readonly Tier[], index: number): string => labelsOf(tiers)[index]!;

/** A tier as it is written in a cell: "1000: 0.1", "*: 0.05 + 25", and what a table of tiers adds: "<10: 2, blocks of 5, at most 8". */
export function tierText({ upTo, unitPrice, flatFee, isExclusive, blockSize, maximum }: Tier): string {
  const bound = upTo === null ? "*" : `${isExclusive ? "<" : ""}${upTo.toFixed()}`;
  const fee = flatFee.isZero() ? "" : ` + ${flatFee.toFixed()}`;
  const blocks = blockSize ? `, blocks of ${blockSize.toFixed()}` : "";
  const most = maximum ? `, at most ${maximum.toFixed()}` : "";
  return `${bound}: ${unitPrice.toFixed()}${fee}${blocks}${most}`;
}

/** Whether a quantity is not above a tier: at its bound it is within, unless the bound belongs to the next one. */
export function reachesNoFurther({ upTo, isExclusive = false }: Tier, quantity: Decimal): boolean {
  if (upTo === null) return true;
  return isExclusive ? quantity.lessThan(upTo) : quantity.lessThanOrEqualTo(upTo);
}

/** Index of the tier that holds a quantity, or -1 above a closed last tier. */
export function tierHolding(tiers: readonly Tier[], quantity: Decimal): number {
  return tiers.findIndex((tier) => reachesNoFurther(tier, quantity));
}

/** Tiers of inclusive bounds and unit prices alone: sums over many quantities follow from counts and sums. */
export function arePlain(tiers: readonly Tier[]): boolean {
  return tiers.every(({ isExclusive = false, blockSize, maximum }) => !isExclusive && !blockSize && !maximum);
}

/** The tier of a line, -1 where none is called so; a line does not name the only tier there is. */
export function indexOfLabel(tiers: readonly Tier[], label: string): number {
  return labelsOf(tiers).indexOf(label === "" ? "all" : label);
}

/** Units of a tier in one unit of its line's quantity: those of a block, 1 where it has none. */
export const unitsOfTier = (tiers: readonly Tier[], label: string): Decimal =>
  tiers[indexOfLabel(tiers, label)]?.blockSize ?? one;

/** Of a tier with blocks the units that it holds: 59 are seven blocks of 9, the last of which is not full. */
export function widthOfTier(tiers: readonly Tier[], label: string): Decimal | undefined {
  const index = indexOfLabel(tiers, label);
  const tier = tiers[index];
  return tier?.blockSize && tier.upTo?.minus(tiers[index - 1]?.upTo ?? zero);
}

/** Of a tier with blocks that holds the whole quantity its upper bound. */
export function boundOfTier(tiers: readonly Tier[], label: string): Decimal | undefined {
  const tier = tiers[indexOfLabel(tiers, label)];
  return (tier?.blockSize && tier.upTo) ?? undefined;
}
