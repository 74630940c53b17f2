import { netTrueUps, rateCommitment } from "../commitment";
import type { ContractStep } from "./step";

/** The minimum commitment of Contracts: what late usage takes back of true-ups, and what is missing now. */
export const minimumCommitment: ContractStep = ({ contract, run, billed, items }, context) => {
  const input = { run, billed, items };
  return [...netTrueUps(contract, input, context), ...rateCommitment(contract, input, context)];
};
