import { nameKey } from "../base/name";
import { contractsTable } from "../catalog/contracts.table";
import { tiersIdOf } from "../catalog/priceRow";
import { pricesTable } from "../catalog/prices.table";
import type { CatalogTables } from "../catalog/readTables";
import { commitmentsTable } from "../catalog/terms/commitments.table";
import { discountsTable } from "../catalog/terms/discounts.table";
import { escalationsTable } from "../catalog/terms/escalations.table";
import { grantsTable } from "../catalog/terms/grants.table";
import { CellKind } from "../grid/grid";
import type { CellView, Column } from "../schema/column";
import type { Columns, TableDefinition } from "../schema/table";
import { settingDefinitions, type SettingDefinition } from "../settings/definitions";
import type { Settings } from "../settings/settings";
import type { TermTables } from "./otherTerms";

/** One cell of Settings, or of a table of prices and terms, as it would be. */
export interface TermChange {
  readonly table: string;
  /** The id of a row, the key of a setting, or * for all rows. */
  readonly key: string;
  readonly column: string;
  /** As it would be typed; empty for a blank cell. */
  readonly value: string;
}

export type Changed =
  | { readonly ok: true; readonly terms: TermTables }
  /** What is wrong with it, in half a sentence. */
  | { readonly ok: false; readonly reason: string };

const refused = (reason: string): Changed => ({ ok: false, reason });

/** `Prices[C1 Units].Unit price=0.12` as a change; undefined where it is not written like that. */
export function parseTermChange(text: string): TermChange | undefined {
  const open = text.indexOf("[");
  const close = text.indexOf("]", open);
  const equals = text.indexOf("=", close);
  if (open < 1 || close < 0 || equals < 0) return undefined;
  const between = text.slice(close + 1, equals).trim();
  const [table, key] = [text.slice(0, open).trim(), text.slice(open + 1, close).trim()];
  const isColumn = between.startsWith(".") && between.length > 1;
  // A setting has one column only: its Value need not be named.
  if (key === "" || (!isColumn && between !== "")) return undefined;
  return { table, key, column: between.slice(1).trim(), value: text.slice(equals + 1).trim() };
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** A value as the cell that it would be typed into: digits alone are a number. */
function typed(value: string): CellView {
  return NUMBER.test(value)
    ? { kind: CellKind.number, number: Number(value), text: "" }
    : { kind: CellKind.text, number: 0, text: value };
}

function fieldOf({ columns }: TableDefinition, name: string): [string, Column<unknown>] | undefined {
  const key = nameKey(name);
  const all = Object.entries(columns) as [string, Column<unknown>][];
  return (
    all.find(([, { title }]) => nameKey(title) === key) ??
    all.find(([, { synonyms }]) => synonyms.some((synonym) => nameKey(synonym) === key))
  );
}

interface KeyedTable {
  readonly definition: TableDefinition;
  readonly of: (tables: CatalogTables) => readonly { readonly key: string; readonly row: object }[];
  readonly with: (tables: CatalogTables, rows: readonly object[]) => CatalogTables;
}

/** A table whose rows are told apart by an id. */
function keyedTable<C extends Columns, N extends "contracts" | "prices">(
  definition: TableDefinition<C>,
  name: N,
  keyOf: (row: CatalogTables[N]["good"][number]) => string,
): KeyedTable {
  return {
    definition,
    of: (tables) => tables[name].good.map((row) => ({ key: keyOf(row), row })),
    with: (tables, good) => ({ ...tables, [name]: { ...tables[name], good } }),
  };
}

/** A table of what is agreed beside prices. */
function agreementTable<C extends Columns, N extends keyof CatalogTables["terms"]>(
  definition: TableDefinition<C>,
  name: N,
  keyOf: (row: CatalogTables["terms"][N]["good"][number]) => string,
): KeyedTable {
  return {
    definition,
    of: ({ terms }) => terms[name].good.map((row) => ({ key: keyOf(row), row })),
    with: (tables, good) => ({
      ...tables,
      terms: { ...tables.terms, [name]: { ...tables.terms[name], good } },
    }),
  };
}

const tablesOfTerms: readonly KeyedTable[] = [
  keyedTable(pricesTable, "prices", tiersIdOf),
  keyedTable(contractsTable, "contracts", ({ contractId }) => contractId),
  agreementTable(discountsTable, "discounts", ({ discountId }) => discountId),
  agreementTable(commitmentsTable, "commitments", ({ commitmentId }) => commitmentId),
  agreementTable(grantsTable, "grants", ({ grantId }) => grantId),
  agreementTable(escalationsTable, "escalations", ({ escalationId }) => escalationId),
];

/** Ids named in a refusal. */
const NAMED = 5;

function noSuchRow(key: string, title: string, known: readonly string[]): Changed {
  const ids = [...new Set(known)];
  const more = ids.length > NAMED ? ", …" : "";
  const there =
    ids.length === 0 ? "it has no rows" : `there is ${ids.slice(0, NAMED).join(", ")}${more}, and * for all`;
  return refused(`${title} has no row “${key}”; ${there}`);
}

function changeRow(terms: TermTables, table: KeyedTable, { key, column, value }: TermChange): Changed {
  const { definition } = table;
  const found = fieldOf(definition, column);
  if (!found) {
    const titles = Object.values(definition.columns).map(({ title }: Column<unknown>) => title);
    return refused(`${definition.title} has no column “${column}”; there is ${titles.join(", ")}`);
  }
  const [field, { required, parse, title, help }] = found;
  const parsed = value === "" ? undefined : parse(typed(value), {});
  if ((!parsed && required) || parsed?.ok === false) return refused(`“${value}” is no ${title}: ${help}`);
  const rows = table.of(terms.tables);
  const exact = rows.some((row) => row.key === key);
  const isMeant = (id: string) => key === "*" || id === key || (!exact && nameKey(id) === nameKey(key));
  if (!rows.some((row) => isMeant(row.key)))
    return noSuchRow(
      key,
      definition.title,
      rows.map((row) => row.key),
    );
  const changed = rows.map(({ key: id, row }) => (isMeant(id) ? { ...row, [field]: parsed?.value } : row));
  return { ok: true, terms: { ...terms, tables: table.with(terms.tables, changed) } };
}

function changeSetting(terms: TermTables, { key, value }: TermChange): Changed {
  const all = Object.entries(settingDefinitions) as [keyof Settings, SettingDefinition<unknown>][];
  const found = all.find(([, { title }]) => nameKey(title) === nameKey(key));
  if (!found)
    return noSuchRow(
      key,
      "Settings",
      all.map(([, { title }]) => title),
    );
  const [name, { parse, fallback, right, title }] = found;
  const parsed = value === "" ? fallback : parse(typed(value));
  if (parsed === undefined) return refused(`“${value}” is no ${title}; it is ${right}`);
  return { ok: true, terms: { ...terms, settings: { ...terms.settings, [name]: parsed } } };
}

/** Terms with one cell changed; the tables they came from stay as they are. */
export function changeTerms(terms: TermTables, change: TermChange): Changed {
  const name = nameKey(change.table);
  if (name === nameKey("Settings")) {
    const isValue = change.column === "" || nameKey(change.column) === nameKey("Value");
    return isValue ? changeSetting(terms, change) : refused("Settings has the column Value alone");
  }
  const table = tablesOfTerms.find(({ definition }) => nameKey(definition.title) === name);
  return table
    ? changeRow(terms, table, change)
    : refused(
        `“${change.table}” cannot be changed; name ${tablesOfTerms.map(({ definition }) => definition.title).join(", ")} or Settings`,
      );
}
