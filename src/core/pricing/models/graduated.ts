import { partsFromBelow } from "../events";
import { graduate, graduateLevels } from "../graduate";
import { definePricingModel } from "../model";
import { segmentsFromBelow } from "../segments";
import { unitsOfTier, widthOfTier } from "../tiers";

export const graduated = definePricingModel({
  id: "graduated",
  title: "Graduated",
  help: "Each unit at the price of its own tier, plus the flat fee of every tier entered.",
  needs: ["tiers"],
  takes: [],
  isFixed: false,
  tiersAreFees: false,
  chargesZeroUsage: true,
  ratesAreFractions: false,
  rate: (quantity, { tiers }) => graduate(quantity, tiers),
  rateLevels: (levels, { tiers }) => graduateLevels(levels, tiers),
  unitsPerLineUnit: ({ tiers }, tier) => unitsOfTier(tiers, tier),
  mostUnitsOfTier: ({ tiers }, tier) => widthOfTier(tiers, tier),
  rateEvents: (events, { tiers }) => partsFromBelow(events, tiers),
  segments: ({ tiers }) => segmentsFromBelow(tiers),
  examples: [
    {
      it: "prices each unit in its own tier",
      terms: { tiers: "10000: 0.10; *: 0.08" },
      quantity: "15000",
      amount: "1400",
    },
    {
      it: "adds the flat fee of every tier entered; a bound belongs to its tier",
      terms: { tiers: "10: 10 + 2; *: 5 + 3" },
      quantity: "10",
      amount: "102",
    },
    {
      it: "charges the first tier's fee without usage",
      terms: { tiers: "10: 10 + 2; *: 5 + 3" },
      quantity: "0",
      amount: "2",
    },
  ],
});
