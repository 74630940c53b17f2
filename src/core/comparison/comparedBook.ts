import type { CatalogTables } from "../catalog/readTables";
import type { Catalog } from "../catalog/records";
import type { DocumentRegister } from "../documents/register";
import type { Snapshot } from "../grid/grid";
import type { Meters } from "../metering/meters";
import type { MeteredUsage } from "../rating/ratingContext";
import type { Settings } from "../settings/settings";

/** One of two workbooks that are compared, as it was read. */
export interface ComparedBook {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly tables: CatalogTables;
  readonly catalog: Catalog;
  readonly contractIndex: ReadonlyMap<string, number>;
  readonly register: DocumentRegister;
  readonly meters: Meters;
  readonly metered: MeteredUsage | undefined;
}
