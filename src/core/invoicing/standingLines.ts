import type { BilledService } from "../documents/billedService";
import type { RegisteredLine } from "../documents/register";
import { ruleLine } from "./chain/bill";
import { billsDeposit } from "./deposit";
import type { Decimal } from "../money/decimal";
import type { InvoiceLine } from "./invoice";

/** Whether a line stands on a document whatever its prices are: a credit, an extra charge, a deposit that is billed. */
export const standsAlone = (line: Pick<RegisteredLine, "kind" | "amount">): boolean =>
  line.kind === "adjustment" || billsDeposit(line);

/** A line of a document as one in the making, with another amount or its own; its tax follows from its code. */
export const asInvoiceLine = (
  { contractId, priceId = "", product = "", kind = "usage", period, taxCode = "" }: RegisteredLine,
  amount: Decimal,
): InvoiceLine =>
  ruleLine({
    contractId,
    priceId,
    product,
    description: product,
    kind,
    period: period ?? { from: 0, to: 0 },
    amount,
    taxCode,
    explanation: "",
  });

/** Lines of a document that stand whatever its prices are, to reckon it once more around them. */
export function standingLines(
  lines: readonly RegisteredLine[],
  { netOf }: Pick<BilledService, "netOf">,
): InvoiceLine[] {
  return lines.flatMap((line) =>
    standsAlone(line) && line.period ? [asInvoiceLine(line, netOf(line))] : [],
  );
}
