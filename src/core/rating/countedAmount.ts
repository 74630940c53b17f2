import { groupBy } from "../base/groupBy";
import { overlap, type Period } from "../calendar/period";
import type { Contract, Price } from "../catalog/records";
import { isAmong } from "../catalog/terms/products";
import type { BilledService } from "../documents/billedService";
import { serviceOfPrice, type ServiceKey } from "../documents/meteredService";
import { minorDigits } from "../money/currency";
import { sum, zero, type Decimal } from "../money/decimal";
import { round } from "../money/round";
import { billingPeriods } from "./billingPeriods";
import { amountWithin, isWithin } from "./daysWithin";
import { fixedParts } from "./priceParts";
import { rateFixedPart } from "./rateParts";
import { billedAmount, type RatedItem } from "./ratedItem";
import { priceChains } from "./ratedBefore";
import { rateUsage } from "./rateUsage";
import { silently, type RatingContext } from "./ratingContext";
import { rateOfPrice } from "./terms/conversion";
import { usageWithin } from "./usageWithin";

/** What a price owes for its part of a billing period, whether it was billed or not. */
interface OwedPart {
  readonly price: Price;
  readonly part: Period;
  readonly exact: Decimal;
  /** What of it falls within days, exact. */
  readonly within: (days: Period) => Decimal;
}

/** Everything that the prices of a contract owe for the billing periods that share a day with some days. */
function owedParts(contract: Contract, days: Period, context: RatingContext): OwedPart[] {
  // What is wrong with a price is reported where the price itself is rated, not here again.
  const quiet = silently(context);
  const basis = context.settings.prorationBasis;
  const { fixed } = priceChains(contract, context);
  const inMoney = (owed: OwedPart): OwedPart => {
    const rate = rateOfPrice(owed.price, contract, owed.part.to, context) ?? zero;
    if (rate.equals(1)) return owed;
    return { ...owed, exact: owed.exact.times(rate), within: (some) => owed.within(some).times(rate) };
  };
  return billingPeriods(contract, days).flatMap((period) => {
    const fees = fixed
      .flatMap((chain) => fixedParts(contract, chain, period, basis))
      .flatMap((fixedPart): OwedPart[] => {
        const item = rateFixedPart(contract, fixedPart, quiet);
        if (!item) return [];
        const { price, part } = fixedPart;
        return [
          { price, part, exact: item.whole, within: (some) => amountWithin(item.whole, part, some, basis) },
        ];
      });
    const usage = rateUsage(contract, period.full, quiet)
      .flat()
      .map((rated): OwedPart => {
        const { price, part, usage: of } = rated;
        const exact = of.charge.ok ? of.charge.amount : zero;
        return { price, part, exact, within: (some) => usageWithin(rated, some, quiet) };
      });
    return [...fees, ...usage].map(inMoney).filter(({ part }) => overlap(part, days) !== undefined);
  });
}

/** An amount as the invoice bears it: rounded, or exact where the invoice is rounded once. */
function asBilled(exact: Decimal, contract: Contract, { settings }: RatingContext): Decimal {
  if (settings.lineRounding === "invoice") return exact;
  return round(exact, minorDigits(contract.currency), settings.roundingMode);
}

/** An amount that was billed, or is billed by the run, for days of service. */
interface Billed {
  readonly service: Period;
  readonly amount: Decimal;
}

/** Amounts of the same days as one: the steps of a price, and what came late of it. */
function byDays(amounts: readonly Billed[]): Billed[] {
  const groups = groupBy(amounts, ({ service }) => `${String(service.from)} ${String(service.to)}`);
  return [...groups.values()].map((group) => ({
    service: group[0].service,
    amount: sum(group.map(({ amount }) => amount)),
  }));
}

/** What an amount that was billed counts within some days: fees by their days, usage by its dates. */
function billedWithin(
  { amount, service }: Billed,
  days: Period,
  owed: readonly OwedPart[],
  contract: Contract,
  context: RatingContext,
): Decimal {
  if (isWithin(service, days)) return amount;
  const parts = owed.filter(({ part }) => isWithin(part, service));
  const whole = sum(parts.map(({ exact }) => exact));
  if (whole.isZero()) return amountWithin(amount, service, days, context.settings.prorationBasis);
  const within = sum(parts.map((part) => part.within(days)));
  // What was billed is what is owed but for its rounding: then the share is exact.
  const isWhole = asBilled(whole, contract, context).equals(amount);
  return isWhole ? within : amount.times(within).dividedBy(whole);
}

/** What is billed for one service of a contract within days, or owed for days that nothing bills. */
function countedOfService(
  price: Price,
  owed: readonly OwedPart[],
  { contract, products, days, billed, items }: CountInput,
  context: RatingContext,
): Decimal {
  const service = serviceOfPrice(price);
  const isCounted = (product: string | undefined) => isAmong(products, product ?? price.product);
  const itemsOfService = items.filter(
    (item) => item.price && serviceOfPrice(item.price) === service && isCounted(item.price.product),
  );
  const lines = [...billed.of(contract, price, days).lines, ...billed.takenOff(contract, price, days)];
  const amounts: Billed[] = [
    ...lines
      .filter(({ product }) => isCounted(product))
      .map((line) => ({ service: line.period!, amount: billed.netOf(line) })),
    ...itemsOfService.map((item) => ({ service: item.part, amount: billedAmount(item, context.settings) })),
  ].filter((counted) => overlap(counted.service, days) !== undefined);
  const isOpen = ({ part }: OwedPart) => !amounts.some((counted) => overlap(counted.service, part));
  return sum([
    ...byDays(amounts).map((counted) => billedWithin(counted, days, owed, contract, context)),
    ...owed
      .filter(isOpen)
      .map((owedPart) =>
        isWithin(owedPart.part, days) ? asBilled(owedPart.exact, contract, context) : owedPart.within(days),
      ),
  ]);
}

export interface CountInput {
  readonly contract: Contract;
  /** Only what these products bill, by nameKey; all where it is left out. */
  readonly products?: ReadonlySet<string>;
  /** The days that count. */
  readonly days: Period;
  readonly billed: BilledService;
  /** What the run itself bills of the contract. */
  readonly items: readonly RatedItem[];
}

/**
 * What counts towards a commitment in some days, before tax: what final documents bill for them and what the run bills;
 * where neither bills a price, what it owes. Usage counts by its date, a fee by the part of its days. True-ups and
 * adjustments do not count.
 */
export function countedAmount(input: CountInput, context: RatingContext): Decimal {
  const { contract, days, products } = input;
  const prices = contract.prices.filter(({ product }) => isAmong(products, product));
  const owed = groupBy(
    owedParts(contract, days, context).filter(({ price }) => isAmong(products, price.product)),
    ({ price }) => serviceOfPrice(price),
  );
  const services = new Map<ServiceKey, Price>(prices.map((price) => [serviceOfPrice(price), price]));
  return sum(
    [...services].map(([service, price]) => countedOfService(price, owed.get(service) ?? [], input, context)),
  );
}
