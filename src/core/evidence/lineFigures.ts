import { isWhole } from "../calendar/proration";
import { Decimal, one, sum } from "../money/decimal";
import { chargeQuantity, type ChargeLine } from "../pricing/charge";
import type { RatedItem } from "../rating/ratedItem";
import { EvidencePage, Column, stepFigure, type Figure, type StepRow } from "./page";

/** The exact amount of a line before, as its cell holds it. */
export interface ExactCell {
  readonly row: number;
  readonly value: Decimal;
}

/** A line of a price, and what stands above it. */
export interface LineInput {
  readonly item: RatedItem;
  /** Among the lines of the item. */
  readonly index: number;
  /** The row that it is written in. */
  readonly row: number;
  /** The share of the period as a formula, where the price was cut to some days. */
  readonly share: string | undefined;
  /** The cell of the metered quantity, where there is one. */
  readonly metered: string | undefined;
  readonly before: readonly ExactCell[];
}

interface LineFigures {
  readonly figures: NonNullable<StepRow["figures"]>;
  /** What the cell of the exact amount holds. */
  readonly exact: Decimal;
}

const MOST_DIGITS = 15;
const shown = (value: Decimal): Decimal => value.toSignificantDigits(MOST_DIGITS);

/** A number as a formula has it: never in exponents. */
const literal = (value: Decimal): string =>
  value.isNegative() ? `(${shown(value).toFixed()})` : shown(value).toFixed();

const exactOnly = (exact: Figure): LineFigures => ({
  figures: { [Column.exact]: exact },
  exact: exact.value,
});

/** The same step before it was cut to some days; undefined where nothing was cut. */
function wholeStep({ item, index }: LineInput): ChargeLine | undefined {
  if (item.kind !== "fixed" || !item.price || isWhole(item.fraction)) return undefined;
  const whole = chargeQuantity(item.price.quantity ?? one, item.price);
  return whole.ok ? whole.lines[index] : undefined;
}

const isOfQuantity = ({ kind }: ChargeLine): boolean => kind === "usage" || kind === "included";

/** The quantity of a step; that of the last one is what the steps before it leave of what was metered. */
function quantityFigure({ item, index, metered, before }: LineInput, step: ChargeLine): Figure {
  const value = shown(step.quantity);
  const steps = item.lines.filter(isOfQuantity);
  const isWholeQuantity = item.quantity?.equals(sum(steps.map(({ quantity }) => quantity))) === true;
  if (metered === undefined || !isWholeQuantity || steps.at(-1) !== step) return { value };
  const [first] = before;
  if (!first) return { value, formula: metered };
  const others = [first, before[index - 1]!].map(({ row }) => EvidencePage.cell(row, Column.quantity));
  return { value, formula: `ROUND(${metered}-SUM(${others.join(":")}),9)` };
}

/** Quantity × unit price + fee, the price and fee cut to the days of the period. */
function productFigures(input: LineInput, step: ChargeLine): LineFigures {
  const { row, share } = input;
  const whole = wholeStep(input);
  const cut = (of: Decimal, full: Decimal | undefined): Figure =>
    full && share !== undefined && !of.isZero()
      ? stepFigure(of, `${literal(full)}*${share}`)
      : { value: shown(of) };
  const quantity = quantityFigure(input, step);
  const price = cut(step.unitPrice, whole?.unitPrice);
  const fee = step.flatFee.isZero() ? undefined : cut(step.flatFee, whole?.flatFee);
  const cellOf = (column: typeof Column.quantity | typeof Column.price | typeof Column.fee) =>
    EvidencePage.cell(row, column);
  const product = `${cellOf(Column.quantity)}*${cellOf(Column.price)}`;
  const value = quantity.value.times(price.value).plus(fee?.value ?? 0);
  const exact = stepFigure(value, fee ? `${product}+${cellOf(Column.fee)}` : product);
  return {
    figures: {
      [Column.quantity]: quantity,
      [Column.price]: price,
      ...(fee ? { [Column.fee]: fee } : {}),
      [Column.exact]: exact,
    },
    exact: exact.value,
  };
}

/** What a step is now less what was billed of it before. */
function lateFigures({ item }: LineInput, step: ChargeLine): LineFigures {
  const of = (lines: readonly ChargeLine[] = []) =>
    sum(
      lines.filter(({ kind, tier }) => kind === step.kind && tier === step.tier).map(({ amount }) => amount),
    );
  const [now, billed] = [of(item.late?.all), of(item.late?.before)];
  return exactOnly(stepFigure(now.minus(billed), `${literal(now)}-${literal(billed)}`));
}

/** A discount, minimum or maximum of the lines above it. */
function adjustedFigures(input: LineInput, step: ChargeLine): LineFigures {
  const { item, before, share } = input;
  const { price } = item;
  const [first] = before;
  if (item.late) return lateFigures(input, step);
  if (!first || !price || price.perEvent || step.tier !== "")
    return exactOnly(stepFigure(step.amount, literal(step.amount)));
  const cells = `SUM(${EvidencePage.cell(first.row, Column.exact)}:${EvidencePage.cell(before.at(-1)!.row, Column.exact)})`;
  const amount = sum(before.map(({ value }) => value));
  if (step.kind === "discount")
    return exactOnly(
      stepFigure(price.discount.times(amount).negated(), `-${literal(price.discount)}*${cells}`),
    );
  const bound = step.kind === "minimum" ? price.minimum : price.maximum;
  if (!bound) return exactOnly(stepFigure(step.amount, literal(step.amount)));
  const { numerator, denominator } = item.fraction;
  const cut = share === undefined ? bound : bound.times(numerator).dividedBy(denominator);
  const words = share === undefined ? literal(bound) : `${literal(bound)}*${share}`;
  return exactOnly(stepFigure(cut.minus(amount), `${words}-${cells}`));
}

/** Divisions leave digits beyond those of any amount. */
const NOISE = new Decimal("1e-20");

/** What a minimum commitment is short of: what was agreed, for the days of the period, less what is billed. */
function commitmentFigures({ item, share }: LineInput, step: ChargeLine): LineFigures {
  const isLate = !item.before.isZero();
  const owed = isLate ? item.whole : step.amount.plus(item.quantity ?? 0);
  const less = isLate ? item.before : (item.quantity ?? new Decimal(0));
  const { numerator, denominator } = item.fraction;
  const term = item.contract.commitments.find(({ amount }) =>
    amount.times(numerator).dividedBy(denominator).minus(owed).abs().lessThan(NOISE),
  );
  const words = term && share !== undefined ? `${literal(term.amount)}*${share}` : literal(owed);
  return exactOnly(stepFigure(owed.minus(less), `${words}-${literal(less)}`));
}

/** The figures of a line with the formulas that lead to its exact amount. */
export function lineFigures(input: LineInput): LineFigures {
  const step = input.item.lines[input.index];
  if (!step) return exactOnly({ value: new Decimal(0) });
  if (input.item.kind === "commitment") return commitmentFigures(input, step);
  return isOfQuantity(step) ? productFigures(input, step) : adjustedFigures(input, step);
}
