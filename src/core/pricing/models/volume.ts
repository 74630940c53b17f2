import { partsByTier } from "../events";
import { inOneTier, levelsInOneTier } from "../graduate";
import { definePricingModel } from "../model";
import { segmentsByTier } from "../segments";
import { boundOfTier, unitsOfTier } from "../tiers";

export const volume = definePricingModel({
  id: "volume",
  title: "Volume",
  help: "All units at the price of the tier that holds the quantity, plus that tier's flat fee.",
  needs: ["tiers"],
  takes: [],
  isFixed: false,
  tiersAreFees: false,
  chargesZeroUsage: true,
  ratesAreFractions: false,
  remark: ({ tiers }) =>
    tiers.length > 1 && tiers[0]!.unitPrice.isZero() && tiers[0]!.flatFee.isZero()
      ? "FREE_FIRST_VOLUME_TIER"
      : undefined,
  rate: (quantity, { tiers }) => inOneTier(quantity, tiers),
  rateLevels: (levels, { tiers }) => levelsInOneTier(levels, tiers),
  unitsPerLineUnit: ({ tiers }, tier) => unitsOfTier(tiers, tier),
  mostUnitsOfTier: ({ tiers }, tier) => boundOfTier(tiers, tier),
  rateEvents: (events, { tiers }) => partsByTier(events, tiers),
  segments: ({ tiers }) => segmentsByTier(tiers),
  examples: [
    {
      it: "prices all units at the tier reached",
      terms: { tiers: "1000: 0.10; 10000: 0.05; *: 0.01" },
      quantity: "15000",
      amount: "150",
    },
    {
      it: "takes the bound into its tier",
      terms: { tiers: "100: 2 + 10; *: 1" },
      quantity: "100",
      amount: "210",
    },
    {
      it: "charges the first tier's fee without usage",
      terms: { tiers: "100: 2 + 10; *: 1" },
      quantity: "0",
      amount: "10",
    },
  ],
});
