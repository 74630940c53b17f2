import { Decimal } from "../../../src/core/money/decimal";
import { round, type RoundingMode } from "../../../src/core/money/round";
import { chargeQuantity, type Charge } from "../../../src/core/pricing/charge";
import { chargeTerms, type WrittenTerms } from "../../properties/support/terms";
import { invoiceOf, priceRow, type Row } from "../book";
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
export function termsOf(vector: Vector, model: WrittenTerms["model"]): WrittenTerms | undefined {
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

/** The amount of a quantity under the vector's terms; undefined where the engine has no such terms. */
export function chargedAmount(vector: Vector, model: WrittenTerms["model"]): Decimal | undefined {
  const terms = termsOf(vector, model);
  if (!terms || !vector.input.hasOnly("quantity")) return undefined;
  const quantity = new Decimal(vector.input.optionalText("quantity") ?? 0);
  return rounded(amountOf(chargeQuantity(quantity, chargeTerms(terms))), vector.params);
}

const tierRowOf = (tier: Fields): Row => ({
  "Price ID": "P1",
  "Up to": tier.has("upTo") ? tier.number("upTo") : "*",
  "Unit price": tier.number("unitPrice"),
  "Flat fee": tier.number("flatFee"),
  "Block size": tier.has("blockSize") ? tier.number("blockSize") : undefined,
  Maximum: tier.has("cap") ? tier.number("cap") : undefined,
});

/** An invoice of one row of usage under the vector's tiers, one row a tier, as the table Tiers has them. */
export function invoiceOfTiers(
  { params, input }: Vector,
  model: string,
  price: Row = {},
): ReturnType<typeof invoiceOf> {
  return invoiceOf({
    Prices: [priceRow({ "Price ID": "P1", Meter: "Reading", "Pricing model": model, ...price })],
    Tiers: params.fieldsList("tiers").map(tierRowOf),
    Usage: [
      { "Contract ID": "C1", Meter: "Reading", Date: "2026-01-15", Quantity: input.number("quantity") },
    ],
  });
}
