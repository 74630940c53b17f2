import { nameKey } from "../base/name";
import { pricesTable } from "../catalog/prices.table";
import { propertiesOf } from "../metering/usageQuantity";
import { isUnitHeader } from "../metering/usageUnits";
import { anyTable, type BoundTable } from "../schema/boundTable";
import { shownText } from "../schema/column";
import { meanings } from "../schema/header";
import { viewCell } from "../schema/viewCell";
import { mappingFor } from "../settings/mapping";
import { contractQuantities } from "./contractQuantities";
import type { ReadBook, TableInUse } from "./notRead";

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

/** The input tables of a book that a run reads, each sheet or file of Usage apart. */
export function tablesInUse(book: ReadBook): TableInUse[] {
  const { tables, usage, meters, settings } = book;
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
  const quantitiesOf = contractQuantities(book);
  return [
    ...alone.map((bound) => ({
      bound,
      ...(bound.definition === contracts.bound?.definition ? { quantitiesOf } : {}),
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
