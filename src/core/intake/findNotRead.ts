import { nameKey } from "../base/name";
import type { Report } from "../issues/issue";
import { propertiesOf } from "../metering/usageQuantity";
import { isUnitHeader } from "../metering/usageUnits";
import { pricesTable } from "../catalog/prices.table";
import { mappingFor } from "../settings/mapping";
import { meanings } from "../schema/header";
import { anyTable, type BoundTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import { viewCell } from "../schema/viewCell";
import { reportCardNumbers } from "./cardNumbers";
import type { NotRead, ReadBook, TableInUse } from "./notRead";
import { inputTables } from "./inputTables";
import { resemblances } from "./resembles";
import { findUnreadColumns } from "./unreadColumns";
import { findUnreadSheets } from "./unreadSheets";

/** The contracts that a row of Contracts, Prices or Customers is about. */
function contractsOfRows(tables: ReadBook["tables"], bound: BoundTable): TableInUse["contractsOf"] {
  const { contracts, prices, customers, usersOfPrice } = tables;
  const billed = new Map(
    contracts.good.map(({ contractId, billingFrequency }) => [contractId, billingFrequency ?? "monthly"]),
  );
  const textAt = (row: number, field: string) => {
    const index = bound.columnOf.get(field);
    const text = index === undefined ? "" : shownText(viewCell(bound.grid, row, index));
    return text === "" ? undefined : text;
  };
  const idsAt = (row: number): readonly string[] => {
    const [contractId, plan, customerId] = ["contractId", "plan", "customerId"].map((field) =>
      textAt(row, field),
    );
    if (bound.grid === prices.bound?.grid) return usersOfPrice({ contractId, plan });
    if (bound.grid === contracts.bound?.grid) return contractId === undefined ? [] : [contractId];
    if (bound.grid !== customers.bound?.grid) return [];
    return contracts.good
      .filter((contract) => contract.customerId === customerId)
      .map((contract) => contract.contractId);
  };
  return (row) =>
    idsAt(row).flatMap((contractId) => {
      const frequency = billed.get(contractId);
      return frequency === undefined ? [] : [{ contractId, frequency }];
    });
}

function tablesInUse({ tables, usage, meters, settings }: ReadBook): TableInUse[] {
  const { contracts, prices, isOneSheet } = tables;
  const others = [
    tables.tiers,
    tables.customers,
    tables.taxCodes,
    tables.meters,
    tables.adjustments,
    ...(Object.values(tables.terms) as readonly { readonly bound: unknown }[]),
  ];
  const alone = [contracts, ...(isOneSheet ? [] : [prices]), ...others].flatMap(({ bound }) =>
    bound ? [anyTable(bound as unknown as BoundTable)] : [],
  );
  const shared = isOneSheet && prices.bound ? new Set<number>(prices.bound.columnOf.values()) : new Set();
  // Where the prices of one sheet cannot be read, that has been said, and not of each of their columns.
  const { of: priceOf } = meanings(pricesTable, mappingFor(pricesTable, settings));
  const isOfPrices = (header: string) => isOneSheet && !prices.bound && priceOf(header) !== undefined;
  const properties = propertiesOf(meters);
  return [
    ...alone.map((bound) => ({
      bound,
      contractsOf: contractsOfRows(tables, bound),
      isReadBesides: (column: number, header: string) =>
        bound.definition === contracts.bound?.definition && (shared.has(column) || isOfPrices(header)),
    })),
    ...(usage?.parts ?? []).map(({ bound }) => ({
      bound: anyTable(bound),
      contractsOf: () => [],
      isReadBesides: (_column: number, header: string) =>
        properties.has(nameKey(header)) || isUnitHeader(header),
    })),
  ];
}

/** Finds and reports what is not read, and what should not be there. */
export function findNotRead(book: ReadBook, report: Report): NotRead[] {
  const inUse = tablesInUse(book);
  const resembles = resemblances(inputTables);
  const columns = inUse.flatMap((table) =>
    findUnreadColumns(table, book.settings.notRead, resembles, report),
  );
  for (const { bound } of inUse) reportCardNumbers(bound, report);
  const sheets = findUnreadSheets(book, inUse, report);
  return [...columns, ...sheets];
}
