import { one, zero } from "../money/decimal";
import type { PricingModel } from "./model";

/** One unit at the flat fee, whatever the quantity: a fee of a period, or the whole of a project. */
export const rateFlatFee: PricingModel["rate"] = (_quantity, { flatFee = zero }) => ({
  ok: true,
  parts: [{ tier: "", quantity: one, unitPrice: flatFee, flatFee: zero }],
});
