import type { Contract } from "../catalog/records";
import type { RegisteredLine } from "../documents/register";
import { minorDigits } from "../money/currency";
import { Decimal, one, smallestUnit, sum } from "../money/decimal";
import type { ReconcileContext } from "./context";

/** Whether two amounts differ by a minor unit or more for each of so many lines, and by more than is tolerated. */
export function differ(
  owed: Decimal,
  found: Decimal,
  { currency }: Pick<Contract, "currency">,
  { settings }: Pick<ReconcileContext, "settings">,
  lines: Decimal | number = 1,
): boolean {
  // Most prices of most workbooks agree to the digit.
  if (owed.equals(found)) return false;
  const difference = owed.minus(found).abs();
  const smallest = smallestUnit(minorDigits(currency)).times(lines);
  return !difference.lessThan(smallest) && difference.greaterThan(settings.reconciliationTolerance);
}

/** Minor units by which shares of a rounded amount may be off: one a line, and its tax where prices include that. */
export function unitsOfShares(
  lines: readonly RegisteredLine[],
  { settings }: Pick<ReconcileContext, "settings">,
): Decimal {
  const isGross = settings.pricesIncludeTax === "yes";
  // What is included bears no amount, and so no share.
  const sharing = lines.filter(({ kind }) => kind !== "included");
  const units = sum(sharing.map(({ taxRate }) => (isGross && taxRate ? taxRate.plus(1) : one)));
  return Decimal.max(one, units);
}

export const totalOf = (items: readonly { readonly amount: Decimal }[]) =>
  sum(items.map(({ amount }) => amount));

/** What every finding about a contract says of it. */
export function contractFields({ customer, contractId, currency }: Contract) {
  return { customerId: customer.customerId, contractId, currency };
}
