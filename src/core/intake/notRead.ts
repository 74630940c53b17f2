import type { FrequencyColumn } from "./frequencies";
import type { CatalogTables } from "../catalog/readTables";
import type { DocumentRegister } from "../documents/register";
import type { CellRef, Snapshot } from "../grid/grid";
import type { UsageTable } from "../metering/bindUsage";
import type { Meters } from "../metering/meters";
import type { BoundTable } from "../schema/boundTable";
import type { Settings } from "../settings/settings";

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

/** Quantities that stand in Contracts below the name of a product, where neither a price nor usage gives any. */
export interface ContractQuantities {
  readonly product: string;
  /** Contracts with a quantity, or a word for one, and a price of the product. */
  readonly contractIds: readonly string[];
  /** There are numbers among them, not words alone. */
  readonly areNumbers: boolean;
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
  /** The contracts that a row is about, each with its Billing frequency; none in a table of anything else. */
  readonly contractsOf: FrequencyColumn["contractsOf"];
  /** Quantities of a product that a column of Contracts holds. */
  readonly quantitiesOf?: (column: number, header: string) => ContractQuantities | undefined;
}
