import type { Day } from "../calendar/day";
import type { Period } from "../calendar/period";
import type { DayFraction } from "../calendar/proration";
import type { Contract, Price } from "../catalog/records";
import { minorDigits } from "../money/currency";
import { sum, type Decimal } from "../money/decimal";
import { round, type RoundingMode } from "../money/round";
import type { ChargeLine } from "../pricing/charge";
import type { Settings } from "../settings/settings";

/** All that a part of a period owes, and what was billed of it. */
export interface LateCharges {
  readonly all: readonly ChargeLine[];
  readonly before: readonly ChargeLine[];
}

/** The row of a table of terms that an item follows from. */
export interface ItemTerm {
  /** Its id, which lines bear under Price ID. */
  readonly id: string;
  /** As printed. */
  readonly name: string;
  /** How its amount comes about, up to the amount itself. */
  readonly sentence: string;
  /** Where it is no single price's. */
  readonly taxCode?: string;
}

/** What one price (or the contract's commitment) owes for one part of a billing period, unrounded, with its reasons. */
export interface RatedItem {
  readonly contract: Contract;
  /** Undefined for what is owed over several prices, such as the contract's minimum commitment. */
  readonly price: Price | undefined;
  readonly kind: "fixed" | "usage" | "commitment" | "discount" | "maximum" | "overage" | "credit";
  /** The unit that its price is written in, and what one was worth. */
  readonly conversion?: { readonly unit: string; readonly rate: Decimal };
  /** Undefined for what prices and the contract's minimum commitment owe. */
  readonly term?: ItemTerm;
  /** Of what settles days that were billed before, and of what is given back: the first day of the line that billed it. */
  readonly settlesFrom?: Day;
  readonly full: Period;
  readonly part: Period;
  /** The share of the full period that fixed amounts were cut to. */
  readonly fraction: DayFraction;
  /** Usage of a period already issued: the lines are the difference of these charges. */
  readonly late: LateCharges | undefined;
  /** The metered quantity; undefined where no meter is read. */
  readonly quantity: Decimal | undefined;
  /** As it was metered, where a factor or rounding made the quantity of it. */
  readonly metered?: Decimal;
  /** Usage rows behind it, as rows of Usage. */
  readonly rows: Int32Array;
  /** How many these are in their file, where they were added up as it was read. */
  readonly rowCount?: number;
  readonly lines: readonly ChargeLine[];
  /** Exact amount of all that this part owes, and of what was billed of it before (0 unless late). */
  readonly whole: Decimal;
  readonly before: Decimal;
}

export const noRows = new Int32Array(0);

/** The exact amount of an item, the sum of its lines. */
export function exactAmount(item: RatedItem): Decimal {
  return sum(item.lines.map(({ amount }) => amount));
}

/** The item's amount rounded once: the rounded whole less the rounded part billed before, so that parts add up. */
export function roundedAmount(item: RatedItem, digits: number, mode: RoundingMode): Decimal {
  return round(item.whole, digits, mode).minus(round(item.before, digits, mode));
}

/** An item's amount as its invoice bears it: rounded, or exact where the invoice is rounded once. */
export function billedAmount(
  item: RatedItem,
  { lineRounding, roundingMode }: Pick<Settings, "lineRounding" | "roundingMode">,
): Decimal {
  return lineRounding === "invoice"
    ? exactAmount(item)
    : roundedAmount(item, minorDigits(item.contract.currency), roundingMode);
}
