import { rateFlatFee } from "../flatRate";
import { definePricingModel } from "../model";

export const flat = definePricingModel({
  id: "flat",
  title: "Flat",
  help: "The flat fee per period, whatever the usage.",
  needs: ["flatFee"],
  takes: [],
  isFixed: true,
  tiersAreFees: false,
  chargesZeroUsage: false,
  ratesAreFractions: false,
  rate: rateFlatFee,
  examples: [
    { it: "charges the fee whatever the usage", terms: { flatFee: "499" }, quantity: "12345", amount: "499" },
    { it: "charges the fee without usage", terms: { flatFee: "499" }, quantity: "0", amount: "499" },
  ],
});
