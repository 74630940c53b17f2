import { remembered } from "../base/remembered";
import type { Day } from "../calendar/day";
import { overlaps, type Period } from "../calendar/period";
import type { Catalog, Contract, Price } from "../catalog/records";
import type { BilledService } from "../documents/billedService";
import { unheard, type Report } from "../issues/issue";
import type { Meters } from "../metering/meters";
import type { Usage } from "../metering/usage";
import type { UsageIndex } from "../metering/usageIndex";
import type { Decimal } from "../money/decimal";
import type { Settings } from "../settings/settings";
import type { PriceChains } from "./priceChains";
import type { RatedPart } from "./ratedUsage";

/** The usage of a workbook, ready to be asked for by contract and meter; undefined parts where there is no Usage. */
export interface MeteredUsage {
  readonly usage: Usage;
  readonly index: UsageIndex;
  /** Rows that came after their period was closed; empty where nobody looked at what was closed. */
  readonly afterClose: ReadonlySet<number>;
  /** Days that have usage in files which are not here. */
  readonly absentDays: readonly Period[];
}

/** Whether usage of some days may be in a file that is not here: then nobody can say what there is of them. */
export const isUsageAbsent = (metered: MeteredUsage | undefined, days: Period): boolean =>
  metered?.absentDays.some((absent) => overlaps(absent, days)) === true;

/** The row of Prices that takes each usage row of a meter which several prices share by conditions. */
export interface ConditionedRows {
  /** Whether a price takes a row; of two that fit alike one does. */
  readonly takes: (price: Price, row: number) => boolean;
  /** Two prices that fit a row alike, if there are such: which of them takes it is not known. */
  readonly equalsAt: (row: number) => readonly [Price, Price] | undefined;
  /** Whether some price, or more than one, fits a row. */
  readonly isKnown: (row: number) => boolean;
}

/** Unused units of a period that can be used in so many more. */
export interface CarriedUnits {
  readonly units: Decimal;
  readonly of: Period;
  readonly periodsLeft: number;
}

/** What moves into a period, oldest first. */
export interface Carried {
  readonly units: readonly CarriedUnits[];
}

/** What has been metered and priced of a contract in a run. */
export interface RatedBefore {
  readonly chains: PriceChains;
  /** By the first day of the full billing period, one list a chain of metered prices. */
  readonly usage: Map<Day, readonly (readonly RatedPart[])[]>;
  /** By nameKey of the meter; undefined where none of its prices has a condition. */
  readonly conditioned: Map<string, ConditionedRows | undefined>;
  /** Units that move into a period, by the first price of their chain and the first day of the full billing period. */
  readonly carried: Map<Price, Map<Day, Carried>>;
}

/** A run, and what final documents of other runs bill. */
export interface RunBilling {
  readonly run: Period;
  readonly billed: BilledService;
}

export interface RatingContext {
  readonly catalog: Catalog;
  readonly contractIndex: ReadonlyMap<string, number>;
  readonly metered: MeteredUsage | undefined;
  readonly meters: Meters;
  readonly settings: Settings;
  readonly report: Report;
  /** What final documents bill, those of the run itself among them. */
  readonly standing: Pick<BilledService, "ofTerm" | "runOf">;
  /** The run whose documents are made; undefined where documents of many runs are looked at. */
  readonly billing: RunBilling | undefined;
  /** Rating, commitments and reconciliation ask for the same periods: each is metered and priced once a run. */
  readonly rated: Map<Contract, RatedBefore>;
}

/** A context in which nothing is reported: what is rated once more has been told of. */
export const silently = remembered((context: RatingContext): RatingContext => ({
  ...context,
  report: unheard,
}));
