import { nameKey } from "../../base/name";
import { contains, monthOf, monthsTouched, overlap, type Period } from "../../calendar/period";
import { wholePeriod } from "../../calendar/proration";
import type { Contract, Price } from "../../catalog/records";
import { valueOf } from "../../catalog/terms/projects";
import type { Result } from "../../catalog/terms/projectTerms";
import type { BilledService } from "../../documents/billedService";
import { sum, zero } from "../../money/decimal";
import { chargeDifference, chargeQuantity } from "../../pricing/charge";
import { billingPeriods } from "../billingPeriods";
import { reportChargeFault } from "../chargeFault";
import { chainOfMeasure } from "../priceChains";
import { reportMissingResults, type MissingResult } from "../missingResults";
import { noRows, type RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";
import { waitsForEvidence } from "../unprovedResults";
import { withinDigits } from "../withinDigits";

/** What a missing result would bill if it were the last one before it; nothing where there is none. */
function stakeOf(
  { currency }: Contract,
  price: Price,
  part: Period,
  results: readonly Result[],
): Omit<MissingResult, "part"> {
  const earlier = results.filter(
    ({ measure, month }) => month < part.from && nameKey(measure) === nameKey(price.meter),
  );
  const month = Math.max(...earlier.map((result) => result.month));
  const last = earlier.length === 0 ? undefined : valueOf(results, price.meter, [monthOf(month)]);
  const charge = last && chargeQuantity(last, price);
  return charge?.ok ? { stake: { amount: charge.amount, currency } } : {};
}

/**
 * The months whose values a price bills for some days: a value has no day, so it is billed whole for the last day of its
 * month on which the measure has a price. From 15 January to 14 February that is January, and not February as well.
 */
function monthsBilled(contract: Contract, price: Price, part: Period): Period[] {
  const chain = chainOfMeasure(contract, price);
  return monthsTouched(part).filter((month) => {
    const inForce = overlap(month, contract.service);
    const days = chain.flatMap(({ service }) => (inForce && overlap(inForce, service)) ?? []);
    return contains(part, Math.max(...days.map(({ to }) => to)));
  });
}

interface ResultInput {
  readonly billed: BilledService;
  readonly context: RatingContext;
  /** Takes the periods without a result. */
  readonly missing: MissingResult[];
}

function resultItem(
  contract: Contract,
  price: Price,
  part: Period,
  results: readonly Result[],
  { billed, context, missing }: ResultInput,
): RatedItem | undefined {
  const months = monthsBilled(contract, price, part);
  if (months.length === 0) return undefined;
  const value = valueOf(results, price.meter, months);
  const { lines, quantity: before = zero } = billed.of(contract, price, part);
  if (!value) {
    if (lines.length === 0) missing.push({ part, ...stakeOf(contract, price, part, results) });
    return undefined;
  }
  const now = withinDigits(value, chargeQuantity(value, price));
  const was = lines.length === 0 ? undefined : chargeQuantity(before, price);
  if (!now.ok || was?.ok === false) {
    const { contractId } = contract;
    const { at, meter, product: column } = price;
    const fault = now.ok ? { ok: false as const, code: "BEYOND_15_DIGITS" as const, quantity: value } : now;
    reportChargeFault(fault, price, { at, contractId, meter, column }, context.report);
    return undefined;
  }
  if (was && value.equals(before)) return undefined;
  const stake = now.amount.minus(was?.amount ?? zero);
  if (waitsForEvidence(price, months, contract, stake, context.report)) return undefined;
  return {
    contract,
    price,
    kind: "usage",
    full: part,
    part,
    fraction: wholePeriod,
    late: was && { all: now.lines, before: was.lines },
    quantity: value.minus(was ? before : zero),
    rows: noRows,
    lines: was ? chargeDifference(now.lines, was.lines) : now.lines,
    whole: sum(now.lines.map(({ amount }) => amount)),
    before: was?.amount ?? zero,
  };
}

/**
 * Prices of measures: the value of Results is the quantity of its month. What was billed on another value is trued up, down
 * too: 5 % of 10,000 and, audited, of 12,000 are 100.00 more.
 */
export function rateResults(
  contract: Contract,
  run: Period,
  billed: BilledService,
  context: RatingContext,
): RatedItem[] {
  const { results } = contract.agreed.projects;
  const measured = contract.prices.filter(
    ({ isMeasured, refundScale }) => isMeasured === true && refundScale === undefined,
  );
  return measured.flatMap((price) => {
    const days = overlap(price.service, { from: contract.service.from, to: run.to });
    if (!days) return [];
    const missing: MissingResult[] = [];
    const items = billingPeriods(contract, days)
      .filter(({ service }) => service.to <= run.to)
      .flatMap(({ service }) => {
        const part = overlap(service, price.service);
        return (part && resultItem(contract, price, part, results, { billed, context, missing })) ?? [];
      });
    reportMissingResults(price, missing, context.report);
    return items;
  });
}
