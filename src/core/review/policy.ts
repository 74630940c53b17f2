import { nameKey } from "../base/name";
import type { Snapshot } from "../grid/grid";
import { currencyCode } from "../money/currency";
import type { Decimal } from "../money/decimal";
import { asInput, bindTable } from "../schema/bind";
import { readRecords } from "../schema/readRecords";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import { policyTable, type PolicyRecord, type PolicyRole } from "./tables/policy.table";
import { unheard } from "../issues/issue";

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

/** Whether a limit of the table covers a total: 500.00 in EUR covers −480.00 EUR, and no USD. */
function covers({ limit, currency }: PolicyRecord, total: Decimal, of: string): boolean {
  const isCurrency = currency === undefined || (currencyCode(currency) ?? currency) === of;
  return isCurrency && (limit === undefined || total.abs().lessThanOrEqualTo(limit));
}

/** Reads the Policy table; without rows everybody has every role. */
export function readPolicy(snapshot: Snapshot, settings: Settings): Policy {
  const bound = bindTable(policyTable, snapshot, mappingFor(policyTable, settings), unheard, asInput);
  const read = bound ? readRecords(bound, () => [], unheard) : { good: [], bad: [] };
  const isSet = read.good.length + read.bad.length > 0;
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
