import { scaleDecimal, QUANTITY_SCALE } from "../../../src/core/money/scaledQuantity";
import { Decimal, sum } from "../../../src/core/money/decimal";
import { round, type RoundingMode } from "../../../src/core/money/round";
import {
  chargeDifference,
  chargeEvents,
  chargeQuantity,
  type Charge,
} from "../../../src/core/pricing/charge";
import { chargeTerms, type WrittenTerms } from "../../properties/support/terms";
import type { Runner } from "../outcome";
import type { Fields, Vector } from "../vector";

const modes: Readonly<Record<string, RoundingMode>> = { half_up: "half_up", ceil: "up" };

/** Rounds as the vector says; exact without a word about it. */
export function rounded(amount: Decimal, params: Fields): Decimal {
  if (!params.has("rounding")) return amount;
  const rounding = params.fields("rounding");
  return round(amount, rounding.number("scale"), modes[rounding.text("mode")]!);
}

/** Tiers as they are typed into a cell; undefined where one has a cap or blocks of its own. */
function tiersText(params: Fields): string | undefined {
  if (!params.has("tiers")) return undefined;
  const tiers = params.fieldsList("tiers").map((tier) => {
    const price = tier.has("ratePercent") ? `${tier.text("ratePercent")} %` : tier.text("unitPrice");
    return `${tier.optionalText("upTo") ?? "*"}: ${price} + ${tier.text("flatFee")}`;
  });
  return tiers.join("; ");
}

const isPlainTier = (tier: Fields) => tier.hasOnly("upTo", "unitPrice", "ratePercent", "flatFee");

function percentText(params: Fields): string | undefined {
  return params.has("ratePercent") ? params.decimal("ratePercent").dividedBy(100).toString() : undefined;
}

const knownParams = [
  "tiers",
  "unitPrice",
  "packageSize",
  "packagePrice",
  "freeUnits",
  "minAmount",
  "maxAmount",
  "zeroQuantity",
  "rounding",
  "ratePercent",
  "fixedFeePerEvent",
  "multiplier",
  "amount",
  "term",
  "accumulate",
  "alreadyBilled",
];

/** The terms of a price, as far as all that the vector says can be said here. */
function termsOf(vector: Vector, model: WrittenTerms["model"]): WrittenTerms | undefined {
  const { params } = vector;
  if (!params.hasOnly(...knownParams)) return undefined;
  if (params.has("tiers") && !params.fieldsList("tiers").every(isPlainTier)) return undefined;
  return {
    model,
    tiers: tiersText(params),
    unitPrice:
      params.optionalText("unitPrice") ??
      params.optionalText("packagePrice") ??
      params.optionalText("multiplier") ??
      percentText(params),
    flatFee: params.optionalText("fixedFeePerEvent") ?? params.optionalText("amount"),
    packageSize: params.optionalText("packageSize"),
    included: params.optionalText("freeUnits"),
    minimum: params.optionalText("minAmount"),
    maximum: params.optionalText("maxAmount"),
    freeAtZero: params.optionalText("zeroQuantity") === "no_charge",
  };
}

export function amountOf(charge: Charge): Decimal {
  if (!charge.ok) throw new Error(charge.code);
  return charge.amount;
}

const chargeRunner =
  (model: WrittenTerms["model"]): Runner =>
  (vector) => {
    const terms = termsOf(vector, model);
    if (!terms || !vector.input.hasOnly("quantity")) return undefined;
    const quantity = new Decimal(vector.input.optionalText("quantity") ?? 0);
    return {
      figures: { amount: rounded(amountOf(chargeQuantity(quantity, chargeTerms(terms))), vector.params) },
    };
  };

/** Packages beyond those that were billed before. */
const packages: Runner = (vector) => {
  const terms = termsOf(vector, "package");
  if (!terms || !vector.params.has("alreadyBilled")) return chargeRunner("package")(vector);
  const before = vector.params.decimal("alreadyBilled").times(vector.params.decimal("packageSize"));
  const [all, billed] = [vector.input.decimal("quantity"), before].map((quantity) =>
    chargeQuantity(quantity, chargeTerms(terms)),
  );
  if (!all?.ok || !billed?.ok) return undefined;
  const difference = chargeDifference(all.lines, billed.lines);
  return { figures: { amount: sum(difference.map(({ amount }) => amount)), gross: all.amount } };
};

/** Every event priced alone and added. */
const percentageOfEvents: Runner = (vector) => {
  const terms = termsOf(vector, "percentage");
  if (!terms || !vector.input.hasOnly("events")) return undefined;
  const scaled = Float64Array.from(vector.input.decimals("events"), scaleDecimal);
  return {
    figures: { amount: amountOf(chargeEvents({ scaled, scale: QUANTITY_SCALE }, [], chargeTerms(terms))) },
  };
};

/** A stairstep that adds the price of every step passed is graduated with fees alone. */
const steps: Runner = (vector) =>
  chargeRunner(vector.params.has("accumulate") ? "graduated" : "stairstep")(vector);

/** What is billable of a quantity once what came before has used up its part of the included one. */
const usageDiscount: Runner = ({ params, input }) => {
  const terms = chargeTerms({ model: "per_unit", unitPrice: "1", included: params.text("freeUnits") });
  const before = input.decimal("quantityBefore");
  const [all, billed] = [before.plus(input.decimal("quantity")), before].map((quantity) =>
    chargeQuantity(quantity, terms),
  );
  if (!all?.ok || !billed?.ok) return undefined;
  const usage = chargeDifference(all.lines, billed.lines).filter(({ kind }) => kind === "usage");
  return { figures: { amount: sum(usage.map(({ quantity }) => quantity)) } };
};

/** By the vectors' names of the models. */
export const chargeRunners: Readonly<Record<string, Runner>> = {
  flat: chargeRunner("flat"),
  per_unit: chargeRunner("per_unit"),
  graduated: chargeRunner("graduated"),
  volume: chargeRunner("volume"),
  package: packages,
  stairstep: steps,
  percentage: percentageOfEvents,
  graduated_percentage: chargeRunner("graduated_percentage"),
  dynamic: chargeRunner("percentage"),
  usage_discount: usageDiscount,
};
