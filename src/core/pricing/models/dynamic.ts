import { one, zero } from "../../money/decimal";
import { definePricingModel } from "../model";

export const dynamic = definePricingModel({
  id: "dynamic",
  title: "Dynamic",
  help: "The Amount of every usage row, times the unit price as a factor (default 1); the quantity is summed beside it.",
  needs: [],
  takes: ["unitPrice"],
  reads: "amounts",
  isFixed: false,
  tiersAreFees: false,
  chargesZeroUsage: false,
  ratesAreFractions: false,
  rate: (quantity, { unitPrice = one, meteredAmount = quantity }) => {
    const amount = meteredAmount.times(unitPrice);
    const part = quantity.isZero()
      ? { unitPrice: zero, flatFee: amount }
      : { unitPrice: amount.dividedBy(quantity), flatFee: zero };
    return { ok: true, parts: [{ tier: "", quantity, ...part }] };
  },
  examples: [
    { it: "takes amounts as they are metered", terms: {}, quantity: "12.50", amount: "12.5" },
    { it: "marks amounts up", terms: { unitPrice: "1.2" }, quantity: "10", amount: "12" },
  ],
});
