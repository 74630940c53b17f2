import type { Decimal } from "../../money/decimal";
import type { Item } from "./fit";

/** Sets are tried among so many items, of so many at once: 1,573 sets at most. */
export const MOST_ITEMS = 12;
const SMALLEST_SET = 2;
const LARGEST_SET = 5;
const MOST_DECIMALS = 6;

/** Amounts as whole numbers of their smallest unit; undefined where a double would not hold them exactly. */
function wholeNumbers(
  amounts: readonly Decimal[],
): { readonly units: number[]; readonly scale: number } | undefined {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.decimalPlaces()));
  if (decimals > MOST_DECIMALS) return undefined;
  const scale = 10 ** decimals;
  const units = amounts.map((amount) => amount.times(scale).toNumber());
  const total = units.reduce((all, unit) => all + Math.abs(unit), 0);
  return total <= Number.MAX_SAFE_INTEGER ? { units, scale } : undefined;
}

/** Sets of 2 to 5 items whose open amounts come to between two bounds, in order of the items; none among more than 12. */
export function setsBetween(items: readonly Item[], from: Decimal, to: Decimal): Item[][] {
  if (items.length < SMALLEST_SET || items.length > MOST_ITEMS) return [];
  const whole = wholeNumbers([...items.map(({ open }) => open), from, to]);
  if (!whole) return [];
  const { units } = whole;
  const most = units.pop()!;
  const least = units.pop()!;
  const found: Item[][] = [];
  const chosen: number[] = [];
  const extend = (total: number, next: number): void => {
    if (chosen.length >= SMALLEST_SET && total >= least && total <= most)
      found.push(chosen.map((index) => items[index]!));
    if (chosen.length === LARGEST_SET) return;
    for (let index = next; index < items.length; index++) {
      chosen.push(index);
      extend(total + units[index]!, index + 1);
      chosen.pop();
    }
  };
  extend(0, 0);
  return found;
}
