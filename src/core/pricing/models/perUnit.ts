import { zero } from "../../money/decimal";
import { sumScaled, unscale } from "../events";
import { definePricingModel } from "../model";

export const perUnit = definePricingModel({
  id: "per_unit",
  title: "Per unit",
  help: "Quantity × unit price; priced by the event, the flat fee is that of every event.",
  needs: ["unitPrice"],
  takes: [],
  takesPerEvent: ["flatFee"],
  isFixed: false,
  tiersAreFees: false,
  chargesZeroUsage: false,
  ratesAreFractions: false,
  rate: (quantity, { unitPrice = zero, flatFee = zero }) => ({
    ok: true,
    parts: [{ tier: "", quantity, unitPrice, flatFee }],
  }),
  rateEvents: ({ scaled, scale }, { unitPrice = zero, flatFee = zero }) => ({
    ok: true,
    parts: [
      {
        tier: "",
        quantity: unscale(sumScaled(scaled), scale),
        unitPrice,
        flatFee: flatFee.times(scaled.length),
      },
    ],
  }),
  segments: ({ unitPrice = zero, flatFee = zero }) => [{ upTo: null, from: zero, base: flatFee, unitPrice }],
  examples: [
    { it: "charges every unit", terms: { unitPrice: "0.05" }, quantity: "1000", amount: "50" },
    { it: "keeps fractions of a cent", terms: { unitPrice: "5.12345" }, quantity: "10", amount: "51.2345" },
    { it: "charges nothing for nothing", terms: { unitPrice: "0.05" }, quantity: "0", amount: "0" },
  ],
});
