import { nameKey } from "../base/name";
import type { CatalogTables } from "../catalog/readTables";
import type { DocumentRegister } from "../documents/register";
import type { CellRef, Snapshot } from "../grid/grid";
import type { Report } from "../issues/issue";
import type { UsageTable } from "../metering/bindUsage";
import type { Meters } from "../metering/meters";
import { propertiesOf } from "../metering/usageQuantity";
import { anyTable, type BoundTable } from "../schema/boundTable";
import type { Settings } from "../settings/settings";
import { reportCardNumbers } from "./cardNumbers";
import { findUnreadColumns } from "./unreadColumns";
import { findUnreadSheets } from "./unreadSheets";

/** A column or sheet that could matter and that nothing reads. */
export interface NotRead {
  readonly kind: "column" | "sheet";
  readonly at: CellRef;
  /** The column's header; empty for a sheet. */
  readonly header: string;
  /** The table that it belongs to or looks like. */
  readonly table: string;
  /** Title of the field that the header most resembles; empty where it resembles none. */
  readonly resembles: string;
  /** It could change what is billed, and nobody has said that it is known. */
  readonly isWarning: boolean;
}

export interface ReadBook {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly tables: CatalogTables;
  readonly usage: UsageTable | undefined;
  readonly meters: Meters;
  readonly register: DocumentRegister;
  /** Sheets of which it has been said that they cannot be read. */
  readonly broken: ReadonlySet<string>;
}

/** The input tables in use, each with what else is read of it: by a second table in its rows, or by meters. */
export interface TableInUse {
  readonly bound: BoundTable;
  readonly isReadBesides: (column: number, header: string) => boolean;
}

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
      isReadBesides: (_column: number, header: string) => properties.has(nameKey(header)),
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
