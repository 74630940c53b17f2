import { Decimal, zero } from "../../../src/core/money/decimal";
import type { ChargeTerms } from "../../../src/core/pricing/charge";
import { pricingModels, type PricingModelId } from "../../../src/core/pricing/registry";
import { parseTiersText } from "../../../src/core/pricing/tiersText";

/** Terms of a price as a test writes them; what is left out has no effect. */
export interface WrittenTerms {
  readonly model: PricingModelId;
  readonly tiers?: string | undefined;
  readonly unitPrice?: string | undefined;
  readonly flatFee?: string | undefined;
  readonly packageSize?: string | undefined;
  readonly included?: string | undefined;
  readonly discount?: string | undefined;
  readonly minimum?: string | undefined;
  readonly maximum?: string | undefined;
  readonly freeAtZero?: boolean;
  readonly mirrorsNegative?: boolean;
}

const decimal = (text: string | undefined) => (text === undefined ? undefined : new Decimal(text));

/** The terms as the catalog would resolve them from a row of Prices. */
export function chargeTerms(written: WrittenTerms): ChargeTerms {
  const model = pricingModels.find(({ id }) => id === written.model)!;
  const parsed = parseTiersText(written.tiers ?? "*: 0");
  if (!parsed.ok) throw new Error(parsed.reason);
  const asFees = model.tiersAreFees && !parsed.withFees;
  const tiers = asFees
    ? parsed.tiers.map((tier) => ({ ...tier, flatFee: tier.unitPrice, unitPrice: zero }))
    : parsed.tiers;
  return {
    model,
    tiers: written.tiers === undefined ? [] : tiers,
    unitPrice: decimal(written.unitPrice),
    flatFee: decimal(written.flatFee),
    packageSize: decimal(written.packageSize),
    included: decimal(written.included) ?? zero,
    discount: decimal(written.discount) ?? zero,
    minimum: decimal(written.minimum),
    maximum: decimal(written.maximum),
    freeAtZero: written.freeAtZero ?? false,
    mirrorsNegative: written.mirrorsNegative ?? false,
  };
}
