import { formatDay } from "../calendar/day";
import { overlap } from "../calendar/period";
import { prorate, type DayFraction } from "../calendar/proration";
import type { Contract, Price } from "../catalog/records";
import { makeIssue } from "../issues/issue";
import { one, sum, zero, type Decimal } from "../money/decimal";
import { chargeQuantity, type ChargeLine } from "../pricing/charge";
import { countRows } from "../metering/foldedRows";
import { reportChargeFault } from "./chargeFault";
import type { FixedPart, PricePart } from "./priceParts";
import { noRows, type RatedItem } from "./ratedItem";
import type { RatedPart } from "./ratedUsage";
import { peakAboveSteps, rowsOfPrice } from "./meterPrice";
import { isUsageAbsent, type RatingContext } from "./ratingContext";
import { withinDigits } from "./withinDigits";

function prorateLine(line: ChargeLine, fraction: DayFraction): ChargeLine {
  return {
    ...line,
    unitPrice: prorate(line.unitPrice, fraction),
    flatFee: prorate(line.flatFee, fraction),
    amount: prorate(line.amount, fraction),
  };
}

/** What a price of usage or a fee is about, for a fault of it. */
const about = ({ at, contractId, meter, product }: Price) => ({ at, contractId, meter, column: product });

/** What a level costs for the days from a change on, in one line: taken back, or added. */
function settlingLine(
  lines: readonly ChargeLine[],
  level: Decimal,
  settles: NonNullable<FixedPart["settles"]>,
): ChargeLine {
  const sign = settles.level === "old" ? -1 : 1;
  const amount = sum(lines.map((line) => line.amount)).times(sign);
  const quantity = level.isZero() ? one : level;
  const unitPrice = amount.dividedBy(quantity.times(sign));
  return { kind: "usage", tier: "", quantity: quantity.times(sign), unitPrice, flatFee: zero, amount };
}

/** A fixed fee or contracted quantity for a part of a period, cut by days where it is short. */
export function rateFixedPart(
  contract: Contract,
  { price, full, part, fraction, level, settles }: PricePart & Pick<Partial<FixedPart>, "level" | "settles">,
  { report }: Pick<RatingContext, "report">,
): RatedItem | undefined {
  const fixedQuantity = level ?? price.quantity ?? one;
  const charge = withinDigits(fixedQuantity, chargeQuantity(fixedQuantity, price));
  if (!charge.ok) {
    reportChargeFault(charge, price, about(price), report);
    return undefined;
  }
  const cut = charge.lines.map((line) => prorateLine(line, fraction));
  const lines = settles === undefined ? cut : [settlingLine(cut, fixedQuantity, settles)];
  const whole = sum(lines.map(({ amount }) => amount));
  return {
    contract,
    price,
    kind: "fixed",
    ...(settles && { settlesFrom: settles.billedFrom }),
    full,
    part,
    fraction,
    late: undefined,
    quantity: undefined,
    rows: noRows,
    lines,
    whole,
    before: zero,
  };
}

/** Reports why a part of a period has no amount; the contract waits. */
export function reportFaults({ price, usage, faults = [] }: RatedPart, context: RatingContext): void {
  const { charge, rows, fault } = usage;
  for (const issue of fault ? [fault, ...faults] : faults) context.report(issue);
  if (charge.ok) return;
  const above = price.model.reads === "peaks" ? peakAboveSteps(price, rows, context) : undefined;
  reportChargeFault(charge, price, { ...about(price), above }, context.report);
}

/** Remarks on a charge that had no usage: a price without usage, and a first tier's fee that is charged all the same. */
function remarkOnZero(
  { price, part, full, usage }: RatedPart,
  contract: Contract,
  context: RatingContext,
): void {
  const { currency } = contract;
  const { report } = context;
  const lines = usage.charge.ok ? usage.charge.lines : [];
  // A period in parts, by a plan change or a trial, has usage when any of its parts has some.
  const days = overlap(full, contract.service) ?? part;
  const hasRows = usage.rows.length > 0 || rowsOfPrice(contract, price, days, context).length > 0;
  if (!hasRows && !price.isFree && !isUsageAbsent(context.metered, days)) {
    const words = { meter: price.meter, from: formatDay(part.from), to: formatDay(part.to) };
    report(makeIssue("PRICE_WITHOUT_USAGE", { at: price.at, value: price.contractId, words }));
  }
  const fees = sum(
    lines.map(({ kind, quantity, flatFee }) => (kind === "usage" && quantity.isZero() ? flatFee : zero)),
  );
  if (!price.model.chargesZeroUsage || fees.isZero()) return;
  const words = { fee: fees.toString() };
  const stake = { amount: fees, currency };
  report(
    makeIssue("ZERO_USAGE_FEE", {
      at: price.at,
      value: `${price.contractId} ${price.product}`,
      words,
      stake,
    }),
  );
}

/** What the usage of a part of a period owes; a fault is reported and holds the contract. */
export function rateUsagePart(
  contract: Contract,
  rated: RatedPart,
  context: RatingContext,
): RatedItem | undefined {
  const { price, full, part, fraction, usage } = rated;
  const { charge, quantity, rows } = usage;
  reportFaults(rated, context);
  if (!charge.ok) return undefined;
  remarkOnZero(rated, contract, context);
  const { lines, amount: whole } = charge;
  return {
    contract,
    price,
    kind: "usage",
    full,
    part,
    fraction,
    late: undefined,
    quantity,
    ...(rated.metered ? { metered: rated.metered } : {}),
    rows,
    rowCount: context.metered ? countRows(context.metered.usage, rows) : rows.length,
    lines,
    whole,
    before: zero,
  };
}
