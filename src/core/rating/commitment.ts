import { addMonths } from "../calendar/day";
import { contains, overlap, type Period } from "../calendar/period";
import { dayFraction, prorate, type DayCountBasis, type DayFraction } from "../calendar/proration";
import type { Contract, Price } from "../catalog/records";
import type { DocumentRegister } from "../documents/register";
import { minorDigits } from "../money/currency";
import { Decimal, one, sum, zero } from "../money/decimal";
import { billingPeriods, usagePeriodsOf, type BillingPeriod, type PricePart } from "./billingPeriods";
import { usageLinesOf } from "./lateUsage";
import { rateFixedPart, rateUsagePart, type RatingContext } from "./rateParts";
import { exactAmount, noRows, roundedAmount, type RatedItem } from "./ratedItem";

/** The contract's years that end in a run: twelve months from its start, the last cut at its end. */
function contractYearsOf(contract: Contract, run: Period): BillingPeriod[] {
  const { from, to } = contract.service;
  const years: BillingPeriod[] = [];
  for (let start = from, year = 1; start <= Math.min(to, run.to); year++) {
    const next = addMonths(from, 12 * year);
    const full = { from: start, to: next - 1 };
    const service = overlap(full, contract.service)!;
    if (contains(run, service.to)) years.push({ full, service });
    start = next;
  }
  return years;
}

/** How much of the invoice an item is: its own rounded amount, or the exact one where the invoice is rounded once. */
function shareOf(item: RatedItem, { settings }: RatingContext): Decimal {
  if (settings.lineRounding === "invoice") return exactAmount(item);
  return roundedAmount(item, minorDigits(item.contract.currency), settings.roundingMode);
}

/** What a price has billed for a part of a period where documents say so, else what it owes. */
function amountOfPart(
  contract: Contract,
  price: Price,
  span: PricePart,
  register: DocumentRegister,
  context: RatingContext,
): Decimal {
  const billed = usageLinesOf(register.indexOf(contract.contractId), price, span.part).filter(
    ({ isFinal }) => isFinal,
  );
  if (billed.length > 0) return sum(billed.map(({ amount }) => amount));
  const item = price.isFixed
    ? rateFixedPart(contract, price, span, context)
    : rateUsagePart(contract, price, span, context);
  return item ? shareOf(item, context) : zero;
}

/** All that the contract's prices bill for the billing periods within a commitment period, before tax. */
function billedWithin(
  contract: Contract,
  service: Period,
  register: DocumentRegister,
  late: readonly RatedItem[],
  context: RatingContext,
): Decimal {
  const parts = billingPeriods(contract, service).flatMap(({ full }) =>
    contract.prices.flatMap((price) => {
      const part = overlap(full, price.service);
      return part && contains(service, part.from)
        ? [amountOfPart(contract, price, { full, part }, register, context)]
        : [];
    }),
  );
  const lateParts = late
    .filter(({ part }) => contains(service, part.from))
    .map((item) => shareOf(item, context));
  return sum([...parts, ...lateParts]);
}

interface OwedCommitment {
  readonly owed: Decimal;
  /** The days that it is for: free days at the start are not among them. */
  readonly part: Period;
  readonly fraction: DayFraction;
}

/**
 * What the commitments of a contract come to in a period, each by its days of the full one: 310.00 agreed from 15
 * October is 170.00 in October. Undefined where none is in force.
 */
function owedWithin(
  { commitments }: Contract,
  { full, service }: BillingPeriod,
  basis: DayCountBasis,
): OwedCommitment | undefined {
  const shares = commitments.flatMap((term) => {
    const part = overlap(term.service, service);
    return part ? [{ part, fraction: dayFraction(part, full, basis), amount: term.amount }] : [];
  });
  const [first] = shares;
  if (!first) return undefined;
  return {
    owed: sum(shares.map(({ amount, fraction }) => prorate(amount, fraction))),
    part: { from: first.part.from, to: service.to },
    fraction: {
      numerator: shares.reduce((days, { fraction }) => days + fraction.numerator, 0),
      denominator: first.fraction.denominator,
    },
  };
}

/** What is missing to a commitment, never below 0: owed 500.00, billed 412.30 is 87.70. Credits make billed negative. */
export function trueUp(owed: Decimal, billed: Decimal): Decimal {
  return Decimal.max(zero, owed.minus(billed));
}

/**
 * The true-up of a minimum commitment, due at the end of its period: commitment × share of the period − billed, where
 * that is above 0.
 */
export function rateCommitment(
  contract: Contract,
  run: Period,
  register: DocumentRegister,
  late: readonly RatedItem[],
  context: RatingContext,
): RatedItem[] {
  if (contract.commitments.length === 0) return [];
  const periods =
    contract.commitmentPeriod === "contract_year"
      ? contractYearsOf(contract, run)
      : usagePeriodsOf(contract, run);
  return periods.flatMap(({ full, service }): RatedItem[] => {
    const due = owedWithin(contract, { full, service }, context.settings.prorationBasis);
    if (!due) return [];
    const { owed, part, fraction } = due;
    // What is wrong with a price is reported where the price itself is rated, not here again.
    const quiet: RatingContext = { ...context, report: () => undefined };
    const billed = billedWithin(contract, service, register, late, quiet);
    const amount = trueUp(owed, billed);
    if (amount.isZero()) return [];
    const line = {
      kind: "minimum" as const,
      tier: "",
      quantity: one,
      unitPrice: amount,
      flatFee: zero,
      amount,
    };
    return [
      {
        contract,
        price: undefined,
        kind: "commitment",
        full,
        part,
        fraction,
        late: undefined,
        quantity: billed,
        rows: noRows,
        lines: [line],
        whole: amount,
        before: zero,
      },
    ];
  });
}
