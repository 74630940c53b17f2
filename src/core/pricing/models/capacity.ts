import { one, zero } from "../../money/decimal";
import { definePricingModel } from "../model";
import { limitsLabel, stepOfLabel } from "../peaks";

export const capacity = definePricingModel({
  id: "capacity",
  title: "Capacity",
  help: "The flat fee of the first step whose limits cover the period's peak of every meter they name (Tiers table: Limits).",
  needs: ["tiers"],
  takes: [],
  reads: "peaks",
  isFixed: false,
  tiersAreFees: true,
  chargesZeroUsage: true,
  ratesAreFractions: false,
  unitsPerLineUnit: ({ tiers }, tier) => stepOfLabel(tiers, tier),
  /** The quantity is the number of the step that covers the peaks. */
  rate: (step, { tiers }) => {
    const tier = tiers[Math.max(0, step.toNumber() - 1)];
    if (!tier) return { ok: false, quantity: step };
    const { flatFee } = tier;
    return { ok: true, parts: [{ tier: limitsLabel(tier), quantity: one, unitPrice: zero, flatFee }] };
  },
  examples: [
    {
      it: "charges the step that covers the peaks",
      terms: { tiers: "1: 50; *: 200" },
      quantity: "2",
      amount: "200",
    },
    {
      it: "charges the first step without usage",
      terms: { tiers: "1: 50; *: 200" },
      quantity: "1",
      amount: "50",
    },
  ],
});
