import type { Decimal } from "../money/decimal";
import type { ChargeTerms } from "./charge";

/** Whether one unit more has a price of its own: not where a fee or a started package is what is paid. */
export function hasMarginalRate({ model }: ChargeTerms): boolean {
  return model.segments !== undefined && !model.tiersAreFees;
}

/**
 * The unit price of the tier that holds quantities right above this one, fees left out; undefined above a closed last
 * tier. Graduated (100: 2; *: 1): 1 at 100.
 */
export function marginalRate(quantity: Decimal, terms: ChargeTerms): Decimal | undefined {
  const segments = terms.model.segments?.(terms) ?? [];
  return segments.find(({ upTo }) => upTo === null || quantity.lessThan(upTo))?.unitPrice;
}
