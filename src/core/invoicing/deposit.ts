import { nameKey } from "../base/name";
import type { Adjustment } from "../catalog/records";

/** An adjustment that a customer pays ahead: billed by its date, and deducted from the next documents. */
export function isDeposit({ reasonCode = "", amount }: Pick<Adjustment, "reasonCode" | "amount">): boolean {
  return nameKey(reasonCode) === "deposit" && amount.greaterThan(0);
}
