import { Decimal, sum } from "../../core/api";

/** Amounts of one currency added as the engine adds them: 0.1 and 0.2 are 0.3, where floating point has 0.30000000000000004. */
export function exactSum(amounts: Iterable<number>): number {
  return sum(Array.from(amounts, (amount) => new Decimal(amount))).toNumber();
}
