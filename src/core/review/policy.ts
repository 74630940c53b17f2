import { nameKey } from "../base/name";
import type { Snapshot } from "../grid/grid";
import { currencyCode } from "../money/currency";
import type { Decimal } from "../money/decimal";
import { asInput, bindTable, hasTable, type BoundTable } from "../schema/bind";
import { cellOf, readRecords } from "../schema/readRecords";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import { policyTable, type PolicyRecord, type PolicyRole } from "./tables/policy.table";
import { makeIssue, unheard, type Report } from "../issues/issue";

type PolicyTable = BoundTable<(typeof policyTable)["columns"]>;

/** Who may do what. */
export interface Policy {
  /** Somebody is named: others may do nothing. */
  readonly isSet: boolean;
  readonly hasRole: (person: string, role: PolicyRole) => boolean;
  /** Whether a person in a role may decide about an amount of a currency. */
  readonly isWithinLimit: (person: string, role: PolicyRole, total: Decimal, currency: string) => boolean;
  /** Whether a document of that total has to be approved before it is issued. */
  readonly needsApproval: (total: Decimal) => boolean;
}

/** What is said to a person whom Policy gives another role. */
export function notNamedAs(person: string, role: PolicyRole): string {
  return `Policy does not name ${person || "nobody"} as ${role}`;
}

/** Whether a limit of the table covers a total: 500.00 in EUR covers −480.00 EUR, and no USD. */
function covers({ limit, currency }: PolicyRecord, total: Decimal, of: string): boolean {
  const isCurrency = currency === undefined || (currencyCode(currency) ?? currency) === of;
  return isCurrency && (limit === undefined || total.abs().lessThanOrEqualTo(limit));
}

/** Reports currencies that no document has: their limit would cover nothing, and nobody would know why. */
function reportCurrencies(bound: PolicyTable, rows: readonly PolicyRecord[], report: Report): void {
  for (const { currency, row } of rows)
    if (currency !== undefined && currencyCode(currency) === undefined)
      report(makeIssue("UNKNOWN_CURRENCY", { at: cellOf(bound, row, "currency"), value: currency }));
}

/**
 * Reads the Policy table; without rows everybody has every role. Rows that cannot be read give nobody anything, and so does
 * a table whose columns are not there: what somebody wanted to forbid is not allowed by a typing error.
 */
export function readPolicy(snapshot: Snapshot, settings: Settings, report: Report = unheard): Policy {
  const mapping = mappingFor(policyTable, settings);
  const bound = bindTable(policyTable, snapshot, mapping, report, asInput);
  const read = bound ? readRecords(bound, () => [], report) : { good: [], bad: [] };
  if (bound) reportCurrencies(bound, read.good, report);
  const isUnusable = !bound && hasTable(policyTable, snapshot, mapping, asInput);
  const isSet = isUnusable || read.good.length + read.bad.length > 0;
  const rowsOf = (person: string, role: PolicyRole) =>
    read.good.filter(
      (row) => nameKey(row.person) === nameKey(person) && (row.role === role || row.role === "all"),
    );
  const { approvalLimit } = settings;
  return {
    isSet,
    hasRole: (person, role) => !isSet || rowsOf(person, role).length > 0,
    isWithinLimit: (person, role, total, currency) =>
      !isSet || rowsOf(person, role).some((row) => covers(row, total, currency)),
    needsApproval: (total) => (approvalLimit === undefined ? isSet : total.abs().greaterThan(approvalLimit)),
  };
}
