import type { BilledService } from "../documents/billedService";
import type { RegisteredLine } from "../documents/register";
import { ruleLine } from "./chain/bill";
import { billsDeposit } from "./deposit";
import type { InvoiceLine } from "./invoice";

/** Whether a line stands on a document whatever its prices are: a credit, an extra charge, a deposit that is billed. */
export const standsAlone = (line: Pick<RegisteredLine, "kind" | "amount">): boolean =>
  line.kind === "adjustment" || billsDeposit(line);

/** Lines of a document that stand whatever its prices are, to reckon it once more around them. */
export function standingLines(
  lines: readonly RegisteredLine[],
  { netOf }: Pick<BilledService, "netOf">,
): InvoiceLine[] {
  return lines.flatMap((line): InvoiceLine[] => {
    const { contractId, priceId = "", product = "", kind, period, taxCode = "" } = line;
    if (!standsAlone(line) || kind === undefined || !period) return [];
    const amount = netOf(line);
    return [
      ruleLine({
        contractId,
        priceId,
        product,
        description: product,
        kind,
        period,
        amount,
        taxCode,
        explanation: "",
      }),
    ];
  });
}
