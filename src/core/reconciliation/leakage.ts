import { groupBy } from "../base/groupBy";
import { compareText } from "../base/name";
import type { DocumentRegister } from "../documents/register";
import { currencyCode } from "../money/currency";
import { sum, zero, type Decimal } from "../money/decimal";
import type { Reconciliation } from "./reconcile";

/** What one currency lost or took too much over all checks. */
export interface Leakage {
  readonly currency: string;
  readonly underBilled: Decimal;
  readonly overBilled: Decimal;
  /** Under- less over-billed. */
  readonly net: Decimal;
  /** The net as a share of what should have been billed before tax; undefined where that is nothing. */
  readonly rate: Decimal | undefined;
}

/** The totals of a reconciliation per currency, against all lines of the documents that it looked at. */
export function leakageOf(
  { totals }: Reconciliation,
  register: Pick<DocumentRegister, "lines">,
  defaultCurrency: string,
): Leakage[] {
  const billed = groupBy(
    register.lines,
    ({ invoice }) => currencyCode(invoice?.currency ?? "") ?? defaultCurrency,
  );
  const groups = groupBy(totals, ({ currency }) => currency);
  const leakages = [...groups].map(([currency, blocks]): Leakage => {
    const underBilled = sum(blocks.map((block) => block.underBilled));
    const overBilled = sum(blocks.map((block) => block.overBilled));
    const net = underBilled.minus(overBilled);
    const expected = sum((billed.get(currency) ?? []).map(({ amount }) => amount)).plus(net);
    const rate = expected.greaterThan(zero) ? net.dividedBy(expected) : undefined;
    return { currency, underBilled, overBilled, net, rate };
  });
  return leakages.sort((a, b) => compareText(a.currency, b.currency));
}
