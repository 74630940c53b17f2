import type { Day } from "../../calendar/day";
import { wholePeriod } from "../../calendar/proration";
import type { Contract, Price } from "../../catalog/records";
import { one, zero, type Decimal } from "../../money/decimal";
import { noRows, type RatedItem } from "../ratedItem";

/** An amount of a project, as a fixed line of one day. */
export function projectItem(
  contract: Contract,
  price: Price,
  { day, tier, amount }: { readonly day: Day; readonly tier: string; readonly amount: Decimal },
): RatedItem {
  const part = { from: day, to: day };
  return {
    contract,
    price,
    kind: "fixed",
    full: part,
    part,
    fraction: wholePeriod,
    late: undefined,
    quantity: undefined,
    rows: noRows,
    lines: [{ kind: "usage", tier, quantity: one, unitPrice: amount, flatFee: zero, amount }],
    whole: amount,
    before: zero,
  };
}
