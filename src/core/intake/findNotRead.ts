import { nameKey } from "../base/name";
import type { Report } from "../issues/issue";
import { propertiesOf } from "../metering/usageQuantity";
import { isUnitHeader } from "../metering/usageUnits";
import { anyTable, type BoundTable } from "../schema/boundTable";
import { reportCardNumbers } from "./cardNumbers";
import type { NotRead, ReadBook, TableInUse } from "./notRead";
import { findUnreadColumns } from "./unreadColumns";
import { findUnreadSheets } from "./unreadSheets";

function tablesInUse({ tables, usage, meters }: ReadBook): TableInUse[] {
  const { contracts, prices, isOneSheet } = tables;
  const others = [tables.tiers, tables.customers, tables.taxCodes, tables.meters, tables.adjustments];
  const alone = [contracts, ...(isOneSheet ? [] : [prices]), ...others].flatMap(({ bound }) =>
    bound ? [anyTable(bound as unknown as BoundTable)] : [],
  );
  const shared = isOneSheet && prices.bound ? new Set<number>(prices.bound.columnOf.values()) : new Set();
  const properties = propertiesOf(meters);
  return [
    ...alone.map((bound) => ({
      bound,
      isReadBesides: (column: number) =>
        bound.definition === contracts.bound?.definition && shared.has(column),
    })),
    ...(usage?.parts ?? []).map(({ bound }) => ({
      bound: anyTable(bound),
      isReadBesides: (_column: number, header: string) =>
        properties.has(nameKey(header)) || isUnitHeader(header),
    })),
  ];
}

/** Finds and reports what is not read, and what should not be there. */
export function findNotRead(book: ReadBook, report: Report): NotRead[] {
  const inUse = tablesInUse(book);
  const columns = inUse.flatMap((table) => findUnreadColumns(table, book.settings.notRead, report));
  for (const { bound } of inUse) reportCardNumbers(bound, report);
  const sheets = findUnreadSheets(book, inUse, report);
  return [...columns, ...sheets];
}
