import { once } from "../base/once";
import { makeIssue, type Report } from "../issues/issue";
import { cellOf, type BoundTable } from "../schema/boundTable";
import type { Columns } from "../schema/table";
import type { contractsTable } from "./contracts.table";
import type { customersTable } from "./customers.table";
import type { ReadTable } from "./readTable";
import { suggester } from "./suggest";

/** Whom a row is for, as far as it could be read. */
interface PartyFields {
  readonly contractId?: string | undefined;
  readonly customerId?: string | undefined;
}

/** The ids that stand in a field, also in rows that cannot be read whole. */
function idsIn(tables: readonly ReadTable<Columns>[], field: keyof PartyFields): ReadonlySet<string> {
  const rows = tables.flatMap(({ good, bad }) => [...good, ...bad.map(({ fields }) => fields)]);
  return new Set(rows.flatMap((row) => (row as PartyFields)[field] ?? []));
}

/**
 * Names the contracts and customers that nobody has, of rows of which something else cannot be read: such a row makes nobody
 * wait, and would be told by its other fault alone. Rows that can be read are told where they are used.
 */
export function tellingUnknown(
  contracts: ReadTable<(typeof contractsTable)["columns"]>,
  customers: ReadTable<(typeof customersTable)["columns"]>,
  report: Report,
): <C extends Columns>(table: ReadTable<C>) => ReadTable<C> {
  const tables = [contracts, customers] as unknown as readonly ReadTable<Columns>[];
  const parties = (
    [
      ["contractId", "UNKNOWN_CONTRACT"],
      ["customerId", "UNKNOWN_CUSTOMER"],
    ] as const
  ).map(([field, code]) => {
    const known = once(() => idsIn(tables, field));
    return { field, code, known, suggest: suggester(known) };
  });
  return (table) => {
    if (!contracts.bound) return table;
    for (const { row, fields } of table.bad) {
      for (const { field, code, known, suggest } of parties) {
        const id = (fields as PartyFields)[field];
        if (id === undefined || known().has(id)) continue;
        const at = cellOf(table.bound as unknown as BoundTable<Columns>, row, field);
        report(makeIssue(code, { at, value: id, words: { hint: suggest(id) } }));
      }
    }
    return table;
  };
}
