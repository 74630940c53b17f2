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

/** What a run adds to the credit of some days whose levels are known; nothing where all of it was given. */
function creditOf(
  contract: Contract,
  price: Price,
  days: CreditedDays,
  levels: readonly Result[],
  { settings, report }: RatingContext,
): RatedItem | undefined {
  const { currency } = contract;
  const { part, billed, credited } = days;
  const months = monthlyCredits(price, days, levels);
  const exact = sum(months.map((month) => month.billed.times(month.share)));
  const owed = Decimal.max(zero, Decimal.min(billed, exact));
  const amount = roundedOnce(owed, currency, settings).negated().minus(credited);
  if (amount.isZero() || isOfShares(amount, days, currency, settings)) return undefined;
  if (waitsForEvidence(price, monthsTouched(part), contract, amount, report)) return undefined;
  const before = credited.isZero()
    ? ""
    : ` − ${formatExactMoney(credited.negated(), currency)} credited before`;
  const told = months.map(
    (month) =>
      `${price.meter} of ${formatFigure(month.value)}: ${formatPercent(month.share)} of ${formatExactMoney(month.billed, currency)}`,
  );
  const sentence = `${told.join("; ")}${before}`;
  const term = { id: price.priceId, name: price.description, sentence };
  return termItem({ contract, price, kind: "credit", term, part, amount });
}

/**
 * A credit of the share of what a product bills that its measure gives, for each of its periods that are over; of one that
 * was billed before too, where its measure came later or was audited since.
 */
function creditsOf(price: Price, input: StepInput, context: RatingContext): RatedItem[] {
  const { contract } = input;
  const missing: MissingResult[] = [];
  const credits = creditedDays(input, price, context.settings).flatMap((days) => {
    const levels = resultsOver(contract.agreed.projects.results, price.meter, monthsTouched(days.part));
    if (!levels) missing.push({ part: days.part });
    return levels ? (creditOf(contract, price, days, levels, context) ?? []) : [];
  });
  reportMissingResults(price, missing, context.report);
  return credits;
}

/** Credits for a service below its level, of what its product bills after discounts and caps: 10 % of 1,000.00. */
export const serviceCredits: ContractStep = (input, context) =>
  input.contract.prices
    .filter(({ model }) => model.reads === "billedProduct")
    .flatMap((price) => creditsOf(price, input, context));
