import { nameKey } from "../base/name";
import type { Day } from "../calendar/day";
import { contains, overlap } from "../calendar/period";
import { LAST_DAY, FIRST_DAY } from "../calendar/day";
import { tiersIdOf } from "../catalog/priceRow";
import type { PriceParty } from "../catalog/priceParty";
import { readsMeter } from "../catalog/readsUsage";
import type { CatalogTables } from "../catalog/readTables";
import type { Contract } from "../catalog/records";
import { contractsTaxedBy } from "../catalog/taxExpression";
import { bindTable } from "../schema/bind";
import { settingDefinitions, settingNames } from "../settings/definitions";
import { settingRows, settingsTable } from "../settings/settings.table";
import { addressOf, valueAt } from "./changedCell";
import { changedRows, type ChangedRow, type Row, type RowKeys } from "./changedRows";
import type { ChangedInput, DocumentScope } from "./changedInput";
import { changedTerms } from "./changedTerms";
import type { ComparedBook } from "./comparedBook";
import { isSameTerm } from "./sameTerms";
import type { Columns } from "../schema/table";
import { unheard } from "../issues/issue";

/** Settings that decide amounts. */
const decisive = settingNames.filter((name) => settingDefinitions[name].decides === "amounts");

const isWithin = (document: DocumentScope, from: Day | undefined, to: Day | undefined) => {
  const days = { from: from ?? FIRST_DAY, to: to ?? LAST_DAY };
  return document.days.some((period) => overlap(period, days) !== undefined);
};

const ofContracts = ({ contractIds }: DocumentScope, ids: Iterable<string>) => {
  for (const id of ids) if (contractIds.has(id)) return true;
  return false;
};

/** Both sides of a changed row, as far as they are there. */
function sides<C extends Columns>({ a, b }: ChangedRow<C>): Row<C>[] {
  return [a, b].filter((row) => row !== undefined);
}

function inputsOf<C extends Columns>(
  table: string,
  rows: readonly ChangedRow<C>[],
  touches: (row: ChangedRow<C>) => ChangedInput["touches"],
): ChangedInput[] {
  return rows.flatMap((row) => {
    const touched = touches(row);
    return row.cells.map(({ field, cell }) => ({ cell, table, field, row: row.key, touches: touched }));
  });
}

type TableName = "contracts" | "prices" | "tiers" | "customers" | "meters" | "taxCodes" | "adjustments";
type ColumnsOf<N extends TableName> = CatalogTables[N] extends { readonly good: readonly (infer R)[] }
  ? R
  : never;

interface Comparing {
  readonly a: ComparedBook;
  readonly b: ComparedBook;
}

const contractKeys = {
  keyOf: ({ contractId = "" }: Partial<ColumnsOf<"contracts">>) => contractId,
  orderOf: ({ startDate = 0 }: Partial<ColumnsOf<"contracts">>) => startDate,
};

function changedContracts({ a, b }: Comparing): ChangedInput[] {
  const rows = changedRows(a.tables.contracts, b.tables.contracts, contractKeys);
  return inputsOf("Contracts", rows, (row) => (document) => document.contractIds.has(row.key));
}

/** The id by which people know a price row, as far as it can be read. */
const priceId = ({ priceId: written, contractId, plan, product = "" }: Partial<ColumnsOf<"prices">>) =>
  tiersIdOf({ priceId: written, contractId, plan, product } as ColumnsOf<"prices">);

const priceKeys = {
  keyOf: priceId,
  orderOf: ({ effectiveFrom = FIRST_DAY }: Partial<ColumnsOf<"prices">>) => effectiveFrom,
};

const usersOf = ({ a, b }: Comparing, party: PriceParty) => [
  ...a.tables.usersOfPrice(party),
  ...b.tables.usersOfPrice(party),
];

function changedPrices(books: Comparing): ChangedInput[] {
  const { a, b } = books;
  const rows = changedRows(a.tables.prices, b.tables.prices, priceKeys);
  return inputsOf("Prices", rows, (row) => {
    const users = new Set(sides(row).flatMap((side) => usersOf(books, side)));
    return (document) =>
      ofContracts(document, users) &&
      sides(row).some(({ effectiveFrom, effectiveTo }) => isWithin(document, effectiveFrom, effectiveTo));
  });
}

function changedTiers(books: Comparing): ChangedInput[] {
  const { a, b } = books;
  const keys: RowKeys<NonNullable<typeof a.tables.tiers.bound>["definition"]["columns"]> = {
    keyOf: ({ priceId: id = "" }) => id,
    orderOf: ({ row }) => row,
  };
  const prices = [...a.tables.prices.good, ...b.tables.prices.good];
  return inputsOf("Tiers", changedRows(a.tables.tiers, b.tables.tiers, keys), ({ key }) => {
    const users = new Set(
      prices.filter((price) => tiersIdOf(price) === key).flatMap((price) => usersOf(books, price)),
    );
    return (document) => ofContracts(document, users);
  });
}

