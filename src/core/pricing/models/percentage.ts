import { zero } from "../../money/decimal";
import { sumScaled, unscale } from "../events";
import { definePricingModel } from "../model";

export const percentage = definePricingModel({
  id: "percentage",
  title: "Percentage",
  help: "A fraction of the metered amount of money, plus a flat fee when the amount is above 0.",
  needs: ["unitPrice"],
  takes: ["flatFee"],
  isFixed: false,
  tiersAreFees: false,
  chargesZeroUsage: false,
  ratesAreFractions: true,
  rate: (quantity, { unitPrice = zero, flatFee = zero }) => ({
    ok: true,
    parts: [{ tier: "", quantity, unitPrice, flatFee: quantity.isZero() ? zero : flatFee }],
  }),
  rateEvents: ({ scaled, scale }, { unitPrice = zero, flatFee = zero }) => {
    let charged = 0;
    for (let i = 0; i < scaled.length; i++) if (scaled[i]! > 0) charged++;
    const quantity = unscale(sumScaled(scaled), scale);
    return { ok: true, parts: [{ tier: "", quantity, unitPrice, flatFee: flatFee.times(charged) }] };
  },
  segments: ({ unitPrice = zero, flatFee = zero }) => [
    { upTo: zero, from: zero, base: zero, unitPrice },
    { upTo: null, from: zero, base: flatFee, unitPrice },
  ],
  examples: [
    {
      it: "takes a share of the amount and a fee",
      terms: { unitPrice: "0.029", flatFee: "0.30" },
      quantity: "100",
      amount: "3.2",
    },
    {
      it: "charges no fee without an amount",
      terms: { unitPrice: "0.029", flatFee: "0.30" },
      quantity: "0",
      amount: "0",
    },
  ],
});
