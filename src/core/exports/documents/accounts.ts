import { groupBy } from "../../base/groupBy";
import { nameKey } from "../../base/name";
import { accountsTable, type AccountKind, type AccountRecord } from "../../catalog/accounts.table";
import type { CellRef, Snapshot } from "../../grid/grid";
import { makeIssue, type Report } from "../../issues/issue";
import { asInput, bindTable } from "../../schema/bind";
import { cellOf, readRecords } from "../../schema/readRecords";
import { mappingFor } from "../../settings/mapping";
import type { Settings } from "../../settings/settings";

/** What a row of Accounts may be for, in the order in which naming one counts. */
const KEYS = ["target", "product", "customerId", "taxCode", "currency"] as const;

/** What something of a document is, for the row that maps it. */
export type MappedThing = Partial<Readonly<Record<(typeof KEYS)[number], string | undefined>>>;

/** The row that maps a thing, with the cells of its fields. */
export interface Mapped {
  readonly record: AccountRecord | undefined;
  readonly isAmbiguous: boolean;
  readonly at: (field: AccountField) => CellRef | undefined;
}

export type AccountField = "account" | "item" | "class" | "taxName" | "site";

export interface Accounts {
  readonly find: (kind: AccountKind, thing: MappedThing) => Mapped;
}

/** Products, targets and currencies are names; ids are compared as they are written. */
const keyOf = (field: (typeof KEYS)[number], value: string): string =>
  field === "customerId" || field === "taxCode" ? value.trim() : nameKey(value);

const named = (record: AccountRecord) => KEYS.map((field) => (record[field] === undefined ? 0 : 1));

/** Which of two rows that fit counts: the one that names more, then the one that names the earlier. */
function byNaming(a: AccountRecord, b: AccountRecord): number {
  const [left, right] = [named(a), named(b)];
  const count = (flags: readonly number[]) => flags.reduce((all, flag) => all + flag, 0);
  const first = left.findIndex((flag, index) => flag !== right[index]);
  return count(right) - count(left) || (first < 0 ? 0 : right[first]! - left[first]!);
}

/** The mapping of a workbook for a target; rows that map the same are reported. */
export function readAccounts(
  snapshot: Snapshot,
  settings: Settings,
  target: string,
  report: Report,
): Accounts {
  const bound = bindTable(accountsTable, snapshot, mappingFor(accountsTable, settings), report, asInput);
  const all = bound ? readRecords(bound, () => [], report).good : [];
  const rows = all.filter((row) => row.target === undefined || nameKey(row.target) === nameKey(target));
  const keyOfRow = (row: AccountRecord) =>
    [row.kind, ...KEYS.map((field) => keyOf(field, row[field] ?? ""))].join("\u001f");
  const alike = [...groupBy(rows, keyOfRow).values()].filter((group) => group.length > 1);
  for (const [first, ...others] of bound ? alike : []) {
    const words = { first: String(first.row + 1) };
    const value =
      KEYS.map((field) => first[field])
        .filter((name) => name !== undefined)
        .join(", ") || first.kind;
    for (const { row } of others)
      report(makeIssue("AMBIGUOUS_MAPPING", { at: cellOf(bound!, row, "kind"), value, words }));
  }
  const ambiguous = new Set(alike.flat());
  const byKind = groupBy([...rows].sort(byNaming), ({ kind }) => kind);
  const found = new Map<string, Mapped>();
  const find: Accounts["find"] = (kind, thing) => {
    const key = [kind, ...KEYS.map((field) => thing[field] ?? "")].join("\u001f");
    const known = found.get(key);
    if (known) return known;
    const fits = (row: AccountRecord) =>
      KEYS.every((field) => {
        const wanted = row[field];
        if (wanted === undefined || field === "target") return true;
        return keyOf(field, wanted) === keyOf(field, thing[field] ?? "");
      });
    const record = byKind.get(kind)?.find(fits);
    const mapped: Mapped = {
      record,
      isAmbiguous: record !== undefined && ambiguous.has(record),
      at: (field) => (bound && record ? cellOf(bound, record.row, field) : undefined),
    };
    found.set(key, mapped);
    return mapped;
  };
  return { find };
}
