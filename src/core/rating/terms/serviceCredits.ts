import { nameKey } from "../../base/name";
import { groupBy } from "../../base/groupBy";
import type { Contract, Price } from "../../catalog/records";
import { valueOf } from "../../catalog/terms/projects";
import { Decimal, sum } from "../../money/decimal";
import { formatExactMoney, formatFigure, formatPercent } from "../../money/format";
import { reportMissingResults, type MissingResult } from "../missingResults";
import { billedAmount, type RatedItem } from "../ratedItem";
import { roundedOnce } from "./pricedAmounts";
import { termItem, type ContractStep, type StepInput } from "./step";
import type { RatingContext } from "../ratingContext";

/** A credit of the share of what a product bills that its measure gives, for each of its periods. */
function creditsOf(contract: Contract, price: Price, input: StepInput, context: RatingContext): RatedItem[] {
  const { settings, report } = context;
  const { currency } = contract;
  const credited = input.items.filter(
    (item) => item.price && nameKey(item.price.product) === nameKey(price.ofProduct ?? ""),
  );
  const missing: MissingResult[] = [];
  const byDays = groupBy(credited, ({ part }) => `${String(part.from)} ${String(part.to)}`);
  const credits = [...byDays.values()].flatMap((items) => {
    const { part } = items[0];
    const value = valueOf(contract.agreed.projects.results, price.meter, part);
    if (!value) {
      missing.push({ part });
      return [];
    }
    const billed = sum(items.map((item) => billedAmount(item, settings)));
    const rated = price.model.rate(value, { ...price, meteredAmount: billed });
    const share = rated.ok ? rated.parts[0]?.unitPrice : undefined;
    if (!share || share.isZero() || !billed.greaterThan(0)) return [];
    const amount = roundedOnce(Decimal.min(billed, billed.times(share)).negated(), currency, settings);
    const sentence = `${price.meter} of ${formatFigure(value)}: ${formatPercent(share)} of ${formatExactMoney(billed, currency)}`;
    const term = { id: price.priceId, name: price.description, sentence };
    return [termItem({ contract, price, kind: "credit", term, part, amount })];
  });
  reportMissingResults(price, missing, report);
  return credits;
}

/** Credits for a service below its level, of what its product bills after discounts and caps: 10 % of 1,000.00. */
export const serviceCredits: ContractStep = (input, context) =>
  input.contract.prices
    .filter(({ model }) => model.reads === "billedProduct")
    .flatMap((price) => creditsOf(input.contract, price, input, context));
