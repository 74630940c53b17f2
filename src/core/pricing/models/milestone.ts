import { rateFlatFee } from "../flatRate";
import { definePricingModel } from "../model";

export const milestone = definePricingModel({
  id: "milestone",
  title: "Milestone",
  help: "The Flat fee is the project total; every row of Milestones is billed once, when it was reached.",
  needs: ["flatFee"],
  takes: [],
  reads: "milestones",
  isFixed: true,
  tiersAreFees: false,
  chargesZeroUsage: false,
  ratesAreFractions: false,
  rate: rateFlatFee,
  examples: [
    { it: "comes to the project total", terms: { flatFee: "10000" }, quantity: "1", amount: "10000" },
  ],
});
