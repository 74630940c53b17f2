import { knownValue } from "../base/knownValue";
import { mergePeriods } from "../calendar/periodSets";
import { groupBy } from "../base/groupBy";
import { coveringPeriod, overlap, type Period } from "../calendar/period";
import { isMetered } from "../catalog/readsUsage";
import type { Contract } from "../catalog/records";
import { isInvoice } from "../documents/documentKinds";
import { billsService } from "../documents/lineKinds";
import type { RegisteredInvoice } from "../documents/register";
import { spanOf } from "../metering/usageIndex";
import { billingPeriods, type BillingPeriod } from "../rating/billingPeriods";
import type { ReconcileContext } from "./context";

/** A billing period of a contract that is compared with what bills its days. */
export interface CheckedPeriod {
  readonly contract: Contract;
  readonly period: BillingPeriod;
  /** Days of this time are billed in the workbook, so what is due for them is to be found. */
  readonly isExpected: boolean;
  /** It ends after the run: only its fees in advance can be due. */
  readonly isRunning: boolean;
}

/** The periods of a contract that are compared, in order and without gaps. */
export interface CheckedContract {
  readonly contract: Contract;
  readonly periods: readonly CheckedPeriod[];
}

const span = (periods: readonly Period[]): Period | undefined =>
  periods.length === 0 ? undefined : coveringPeriod(periods);

/** The days of service that a document bills: those of its lines, else those it names itself. */
export function daysOfDocument(document: RegisteredInvoice): Period | undefined {
  const days = span(document.lines.flatMap(({ period }) => period ?? []));
  if (days) return days;
  const { periodStart: from, periodEnd: to } = document;
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Documents that name their days and have no lines, by contract: what they bill is known in one sum only. */
export function bareDocuments({
  register,
  billed,
}: Pick<ReconcileContext, "register" | "billed">): ReadonlyMap<string, readonly RegisteredInvoice[]> {
  const bare = register.invoices.filter(
    (document) => isInvoice(document) && document.lines.length === 0 && !billed.isCancelled(document),
  );
  return groupBy(bare, ({ contractId = "" }) => contractId);
}

/** The time of which the workbook knows what was billed. */
interface KnownTime {
  readonly from: number;
  readonly spans: readonly Period[];
  /** The first day of service that documents bill of each contract. */
  readonly firstOf: ReadonlyMap<string, number>;
}

function knownTime({ register, run, expectedTime }: ReconcileContext): KnownTime {
  const days: Period[] = [...expectedTime];
  const firstOf = new Map<string, number>();
  const add = (contractId: string | undefined, period: Period | undefined) => {
    if (!period) return;
    days.push(period);
    if (contractId === undefined) return;
    firstOf.set(contractId, Math.min(firstOf.get(contractId) ?? Infinity, period.from));
  };
  for (const document of register.invoices) {
    if (!isInvoice(document)) continue;
    if (document.lines.length === 0) add(document.contractId, daysOfDocument(document));
    for (const line of document.lines) if (billsService(line)) add(line.contractId, line.period);
  }
  const spans = mergePeriods(days);
  return { from: spans[0]?.from ?? run.from, spans, firstOf };
}

/** First day that usage of the contract or any document is about, to the end of the run. */
function windowOf(contract: Contract, known: KnownTime, context: ReconcileContext): Period {
  const { metered, contractIndex, run } = context;
  const index = knownValue(contractIndex, contract.contractId);
  const usage =
    metered?.index
      .metersOf(index)
      .flatMap((key) => spanOf(metered.usage, metered.index.rowsOf(index, key)) ?? []) ?? [];
  return { from: span(usage)?.from ?? known.from, to: run.to };
}

/** The periods of every billable contract that have begun by the end of the run and that the workbook knows about. */
export function checkedContracts(context: ReconcileContext): CheckedContract[] {
  const { catalog, run, held, absentUsage = [] } = context;
  const known = knownTime(context);
  return catalog.contracts.flatMap((contract) => {
    const { contractId, isSuspended } = contract;
    const absent = isMetered(contract) ? absentUsage : [];
    if (isSuspended) return [];
    const { from, to } = windowOf(contract, known, context);
    const window = { from: Math.min(from, known.from, run.from), to };
    // Once a contract has been billed, each of its later periods is to be.
    const firstBilled = known.firstOf.get(contractId) ?? Infinity;
    const periods = billingPeriods(contract, window).flatMap((period): CheckedPeriod[] => {
      const { service } = period;
      if (absent.some((days) => overlap(days, service))) return [];
      const isRunning = service.to > run.to;
      const isOfRun = (isRunning ? service.from : service.to) >= run.from;
      if (isOfRun && held.has(contractId)) return [];
      // A period that began before the workbook's first document was billed elsewhere, if at all.
      const isKnown =
        service.from >= known.from && known.spans.some((days) => overlap(days, service) !== undefined);
      const isExpected = isOfRun || isKnown || service.from >= firstBilled;
      return [{ contract, period, isExpected, isRunning }];
    });
    return periods.length === 0 ? [] : [{ contract, periods }];
  });
}
