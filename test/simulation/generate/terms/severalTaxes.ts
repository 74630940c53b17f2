import type { AddTerm } from "./addTerm";

/** Two taxes side by side, or one on the other. */
export const severalTaxes: AddTerm = (contract, draw) =>
  contract.taxCode === undefined ? contract : { ...contract, taxCode: draw.of(["G + P", "G > P"]) };
