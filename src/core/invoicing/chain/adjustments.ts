import { isDeposit } from "../deposit";
import { adjustmentLine } from "../correctionLines";
import { addingLines, contractAdjustments } from "./bill";

/** Credits and extra charges that correct no invoice. */
export const adjustments = addingLines(({ charges }) =>
  charges.flatMap((charge) =>
    contractAdjustments(charge).map(({ adjustment, contract }) => {
      const line = adjustmentLine(adjustment, contract);
      return isDeposit(adjustment) ? { ...line, kind: "deposit" as const } : line;
    }),
  ),
);
