import type { Decimal } from "../../core/api";
import {
  chargeQuantity,
  columnRater,
  pricesUnits,
  quantityModels,
  zero,
  type ChargeLine,
  type ChargeTerms,
  type PricingModel,
} from "../../core/api";
import { Fault, notFound } from "./fault";
import { atLeastZero, readChoice, readNumber, readOptionalNumber } from "./read";
import { rememberByContent } from "./remember";
import { readTierRange, tiersOf, type TierRange } from "./tierRange";

/** A price of usage as the arguments of a cell say it. */
export interface UsagePrice {
  readonly terms: ChargeTerms;
  /** The bound of a single row: more than this is above the last tier, also where the model has no tiers. */
  readonly limit: Decimal | null;
  /** The amount of a double where integers can say it, else NaN. */
  readonly fast: (quantity: number) => number;
}

const usageModels: readonly PricingModel[] = quantityModels;
const usageModelIds = usageModels.map(({ id }) => id);

/** The model that prices what a single row cannot say. */
function modelFor({ rows, hasFees }: TierRange, { id, ratesAreFractions }: PricingModel): string {
  if (ratesAreFractions) return "graduated_percentage";
  return rows.length > 1 && !hasFees && id === "package" ? "stairstep" : "graduated";
}

/** Terms of a model that has one price: a package, a unit, a fraction. */
function singlePrice(
  range: TierRange,
  model: PricingModel,
): Partial<ChargeTerms> & { limit: Decimal | null } {
  const [{ bound = null, price = zero, fee = zero }, ...others] = range.rows as [TierRange["rows"][0]];
  const better = `use ${modelFor(range, model)} for that.`;
  if (others.length > 0)
    throw new Fault("value", `tiers: ${model.id} takes one row, not ${String(range.rows.length)}; ${better}`);
  if (!fee.isZero() && !model.takes.includes("flatFee"))
    throw new Fault("value", `tiers: ${model.id} takes no flat fee (${fee.toString()}); ${better}`);
  const size = bound === null || bound.isZero() ? undefined : bound;
  if (!model.needs.includes("packageSize")) return { unitPrice: price, flatFee: fee, limit: size ?? null };
  if (!size)
    throw new Fault(
      "value",
      "tiers: package needs the package size in Up to and the price of one in Unit price.",
    );
  return { unitPrice: price, packageSize: size, limit: null };
}

function modelTerms(range: TierRange, model: PricingModel): Partial<ChargeTerms> & { limit: Decimal | null } {
  if (!model.needs.includes("tiers")) return singlePrice(range, model);
  return { tiers: tiersOf(range, model.tiersAreFees), limit: null };
}

function readPrice(
  tiers: unknown,
  modelName?: unknown,
  includedQuantity?: unknown,
  least?: unknown,
  most?: unknown,
): UsagePrice {
  const id = readChoice("model", modelName, usageModelIds, "graduated");
  const model = usageModels.find((candidate) => candidate.id === id)!;
  const included = readOptionalNumber("included", includedQuantity, zero, atLeastZero);
  const minimum = readOptionalNumber("minimum", least, undefined, atLeastZero);
  const maximum = readOptionalNumber("maximum", most, undefined, atLeastZero);
  if (minimum && maximum && minimum.greaterThan(maximum))
    throw new Fault(
      "value",
      `minimum: ${minimum.toString()} is above the maximum of ${maximum.toString()}; it must not be.`,
    );
  const range = readTierRange(tiers);
  if (!range.pricePer.equals(1) && !pricesUnits(model))
    throw new Fault(
      "value",
      `tiers: the header names a price for ${range.pricePer.toString()} units, and ${model.id} prices no units; write the price of one.`,
    );
  const { limit, ...modelOnly } = modelTerms(range, model);
  const terms: ChargeTerms = {
    model,
    tiers: [],
    unitPrice: undefined,
    packageSize: undefined,
    flatFee: undefined,
    included,
    discount: zero,
    minimum,
    maximum,
    freeAtZero: false,
    mirrorsNegative: false,
    ...modelOnly,
  };
  return { terms, limit, fast: limit === null ? columnRater(terms) : () => NaN };
}

/** The price that the arguments say; a range's content is read once, whatever the number of calls. */
export const readUsagePrice = rememberByContent(readPrice);

export interface UsageCharge {
  readonly quantity: Decimal;
  readonly amount: Decimal;
  readonly lines: readonly ChargeLine[];
}

/** What a quantity costs, with the steps that lead to the amount. */
export function chargeUsage(price: UsagePrice, raw: unknown): UsageCharge {
  const quantity = readNumber("quantity", raw, atLeastZero);
  const { terms, limit } = price;
  const charge = chargeQuantity(quantity, terms);
  const isBeyond = limit !== null && quantity.minus(terms.included).greaterThan(limit);
  if (!charge.ok || isBeyond) throw notFound(`quantity ${quantity.toString()} is above the last tier.`);
  return { quantity, amount: charge.amount, lines: charge.lines };
}
