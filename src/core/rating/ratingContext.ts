import type { Day } from "../calendar/day";
import type { Catalog, Contract } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import type { Report } from "../issues/issue";
import type { Meters } from "../metering/meters";
import type { Usage } from "../metering/usage";
import type { UsageIndex } from "../metering/usageIndex";
import type { Settings } from "../settings/settings";
import type { PriceChains } from "./priceChains";
import type { RatedPart } from "./ratedUsage";

/** The usage of a workbook, ready to be asked for by contract and meter; undefined parts where there is no Usage. */
export interface MeteredUsage {
  readonly usage: Usage;
  readonly index: UsageIndex;
  /** Rows that came after their period was closed; empty where nobody looked at what was closed. */
  readonly afterClose: ReadonlySet<number>;
}

/** What has been metered and priced of a contract in a run. */
export interface RatedBefore {
  readonly chains: PriceChains;
  /** By the first day of the full billing period, one list a chain of metered prices. */
  readonly usage: Map<Day, readonly (readonly RatedPart[])[]>;
}

export interface RatingContext {
  readonly catalog: Catalog;
  readonly contractIndex: ReadonlyMap<string, number>;
  readonly metered: MeteredUsage | undefined;
  readonly meters: Meters;
  readonly settings: Settings;
  readonly report: Report;
  /** Final lines of earlier runs that bear the id of a row of terms. */
  readonly linesOfTerm: BilledService["ofTerm"];
  /** Rating, commitments and reconciliation ask for the same periods: each is metered and priced once a run. */
  readonly rated: Map<Contract, RatedBefore>;
}
