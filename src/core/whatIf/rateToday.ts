import type { Period } from "../calendar/period";
import type { CatalogTables } from "../catalog/readTables";
import type { Catalog, Contract } from "../catalog/records";
import { billedServiceOf, type BilledService } from "../documents/billedService";
import type { DocumentRegister } from "../documents/register";
import { registerBefore } from "../invoicing/registerChanges";
import type { Report } from "../issues/issue";
import type { Meters } from "../metering/meters";
import { usagePeriodsOf } from "../rating/billingPeriods";
import { rateContract } from "../rating/rateContract";
import type { RatedItem } from "../rating/ratedItem";
import { rateUsage } from "../rating/rateUsage";
import type { MeteredUsage, RatingContext } from "../rating/ratingContext";
import { saysNoAmount } from "../rating/saysNoAmount";
import type { Settings } from "../settings/settings";

/** A workbook as what-if questions need it. */
export interface WhatIfBook {
  readonly settings: Settings;
  readonly tables: CatalogTables;
  readonly catalog: Catalog;
  readonly contractIndex: ReadonlyMap<string, number>;
  readonly register: DocumentRegister;
  readonly meters: Meters;
  readonly metered: MeteredUsage | undefined;
}

/** Why a price has no amount, in the words of its issue. */
export interface FaultWatch {
  readonly report: Report;
  /** The fault reported since the last call. */
  readonly take: () => string | undefined;
}

export function watchFaults(): FaultWatch {
  let fault: string | undefined;
  return {
    report: (issue) => {
      if (saysNoAmount(issue)) fault ??= issue.message;
    },
    take: () => {
      const taken = fault;
      fault = undefined;
      return taken;
    },
  };
}

/** What documents bill beside those of a run; made when first asked for. */
export function billedBeside(register: DocumentRegister, settings: Settings): (run: Period) => BilledService {
  const known = new Map<string, BilledService>();
  return (run) => {
    const key = `${String(run.from)} ${String(run.to)}`;
    const billed = known.get(key) ?? billedServiceOf(registerBefore(register, run), settings);
    known.set(key, billed);
    return billed;
  };
}

/** What a run bills of a contract under one set of terms. */
export interface RatedRun {
  readonly items: readonly RatedItem[];
  /** Nothing of it is late or billed elsewhere: its metered quantities say all. */
  readonly isPlain: boolean;
}

/** Rates a contract for a run, and tells whether its quantities are enough to rate it by other terms. */
export function rateRun(
  contract: Contract,
  run: Period,
  billed: BilledService,
  context: RatingContext,
): RatedRun {
  const { items } = rateContract(contract, run, billed, context);
  const parts = usagePeriodsOf(contract, run).flatMap((period) =>
    rateUsage(contract, period.full, context).flat(),
  );
  const usage = items.filter(({ kind }) => kind === "usage");
  const isWhole = usage.length === parts.length && usage.every(({ late }) => late === undefined);
  return { items, isPlain: isWhole };
}
