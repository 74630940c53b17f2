import { adjustments } from "./adjustments";
import type { Bill, BuildInput, DocumentStep } from "./bill";
import { cashRounding } from "./cashRounding";
import { childNames } from "./childNames";
import { deposits } from "./deposits";
import { grants, grantsAfterTax } from "./grants";
import { grantSales } from "./grantSales";
import { prices } from "./prices";
import { retention } from "./retention";
import { taxes } from "./taxes";

/**
 * What is done to a document as a whole, in the order of the policy, after what is done to the prices of each contract
 * (rating/terms/chain): a rule is a file and a line.
 */
const documentSteps: readonly DocumentStep[] = [
  prices,
  adjustments,
  grantSales,
  retention,
  deposits,
  grants,
  taxes,
  grantsAfterTax,
  cashRounding,
  childNames,
];

/** The documents of a run with the lines and taxes of all rules. */
export function followDocumentChain(bills: readonly Bill[], input: BuildInput): readonly Bill[] {
  return documentSteps.reduce((made, step) => step(made, input), bills);
}
