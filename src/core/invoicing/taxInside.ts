import { shareByLargestRemainder } from "../money/allocate";
import { one, sum, type Decimal } from "../money/decimal";
import { formatMoney } from "../money/format";
import { taxInside } from "../money/tax";
import type { InvoiceLine } from "./invoice";

/** Lines of one tax rate whose amounts contain the tax, as lines of net amounts, and the tax. */
export interface Opened {
  readonly lines: readonly InvoiceLine[];
  readonly tax: Decimal;
}

const SHOWN_DIGITS = 15;

/**
 * Takes the tax out of amounts that contain it: gross − gross ÷ (1 + rate), rounded for all lines that are taxed together,
 * and their net is shared over them. Three lines of 10.00 at 19 % contain 4.79, and their nets add up to 25.21.
 */
export function openGross(
  together: readonly (readonly InvoiceLine[])[],
  rate: Decimal,
  { digits, currency }: { digits: number; currency: string },
): Opened {
  const divisor = rate.plus(one);
  const without = (figure: Decimal) => figure.dividedBy(divisor).toSignificantDigits(SHOWN_DIGITS);
  const opened = together.map((group) => {
    const gross = group.map(({ amount }) => amount);
    const tax = taxInside(sum(gross), rate, digits);
    const nets = shareByLargestRemainder(
      sum(gross).minus(tax),
      gross.map((amount) => amount.dividedBy(divisor)),
      digits,
    );
    const lines = group.map((line, index) => ({
      ...line,
      amount: nets[index]!,
      unitPrice: without(line.unitPrice),
      flatFee: without(line.flatFee),
      explanation: `${line.explanation} with tax, ${formatMoney(nets[index]!, currency)} without`,
    }));
    return { tax, lines };
  });
  return { tax: sum(opened.map(({ tax }) => tax)), lines: opened.flatMap(({ lines }) => lines) };
}
