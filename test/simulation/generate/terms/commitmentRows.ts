import type { AddTerm } from "./addTerm";
import { isOfOnePeriod, mayHaveChain, money, someProducts } from "./chain";

/** A row of Commitments; what is beyond it costs more where all of a run is of one period. */
export const commitmentRows: AddTerm = (contract, draw, frame) => {
  if (!mayHaveChain(contract, frame) || contract.commitment || contract.notToExceed) return contract;
  // Whether a negative amount makes a shortfall larger nobody has agreed.
  if (contract.prices.some(({ negative }) => negative === "Mirror")) return contract;
  const ofContract = draw.chance(0.3) && contract.end !== undefined;
  const factor = draw.chance(0.5) && isOfOnePeriod(contract, frame);
  return {
    ...contract,
    commitments: [
      {
        id: "K1",
        amount: money(draw, contract, 100, ofContract ? 9000 : 1200),
        period: ofContract ? "Contract" : "Billing period",
        ...someProducts(draw, contract),
        ...(factor ? { overageFactor: draw.of(["1.5", "1.25", "0.9", "2"]) } : {}),
        ...(draw.chance(0.2) ? { trueUp: "No" } : {}),
      },
    ],
  };
};
