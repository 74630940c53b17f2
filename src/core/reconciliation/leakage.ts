import { groupBy } from "../base/groupBy";
import { compareText } from "../base/name";
import { figuresAsPriced } from "../documents/figuresAsPriced";
import type { DocumentRegister } from "../documents/register";
import { currencyCode } from "../money/currency";
import { sum, zero, type Decimal } from "../money/decimal";
import type { Settings } from "../settings/settings";
import type { Reconciliation } from "./reconcile";

/** What one currency lost or took too much over all checks. */
export interface Leakage {
  readonly currency: string;
  readonly underBilled: Decimal;
  readonly overBilled: Decimal;
  /** Under- less over-billed. */
  readonly net: Decimal;
  /**
   * The net as a share of what should have been billed, as prices have it: before tax, or with tax where they include it.
   * Undefined where that is nothing.
   */
  readonly rate: Decimal | undefined;
}

/** The totals of a reconciliation per currency, against all lines of the documents that it looked at. */
export function leakageOf(
  { totals }: Reconciliation,
  register: Pick<DocumentRegister, "lines">,
  settings: Settings,
): Leakage[] {
  const { amountOf } = figuresAsPriced(register, settings);
  const billed = groupBy(
    register.lines,
    ({ invoice }) => currencyCode(invoice?.currency ?? "") ?? settings.currency,
  );
  const groups = groupBy(totals, ({ currency }) => currency);
  const leakages = [...groups].map(([currency, blocks]): Leakage => {
    const underBilled = sum(blocks.map((block) => block.underBilled));
    const overBilled = sum(blocks.map((block) => block.overBilled));
    const net = underBilled.minus(overBilled);
    const amounts = (billed.get(currency) ?? []).map((line) => amountOf(line.amount, line));
    const expected = sum(amounts).plus(net);
    const rate = expected.greaterThan(zero) ? net.dividedBy(expected) : undefined;
    return { currency, underBilled, overBilled, net, rate };
  });
  return leakages.sort((a, b) => compareText(a.currency, b.currency));
}
