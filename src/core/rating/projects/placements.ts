import { nameKey } from "../../base/name";
import type { Period } from "../../calendar/period";
import { wholePeriod } from "../../calendar/proration";
import type { Contract, Price } from "../../catalog/records";
import { placementPrice } from "../../catalog/terms/projects";
import type { Placement } from "../../catalog/terms/projectTerms";
import type { BilledService } from "../../documents/billedService";
import type { Report } from "../../issues/issue";
import { minorDigits } from "../../money/currency";
import { sum, zero, type Decimal } from "../../money/decimal";
import { formatExactMoney, formatPercent } from "../../money/format";
import { round } from "../../money/round";
import { chargeQuantity } from "../../pricing/charge";
import { reportChargeFault } from "../chargeFault";
import { noRows, type RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";
import { withinDigits } from "../withinDigits";
import { projectItem } from "./projectItem";

/** The share that is given back of somebody who left: that of the first step that holds the days, both ends counted. */
function shareBack({ refundScale = [] }: Price, { start, left }: Placement): Decimal {
  if (left === undefined) return zero;
  const days = left - start + 1;
  return refundScale.find((step) => days <= step.days)?.share ?? zero;
}

/** The fee of a placement: its pay, rated by the model of the price. 20 % of 80,000 are 16,000. */
function feeItem(
  contract: Contract,
  price: Price,
  { id, start, pay, at }: Placement,
  report: Report,
): RatedItem | undefined {
  const charged = withinDigits(pay, chargeQuantity(pay, price));
  if (!charged.ok) {
    const { contractId } = contract;
    reportChargeFault(charged, price, { at, contractId, meter: price.product, column: "Pay" }, report);
    return undefined;
  }
  const part = { from: start, to: start };
  return {
    contract,
    price,
    kind: "usage",
    full: part,
    part,
    fraction: wholePeriod,
    late: undefined,
    quantity: pay,
    rows: noRows,
    lines: charged.lines.map((line) => ({ ...line, tier: id })),
    whole: charged.amount,
    before: zero,
  };
}

/** What is given back of a fee. Half of 16,000 are -8,000. */
function refundItem(
  contract: Contract,
  price: Price,
  placement: Placement,
  fee: Decimal,
  { settings }: RatingContext,
): RatedItem | undefined {
  const share = shareBack(price, placement);
  const { id, start, left } = placement;
  if (left === undefined || share.isZero() || !fee.greaterThan(0)) return undefined;
  const amount = round(fee.times(share).negated(), minorDigits(contract.currency), settings.roundingMode);
  const item = projectItem(contract, price, { day: left, tier: id, amount });
  const days = String(left - start + 1);
  const sentence = `left on day ${days}: ${formatPercent(share)} of ${formatExactMoney(fee, contract.currency)}`;
  const term = { id: price.priceId, name: price.description, sentence };
  // Discounts that the fee bore are taken of what is given back of it.
  return { ...item, kind: "credit", settlesFrom: start, term };
}

/**
 * Placements that began up to the end of a run and that no document bills, and what is given back of those that ended
 * by then. 16,000 in the run of the start, and -8,000 in the run of the 60th day where the scale says `60: 0.5`.
 */
export function ratePlacements(
  contract: Contract,
  run: Period,
  billed: BilledService,
  context: RatingContext,
): RatedItem[] {
  return contract.agreed.projects.placements.flatMap((placement) => {
    const price = placementPrice(contract, placement);
    if (!price || placement.start > run.to) return [];
    const billedBefore = billed
      .ofTerm(price.priceId)
      .filter(
        ({ contractId, tier = "" }) =>
          contractId === contract.contractId && nameKey(tier) === nameKey(placement.id),
      );
    const fees = billedBefore.filter(({ kind }) => kind !== "credit");
    const isRefunded = billedBefore.length > fees.length;
    const item = fees.length > 0 ? undefined : feeItem(contract, price, placement, context.report);
    const fee = item ? sum(item.lines.map(({ amount }) => amount)) : sum(fees.map(billed.netOf));
    const isOver = placement.left !== undefined && placement.left <= run.to;
    const refund = isOver && !isRefunded ? refundItem(contract, price, placement, fee, context) : undefined;
    return [item, refund].filter((entry) => entry !== undefined);
  });
}
