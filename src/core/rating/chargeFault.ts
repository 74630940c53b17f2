import type { Price } from "../catalog/records";
import type { CellRef } from "../grid/grid";
import { makeIssue, type Report } from "../issues/issue";
import type { Charge } from "../pricing/charge";
import { lastBound } from "../pricing/tiers";
import type { peakAboveSteps } from "./meterPrice";

/** What could not be priced. */
interface Priced {
  readonly at: CellRef;
  readonly contractId: string;
  readonly meter: string;
  /** Where its quantity stands. */
  readonly column: string;
  /** Of a capacity the peak that no step covers. */
  readonly above?: ReturnType<typeof peakAboveSteps>;
}

/** Reports why a price could not be applied; the contract waits. */
export function reportChargeFault(
  { code, quantity }: Charge & { ok: false },
  { tiers }: Price,
  { at, contractId, meter, column, above }: Priced,
  report: Report,
): void {
  const words = above
    ? {
        meter: above.meter,
        last: `${above.meter} ${above.most.toString()}`,
        open: "add a step without Limits",
      }
    : { meter, last: lastBound(tiers)?.toString() ?? "", open: "end the tiers with *" };
  const value = (above?.peak ?? quantity).toString();
  const holds = [contractId];
  report(makeIssue(code, { at, value, words: { ...words, contract: contractId, column }, holds }));
}
