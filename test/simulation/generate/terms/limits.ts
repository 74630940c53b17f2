import type { AddTerm } from "./addTerm";
import { mayHaveChain, money } from "./chain";
import { changeProduct, eachPrice } from "./product";

/** A cap over all of a contract's fixed and usage lines, for its life; which of them it cuts nobody has agreed. */
export const notToExceed: AddTerm = (contract, draw, frame) =>
  mayHaveChain(contract, frame) && contract.commitment === undefined
    ? { ...contract, notToExceed: money(draw, contract, 200, 9000) }
    : contract;

/** A maximum of a price for the whole of the contract. */
export const maximumOfContract: AddTerm = (contract, draw, frame) =>
  mayHaveChain(contract, frame)
    ? changeProduct(
        contract,
        draw,
        ({ prices }) => prices.length === 1 && prices.every(({ ratePer, negative }) => !ratePer && !negative),
        eachPrice(() => ({ maximum: money(draw, contract, 300, 3000), maximumPeriod: "Contract" })),
      )
    : contract;
