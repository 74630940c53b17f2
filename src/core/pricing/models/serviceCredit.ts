import { Decimal, zero } from "../../money/decimal";
import { definePricingModel } from "../model";

export const serviceCredit = definePricingModel({
  id: "service_credit",
  title: "Service credit",
  help: "Of what a product bills, the share of the first tier that the measure reaches: 99.9: 0; 99: 0.10; *: 0.25.",
  needs: ["tiers"],
  takes: [],
  reads: "billedProduct",
  isFixed: true,
  tiersAreFees: false,
  tiersFall: true,
  chargesZeroUsage: false,
  ratesAreFractions: true,
  /** The quantity is the measure, the amount the share of what is billed. */
  rate: (measure, { tiers, meteredAmount = new Decimal(1) }) => {
    const tier = tiers.find(({ upTo }) => upTo === null || measure.greaterThanOrEqualTo(upTo));
    if (!tier) return { ok: false, quantity: measure };
    return {
      ok: true,
      parts: [{ tier: "", quantity: meteredAmount, unitPrice: tier.unitPrice, flatFee: zero }],
    };
  },
  examples: [
    {
      it: "gives the share of the tier reached",
      terms: { tiers: "*: 0.25" },
      quantity: "99.5",
      amount: "0.25",
    },
  ],
});
