import type { PriceParty } from "../catalog/priceParty";
import type { TermTables } from "../catalog/terms/termTables";
import { FIRST_DAY, formatDay, LAST_DAY } from "../calendar/day";
import { overlap } from "../calendar/period";
import type { ChangedInput, DocumentScope } from "./changedInput";
import { changedRows, type ChangedRow } from "./changedRows";
import type { ComparedBook } from "./comparedBook";

type Name = keyof TermTables;
type Fields = Readonly<Record<string, string | number | undefined>>;

/** What rows of a table of terms are told apart by. */
const keys: { readonly [Table in Name]: readonly string[] } = {
  discounts: ["discountId"],
  commitments: ["commitmentId"],
  grants: ["grantId"],
  quantities: ["contractId", "product"],
  escalations: ["escalationId"],
  indices: ["index", "month"],
  exchangeRates: ["from", "to"],
  milestones: ["contractId", "milestone"],
  progress: ["contractId", "product"],
  results: ["contractId", "measure"],
  placements: ["placementId"],
};

/** A month as people write it; all else as it is. */
const shown = (field: string, value: string | number): string =>
  field === "month" && typeof value === "number"
    ? formatDay(value).slice(0, "yyyy-mm".length)
    : String(value);

const keyOf = (table: Name, row: Fields): string =>
  keys[table].flatMap((field) => (row[field] === undefined ? [] : [shown(field, row[field])])).join(" ");

/** The first day of a row, by which those of one key are in order. */
function firstDay(row: Fields): number {
  const found = [row.from, row.date, row.period, row.start, row.row].find((day) => typeof day === "number");
  return found ?? 0;
}

/** The contracts that a row is for; undefined where it is for all, as the value of an index. */
function usersOf(books: readonly ComparedBook[], row: Fields): ReadonlySet<string> | undefined {
  const { contractId, customerId, plan } = row as PriceParty & { readonly customerId?: string };
  if (contractId === undefined && customerId === undefined && plan === undefined) return undefined;
  if (customerId === undefined)
    return new Set(books.flatMap(({ tables }) => tables.usersOfPrice({ contractId, plan })));
  const contracts = books.flatMap(({ catalog }) => catalog.contractsOfCustomer.get(customerId) ?? []);
  return new Set(contracts.map((contract) => contract.contractId));
}

function touches(books: readonly ComparedBook[], row: Fields): ChangedInput["touches"] {
  const users = usersOf(books, row);
  const { from = FIRST_DAY, to = LAST_DAY } = row;
  const days = { from, to } as { from: number; to: number };
  // The Products of From and To of an exchange rate are no days.
  const isDated = typeof from === "number" && typeof to === "number";
  return ({ contractIds, days: billed }: DocumentScope) =>
    (!users || [...contractIds].some((id) => users.has(id))) &&
    (!isDated || billed.some((period) => overlap(period, days) !== undefined));
}

/** Every changed cell of the tables of what is agreed beside prices. */
export function changedTerms(a: ComparedBook, b: ComparedBook): ChangedInput[] {
  return (Object.keys(keys) as Name[]).flatMap((table) => {
    const [ofA, ofB] = [a.tables.terms[table], b.tables.terms[table]];
    const rows = changedRows<never>(ofA as never, ofB as never, {
      keyOf: (row) => keyOf(table, row),
      orderOf: firstDay,
    }) as readonly ChangedRow<Record<string, never>>[];
    const title = (ofA.bound ?? ofB.bound)?.definition.title ?? "";
    return rows.flatMap(({ key, a: x, b: y, cells }) => {
      const touched = [x, y].flatMap((row) => (row ? [touches([a, b], row)] : []));
      return cells.map(({ field, cell }): ChangedInput => ({
        cell,
        table: title,
        field,
        row: key,
        touches: (document) => touched.some((touch) => touch(document)),
      }));
    });
  });
}
