import { Decimal } from "../money/decimal";
import type { Charge } from "../pricing/charge";

/** Whole units beyond 15 digits: a cell does not hold them exactly, so they are never billed. */
const BEYOND = new Decimal("1e15");

/** The charge, or a fault where its quantity or amount has more digits than a cell holds. */
export function withinDigits(quantity: Decimal, charge: Charge): Charge {
  if (!charge.ok) return charge;
  const beyond = [quantity, charge.amount].find((figure) => figure.abs().greaterThanOrEqualTo(BEYOND));
  return beyond ? { ok: false, code: "BEYOND_15_DIGITS", quantity: beyond } : charge;
}
