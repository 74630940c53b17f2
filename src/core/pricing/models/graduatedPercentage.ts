import { partsFromBelow } from "../events";
import { graduate, graduateLevels } from "../graduate";
import { definePricingModel } from "../model";
import { segmentsFromBelow } from "../segments";
import { unitsOfTier, widthOfTier } from "../tiers";

export const graduatedPercentage = definePricingModel({
  id: "graduated_percentage",
  title: "Graduated percentage",
  help: "Each part of the metered amount of money at the rate of its own tier, plus the flat fee of every tier entered.",
  needs: ["tiers"],
  takes: [],
  isFixed: false,
  tiersAreFees: false,
  chargesZeroUsage: true,
  ratesAreFractions: true,
  rate: (quantity, { tiers }) => graduate(quantity, tiers),
  rateLevels: (levels, { tiers }) => graduateLevels(levels, tiers),
  unitsPerLineUnit: ({ tiers }, tier) => unitsOfTier(tiers, tier),
  mostUnitsOfTier: ({ tiers }, tier) => widthOfTier(tiers, tier),
  rateEvents: (events, { tiers }) => partsFromBelow(events, tiers),
  segments: ({ tiers }) => segmentsFromBelow(tiers),
  examples: [
    {
      it: "takes each tier's share",
      terms: { tiers: "100000: 0.03; *: 0.02" },
      quantity: "150000",
      amount: "4000",
    },
    {
      it: "charges the first tier's fee without an amount",
      terms: { tiers: "100000: 0.03 + 200; *: 0.02" },
      quantity: "0",
      amount: "200",
    },
  ],
});
