import { nameKey } from "../../base/name";
import type { Contract, Price } from "../../catalog/records";
import { daysOf, monthOf, monthsTouched, overlap } from "../../calendar/period";
import { resultsOver } from "../../catalog/terms/projects";
import type { Result } from "../../catalog/terms/projectTerms";
import { minorDigits } from "../../money/currency";
import { Decimal, sum, zero } from "../../money/decimal";
import { formatExactMoney, formatFigure, formatPercent } from "../../money/format";
import { linesAreShares } from "../../settings/lineShares";
import type { Settings } from "../../settings/settings";
import { reportMissingResults, type MissingResult } from "../missingResults";
import type { RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";
import { waitsForEvidence } from "../unprovedResults";
import { creditedDays, type CreditedDays } from "./creditedDays";
import { roundedOnce } from "./pricedAmounts";
import { termItem, type ContractStep, type StepInput } from "./step";

/** Whether a difference is only of cents that lines of an invoice share. */
function isOfShares(
  amount: Decimal,
  { hasLines }: CreditedDays,
  currency: string,
  settings: Settings,
): boolean {
  const cents = amount.abs().times(new Decimal(10).pow(minorDigits(currency)));
  return hasLines && linesAreShares(settings) && cents.lessThan(2);
}

/** What a month's level gives back of what a product bills for the days of a period in that month. */
interface MonthlyCredit {
  readonly value: Decimal;
  readonly share: Decimal;
  readonly billed: Decimal;
}

/** A level is one month's: of a period over several each month has its days' part of what is billed, and its own share. */
function monthlyCredits(
  price: Price,
  { part, billed }: CreditedDays,
  levels: readonly Result[],
): MonthlyCredit[] {
  return levels.map(({ month, value }) => {
    const days = daysOf(overlap(part, monthOf(month))!);
    const ofMonth = billed.times(days).dividedBy(daysOf(part));
    const rated = price.model.rate(value, { ...price, meteredAmount: ofMonth });
    return { value, share: (rated.ok ? rated.parts[0]?.unitPrice : undefined) ?? zero, billed: ofMonth };
  });
}

/** What credits give back of days of a product, by the product and the days, in the order of their prices. */
type GivenBack = Map<string, Decimal>;

/** What a credit comes to for some days, with how. */
interface Owed {
  readonly amount: Decimal;
  readonly months: readonly MonthlyCredit[];
  /** Where other credits leave less of what is billed than it would take. */
  readonly limit: string;
}

/** What a run adds to the credit of some days whose levels are known; nothing where all of it was given. */
function creditOf(
  contract: Contract,
  price: Price,
  days: CreditedDays,
  owed: Owed,
  { settings, report }: RatingContext,
): RatedItem | undefined {
  const { currency } = contract;
  const { part, credited } = days;
  const amount = owed.amount.negated().minus(credited);
  if (amount.isZero() || isOfShares(amount, days, currency, settings)) return undefined;
  if (waitsForEvidence(price, monthsTouched(part), contract, amount, report)) return undefined;
  const before = credited.isZero()
    ? ""
    : ` − ${formatExactMoney(credited.negated(), currency)} credited before`;
  const told = owed.months.map(
    (month) =>
      `${price.meter} of ${formatFigure(month.value)}: ${formatPercent(month.share)} of ${formatExactMoney(month.billed, currency)}`,
  );
  const sentence = `${told.join("; ")}${owed.limit}${before}`;
  const term = { id: price.priceId, name: price.description, sentence };
  return termItem({ contract, price, kind: "credit", term, part, amount });
}

function owedFor(
  price: Price,
  days: CreditedDays,
  levels: readonly Result[],
  others: Decimal,
  { currency, settings }: { readonly currency: string; readonly settings: Settings },
): Owed {
  const months = monthlyCredits(price, days, levels);
  const exact = sum(months.map((month) => month.billed.times(month.share)));
  const left = days.whole.minus(others);
  const most = Decimal.max(zero, Decimal.min(days.billed, left));
  const amount = roundedOnce(Decimal.max(zero, Decimal.min(most, exact)), currency, settings);
  const isLess = exact.greaterThan(left) && left.lessThan(days.whole);
  const limit = `, at most the ${formatExactMoney(Decimal.max(zero, left), currency)} that other credits leave`;
  return { amount, months, limit: isLess ? limit : "" };
}

/**
 * A credit of the share of what a product bills that its measure gives, for each of its periods that are over; of one that
 * was billed before too, where its measure came later or was audited since. All credits of a product together are never
 * above what it bills.
 */
function creditsOf(price: Price, given: GivenBack, input: StepInput, context: RatingContext): RatedItem[] {
  const { contract } = input;
  const { settings, report } = context;
  const { currency } = contract;
  const missing: MissingResult[] = [];
  const credits = creditedDays(input, price, settings).flatMap((days) => {
    const levels = resultsOver(contract.agreed.projects.results, price.meter, monthsTouched(days.part));
    if (!levels) missing.push({ part: days.part });
    const key = `${nameKey(price.ofProduct ?? "")} ${days.key}`;
    const others = given.get(key) ?? zero;
    const owed = levels && owedFor(price, days, levels, others, { currency, settings });
    const item = owed && creditOf(contract, price, days, owed, context);
    const credited = days.credited.plus(item?.whole ?? zero).negated();
    given.set(key, others.plus(credited));
    return item ?? [];
  });
  reportMissingResults(price, missing, report);
  return credits;
}

/** Credits for a service below its level, of what its product bills after discounts and caps: 10 % of 1,000.00. */
export const serviceCredits: ContractStep = (input, context) => {
  const given: GivenBack = new Map();
  return input.contract.prices
    .filter(({ model }) => model.reads === "billedProduct")
    .flatMap((price) => creditsOf(price, given, input, context));
};
