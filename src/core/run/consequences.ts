import { tiersTable } from "../catalog/tiers.table";
import type { Issue } from "../issues/issue";
import type { WorkbookInputs } from "./prepareBook";

/** What only repeats, in other words, that a table cannot be read. */
const ofUnreadPrices = new Set(["CONTRACT_WITHOUT_PRICE", "UNPRICED_USAGE", "PRICE_WITHOUT_USAGE"]);
const ofUnreadContracts = new Set(["UNKNOWN_CONTRACT", "UNKNOWN_CUSTOMER"]);

/** Contracts that an error of some sheets or files holds. */
function heldBy(issues: readonly Issue[], isMeant: (sheet: string) => boolean): ReadonlySet<string> {
  const errors = issues.filter(({ severity, at }) => severity === "error" && isMeant(at.sheet));
  return new Set(errors.flatMap(({ holds }) => holds));
}

/** Whether an issue of a missing column names an unread one of its sheet as the one that may be meant. */
const proposes = ({ at: { sheet, row }, proposes: named }: Issue, { at }: Issue): boolean =>
  sheet === at.sheet && row === at.row && named?.includes(at.column) === true;

const isOfTiers = ({ lacks }: Issue) => lacks?.table === tiersTable.title;
const needsTiers = ({ lacks }: Issue) => lacks?.fields.includes("tiers") === true;

/**
 * Issues without those that follow from another: a contract whose price cannot be read is not said to have none, and
 * one whose usage cannot be read is not said to lack usage.
 */
export function withoutConsequences(
  issues: readonly Issue[],
  { tables }: Pick<WorkbookInputs, "tables">,
): Issue[] {
  const { prices, contracts } = tables;
  const priceSheet = prices.bound?.grid.sheet;
  const ofPrices = heldBy(issues, (sheet) => sheet === priceSheet);
  const ofUsage = heldBy(issues, (sheet) => sheet !== priceSheet);
  const overlapping = new Set(
    issues.flatMap(({ code, holds }) => (code === "OVERLAPPING_CONTRACTS" ? holds : [])),
  );
  const areTiersUnread = tables.tiers.bound === undefined;
  const missingColumns = issues.filter(({ code }) => code === "MISSING_COLUMN");
  const cellKey = ({ at }: Issue) => `${at.sheet}!${String(at.row)}|${String(at.column)}`;
  const wrong = new Set(issues.filter(({ severity }) => severity === "error").map(cellKey));
  return issues.filter((issue) => {
    const { code, value } = issue;
    // A cell that must be mended anyway is named once.
    if (code === "CARD_NUMBER" && wrong.has(cellKey(issue))) return false;
    // Which days a contract has is not known while its rows overlap.
    if (code === "USAGE_OUTSIDE_CONTRACT" && overlapping.has(value)) return false;
    if (code === "COLUMN_NOT_READ" && missingColumns.some((missing) => proposes(missing, issue)))
      return false;
    // Tiers that cannot be read are told; that a price lacks them follows.
    if (code === "PRICE_INCOMPLETE" && areTiersUnread && missingColumns.some(isOfTiers) && needsTiers(issue))
      return false;
    if (!prices.bound && ofUnreadPrices.has(code)) return false;
    if (!contracts.bound && ofUnreadContracts.has(code)) return false;
    if (code === "CONTRACT_WITHOUT_PRICE") return !ofPrices.has(value);
    return code !== "PRICE_WITHOUT_USAGE" || !ofUsage.has(value);
  });
}
