import { zero } from "../../money/decimal";
import { partsByTier } from "../events";
import { inOneTier, levelsInOneTier } from "../graduate";
import { definePricingModel } from "../model";
import { segmentsByTier } from "../segments";
import type { Tier } from "../tiers";

/** A step has no unit price: whatever the quantity within it, the fee is the price. */
const steps = (tiers: readonly Tier[]): Tier[] => tiers.map((tier) => ({ ...tier, unitPrice: zero }));

export const stairstep = definePricingModel({
  id: "stairstep",
  title: "Stairstep",
  help: "The flat fee of the tier that holds the quantity.",
  needs: ["tiers"],
  takes: [],
  isFixed: false,
  tiersAreFees: true,
  chargesZeroUsage: true,
  ratesAreFractions: false,
  rate: (quantity, { tiers }) => inOneTier(quantity, steps(tiers)),
  rateLevels: (levels, { tiers }) => levelsInOneTier(levels, steps(tiers)),
  rateEvents: (events, { tiers }) => partsByTier(events, steps(tiers)),
  segments: ({ tiers }) => segmentsByTier(steps(tiers)),
  examples: [
    {
      it: "charges the step reached",
      terms: { tiers: "100: 50; 1000: 200; *: 500" },
      quantity: "101",
      amount: "200",
    },
    {
      it: "takes the bound into its step",
      terms: { tiers: "100: 50; 1000: 200; *: 500" },
      quantity: "100",
      amount: "50",
    },
    {
      it: "charges the first step without usage",
      terms: { tiers: "100: 50; *: 200" },
      quantity: "0",
      amount: "50",
    },
  ],
});
