import { nameKey } from "../base/name";
import type { Adjustment } from "../catalog/records";
import type { Decimal } from "../money/decimal";

/** An adjustment that a customer pays ahead: billed by its date, and deducted from the next documents. */
export function isDeposit({ reasonCode = "", amount }: Pick<Adjustment, "reasonCode" | "amount">): boolean {
  return nameKey(reasonCode) === "deposit" && amount.greaterThan(0);
}

/** Whether a line bills a deposit; others of its kind deduct one. */
export function billsDeposit({
  kind,
  amount,
}: {
  readonly kind?: string | undefined;
  readonly amount: Decimal;
}) {
  return kind === "deposit" && amount.greaterThan(0);
}
