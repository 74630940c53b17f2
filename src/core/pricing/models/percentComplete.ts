import { rateFlatFee } from "../flatRate";
import { definePricingModel } from "../model";

export const percentComplete = definePricingModel({
  id: "percent_complete",
  title: "Percent complete",
  help: "The Flat fee is the project total: its latest percentage in Progress, less what was billed before.",
  needs: ["flatFee"],
  takes: [],
  reads: "progress",
  isFixed: true,
  tiersAreFees: false,
  chargesZeroUsage: false,
  ratesAreFractions: false,
  rate: rateFlatFee,
  examples: [
    { it: "comes to the project total", terms: { flatFee: "10000" }, quantity: "1", amount: "10000" },
  ],
});
