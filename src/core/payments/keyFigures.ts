import type { Decimal } from "../money/decimal";

/** DSO = receivables ÷ credit sales × days: 50,000 of 100,000 in 30 days is 15. Undefined without sales. */
export function daysSalesOutstanding(
  receivables: Decimal,
  creditSales: Decimal,
  days: Decimal,
): Decimal | undefined {
  return creditSales.isZero() ? undefined : receivables.times(days).dividedBy(creditSales);
}

/**
 * CEI = (opening + sales − closing) ÷ (opening + sales − closing current) × 100, what was collected of what could be:
 * 50,000, 80,000, 40,000 and 25,000 is 90 ÷ 105 × 100 = 85.714… Undefined when nothing could be.
 */
export function collectionEffectiveness(
  opening: Decimal,
  sales: Decimal,
  closing: Decimal,
  closingCurrent: Decimal,
): Decimal | undefined {
  const owed = opening.plus(sales);
  const collectable = owed.minus(closingCurrent);
  return collectable.isZero() ? undefined : owed.minus(closing).times(100).dividedBy(collectable);
}
