import { Decimal } from "../money/decimal";

export interface DrawnCharge {
  /** What the credit pays of the charge. */
  readonly applied: Decimal;
  /** What is left of the credit. */
  readonly remaining: Decimal;
  /** What is left of the charge. */
  readonly payable: Decimal;
}

/** Takes charges from a prepaid credit in their order: 100 and charges of 70 and 50 leave 30 and 0, and 20 to pay. */
export function drawDown(opening: Decimal, charges: readonly Decimal[]): DrawnCharge[] {
  let remaining = opening;
  return charges.map((charge) => {
    const applied = Decimal.min(remaining, charge);
    remaining = remaining.minus(applied);
    return { applied, remaining, payable: charge.minus(applied) };
  });
}
