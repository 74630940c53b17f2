import type { Fraction } from "./fraction";

/** Net and tax of one tax code of an invoice, or what is left of them. */
export interface Taxed {
  readonly net: Fraction;
  readonly tax: Fraction;
}

/**
 * The credit of a net amount of one code: its tax at the rate of the supply, never above what is left;
 * the credit that takes the rest of the net takes the rest of the tax.
 */
export function creditOf(net: Fraction, left: Taxed, rate: Fraction, digits: number): Taxed {
  const taken = net.least(left.net);
  if (!left.net.isAbove(taken)) return left;
  return { net: taken, tax: taken.times(rate).rounded(digits).least(left.tax) };
}
