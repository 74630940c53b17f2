import { allocate } from "../../../src/core/money/allocate";
import { sum } from "../../../src/core/money/decimal";
import { taxWithin } from "../../../src/core/money/tax";
import type { Runner } from "../outcome";
import { rounded } from "./charges";

/** The rule of rounding alone, whatever is rounded. */
const rounding: Runner = ({ params, input }) => {
  const mode = params.fields("rounding").text("mode");
  const amount = input.decimal("value");
  // Up is away from zero here: the same as towards the ceiling for what is above zero.
  if (mode === "ceil" && amount.isNegative()) return undefined;
  return { figures: { amount: rounded(amount, params) } };
};

/** A discount of a fixed amount shared over lines. */
const discountAllocation: Runner = ({ params, input }) => {
  const shares = allocate(
    params.decimal("discount"),
    input.decimals("lineAmounts"),
    params.fields("rounding").number("scale"),
  );
  return { figures: { amount: sum(shares), lineDiscounts: shares } };
};

/** Tax out of a gross amount; what is left is the net. */
const taxInclusive: Runner = ({ params, input }) => {
  const gross = input.decimal("amount");
  const rate = params.decimal("ratePercent").dividedBy(100);
  const tax = taxWithin(gross, rate, params.fields("rounding").number("scale"));
  return { figures: { amount: gross.minus(tax), tax } };
};

export const moneyRunners: Readonly<Record<string, Runner>> = {
  round: rounding,
  round_quantity: rounding,
  discount_allocation: discountAllocation,
  tax_inclusive: taxInclusive,
};
