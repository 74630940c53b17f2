import type { Issue } from "../issues/issue";
import type { BookInputs } from "./prepareBook";

/** What only repeats, in other words, that a table cannot be read. */
const ofUnreadPrices = new Set(["CONTRACT_WITHOUT_PRICE", "UNPRICED_USAGE", "PRICE_WITHOUT_USAGE"]);
const ofUnreadContracts = new Set(["UNKNOWN_CONTRACT", "UNKNOWN_CUSTOMER"]);

/** Contracts that an error in one of these sheets or files holds. */
function heldBy(issues: readonly Issue[], sheets: ReadonlySet<string>): ReadonlySet<string> {
  const errors = issues.filter(({ severity, at }) => severity === "error" && sheets.has(at.sheet));
  return new Set(errors.flatMap(({ holds }) => holds));
}

/**
 * Issues without those that follow from another: a contract whose price cannot be read is not said to have none, and
 * one whose usage cannot be read is not said to lack usage.
 */
export function withoutConsequences(
  issues: readonly Issue[],
  { tables, usageBound }: Pick<BookInputs, "tables" | "usageBound">,
): Issue[] {
  const { prices, contracts } = tables;
  const ofPrices = heldBy(issues, new Set(prices.bound ? [prices.bound.grid.sheet] : []));
  const ofUsage = heldBy(issues, new Set(usageBound?.parts.map(({ bound }) => bound.grid.sheet)));
  return issues.filter(({ code, value }) => {
    if (!prices.bound && ofUnreadPrices.has(code)) return false;
    if (!contracts.bound && ofUnreadContracts.has(code)) return false;
    if (code === "CONTRACT_WITHOUT_PRICE") return !ofPrices.has(value);
    return code !== "PRICE_WITHOUT_USAGE" || !ofUsage.has(value);
  });
}
