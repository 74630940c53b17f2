import type { RatedItem } from "../ratedItem";
import type { RatingContext } from "../ratingContext";
import { commitments } from "./commitments";
import { inCurrency } from "./conversion";
import { discounts } from "./discounts";
import { maximumPeriods } from "./maximumPeriods";
import { minimumCommitment } from "./minimumCommitment";
import { notToExceed } from "./notToExceed";
import { serviceCredits } from "./serviceCredits";
import type { ContractStep, StepInput } from "./step";

/**
 * What is done to that which the prices of a contract bill, in the order of the policy: a rule is a file and a line. What
 * is done to a document as a whole follows in invoicing/chain.
 */
const contractSteps: readonly ContractStep[] = [
  maximumPeriods,
  discounts,
  notToExceed,
  serviceCredits,
  minimumCommitment,
  commitments,
];

/** What the rules add to the items of a contract's prices, each working on what those before it left. */
export function followChain(input: StepInput, context: RatingContext): readonly RatedItem[] {
  let items = inCurrency(input.contract, input.items, context);
  for (const step of contractSteps) items = [...items, ...step({ ...input, items }, context)];
  return items;
}
