import type { Contract, Price } from "../../catalog/records";
import { valueOf } from "../../catalog/terms/projects";
import { minorDigits } from "../../money/currency";
import { Decimal, zero } from "../../money/decimal";
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

/** What a run adds to the credit of some days whose measure is known; nothing where all of it was given. */
function creditOf(
  contract: Contract,
  price: Price,
  days: CreditedDays,
  value: Decimal,
  { settings, report }: RatingContext,
): RatedItem | undefined {
  const { currency } = contract;
  const { part, billed, credited } = days;
  const rated = price.model.rate(value, { ...price, meteredAmount: billed });
  const share = (rated.ok ? rated.parts[0]?.unitPrice : undefined) ?? zero;
  const owed = Decimal.max(zero, Decimal.min(billed, billed.times(share)));
  const amount = roundedOnce(owed, currency, settings).negated().minus(credited);
  if (amount.isZero() || isOfShares(amount, days, currency, settings)) return undefined;
  if (waitsForEvidence(price, part, contract, amount, report)) return undefined;
  const before = credited.isZero()
    ? ""
    : ` − ${formatExactMoney(credited.negated(), currency)} credited before`;
  const sentence = `${price.meter} of ${formatFigure(value)}: ${formatPercent(share)} of ${formatExactMoney(billed, currency)}${before}`;
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
    const value = valueOf(contract.agreed.projects.results, price.meter, days.part);
    if (!value) missing.push({ part: days.part });
    return value ? (creditOf(contract, price, days, value, context) ?? []) : [];
  });
  reportMissingResults(price, missing, context.report);
  return credits;
}

/** Credits for a service below its level, of what its product bills after discounts and caps: 10 % of 1,000.00. */
export const serviceCredits: ContractStep = (input, context) =>
  input.contract.prices
    .filter(({ model }) => model.reads === "billedProduct")
    .flatMap((price) => creditsOf(price, input, context));
