import { shareByLargestRemainder } from "../money/allocate";
import { one, sum, type Decimal } from "../money/decimal";
import { formatMoney } from "../money/format";
import { taxWithin } from "../money/tax";
import type { Settings } from "../settings/settings";
import type { InvoiceLine } from "./invoice";

/** Lines of one tax rate whose amounts contain the tax, as lines of net amounts, and the tax. */
export interface Opened {
  readonly lines: readonly InvoiceLine[];
  readonly tax: Decimal;
}

const SHOWN_DIGITS = 15;

/**
 * Takes the tax out of amounts that contain it: gross − gross ÷ (1 + rate), rounded, and the net is shared over the lines.
 * Three lines of 10.00 at 19 % contain 4.79, and their nets add up to 25.21.
 */
export function openGross(
  lines: readonly InvoiceLine[],
  rate: Decimal,
  {
    digits,
    currency,
    taxRounding,
  }: { digits: number; currency: string; taxRounding: Settings["taxRounding"] },
): Opened {
  const gross = lines.map(({ amount }) => amount);
  const divisor = rate.plus(one);
  const signed = (amount: Decimal) =>
    amount.isNegative()
      ? taxWithin(amount.negated(), rate, digits).negated()
      : taxWithin(amount, rate, digits);
  const byLine = taxRounding === "line";
  const tax = byLine ? sum(gross.map(signed)) : signed(sum(gross));
  const nets = byLine
    ? gross.map((amount) => amount.minus(signed(amount)))
    : shareByLargestRemainder(
        sum(gross).minus(tax),
        gross.map((amount) => amount.dividedBy(divisor)),
        digits,
      );
  const without = (figure: Decimal) => figure.dividedBy(divisor).toSignificantDigits(SHOWN_DIGITS);
  return {
    tax,
    lines: lines.map((line, index) => ({
      ...line,
      amount: nets[index]!,
      unitPrice: without(line.unitPrice),
      flatFee: without(line.flatFee),
      explanation: `${line.explanation} with tax, ${formatMoney(nets[index]!, currency)} without`,
    })),
  };
}