function changedCustomers({ a, b }: Comparing): ChangedInput[] {
  const rows = changedRows(a.tables.customers, b.tables.customers, {
    keyOf: ({ customerId = "" }) => customerId,
    orderOf: ({ row }) => row,
  });
  return inputsOf(
    "Customers",
    rows,
    ({ key }) =>
      ({ customerId }) =>
        customerId === key,
  );
}

/** Contracts of either book that a test holds for. */
function contractsWhere({ a, b }: Comparing, test: (contract: Contract) => boolean): ReadonlySet<string> {
  const all = [...a.catalog.contracts, ...b.catalog.contracts].filter(test);
  return new Set(all.map(({ contractId }) => contractId));
}

function changedMeters(books: Comparing): ChangedInput[] {
  const { a, b } = books;
  const rows = changedRows(a.tables.meters, b.tables.meters, {
    keyOf: ({ meter = "" }) => nameKey(meter),
    orderOf: ({ row }) => row,
  });
  return inputsOf("Meters", rows, ({ key }) => {
    const users = contractsWhere(books, ({ prices }) => prices.some((price) => readsMeter(price, key)));
    return (document) => ofContracts(document, users);
  });
}

function changedTaxCodes(books: Comparing): ChangedInput[] {
  const { a, b } = books;
  const rows = changedRows(a.tables.taxCodes, b.tables.taxCodes, {
    keyOf: ({ taxCode = "" }) => taxCode,
    orderOf: ({ effectiveFrom = FIRST_DAY }) => effectiveFrom,
  });
  return inputsOf("Tax codes", rows, (row) => {
    const users = new Set(
      [a, b].flatMap(({ catalog }) =>
        contractsTaxedBy(row.key, catalog.contracts, catalog.taxCodes).map(({ contractId }) => contractId),
      ),
    );
    return (document) =>
      ofContracts(document, users) &&
      sides(row).some(({ effectiveFrom, effectiveTo }) => isWithin(document, effectiveFrom, effectiveTo));
  });
}

function changedAdjustments({ a, b }: Comparing): ChangedInput[] {
  const rows = changedRows(a.tables.adjustments, b.tables.adjustments, {
    keyOf: ({ adjustmentId, contractId, customerId, description }) =>
      adjustmentId ?? JSON.stringify([contractId ?? customerId, description]),
    orderOf: ({ date = 0 }) => date,
  });
  return inputsOf(
    "Adjustments",
    rows,
    (row) => (document) =>
      sides(row).some(({ contractId, customerId, date, invoiceNumber }) => {
        if (invoiceNumber !== undefined) return document.numbers.has(invoiceNumber);
        const isOf =
          contractId === undefined
            ? customerId === document.customerId
            : document.contractIds.has(contractId);
        return isOf && date !== undefined && document.days.some((days) => contains(days, date));
      }),
  );
}

function changedSettings({ a, b }: Comparing): ChangedInput[] {
  const find = ({ snapshot }: ComparedBook, title: string) => {
    const bound = bindTable(settingsTable, snapshot, new Map(), unheard);
    const rows = bound ? settingRows(bound).filter(({ key }) => nameKey(key) === nameKey(title)) : [];
    const row = rows[rows.length - 1];
    return bound && row && { bound, row: row.row };
  };
  return decisive.flatMap((name): ChangedInput[] => {
    if (isSameTerm(a.settings[name], b.settings[name])) return [];
    const { title } = settingDefinitions[name];
    const [ofA, ofB] = [find(a, title), find(b, title)];
    const address = (found: typeof ofA) =>
      found
        ? addressOf({
            sheet: found.bound.grid.sheet,
            row: found.row,
            column: found.bound.columnOf.get("value") ?? 0,
          })
        : "";
    const cell = {
      table: settingsTable.title,
      column: title,
      a: ofA ? valueAt(ofA.bound, ofA.row, "value") : null,
      b: ofB ? valueAt(ofB.bound, ofB.row, "value") : null,
      cellA: address(ofA),
      cellB: address(ofB),
    };
    return [{ cell, table: settingsTable.title, field: name, row: "", touches: () => true }];
  });
}

const byTable = [
  changedContracts,
  changedPrices,
  changedTiers,
  changedCustomers,
  changedMeters,
  changedTaxCodes,
  changedAdjustments,
  changedSettings,
] as const;

/** Every changed cell of the input tables but Usage, in the order of the tables. */
export function changedInputs(a: ComparedBook, b: ComparedBook): readonly ChangedInput[] {
  return [...byTable.flatMap((changed) => changed({ a, b })), ...changedTerms(a, b)];
}

/** The cells that a document depends on; where contracts and prices share a row, each once. */
export function inputsTouching(
  inputs: readonly ChangedInput[],
  document: DocumentScope,
): readonly ChangedInput[] {
  const seen = new Set<string>();
  return inputs.filter(({ cell, touches }) => {
    const addresses = `${cell.cellA}|${cell.cellB}|${cell.column}`;
    if (seen.has(addresses) || !touches(document)) return false;
    seen.add(addresses);
    return true;
  });
}
