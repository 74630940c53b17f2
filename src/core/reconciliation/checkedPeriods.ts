import { mergePeriods } from "../calendar/periodSets";
import { groupBy } from "../base/groupBy";
import { overlap, type Period } from "../calendar/period";
import type { Contract } from "../catalog/records";
import type { RegisteredInvoice, RegisteredLine } from "../documents/register";
import { spanOf } from "../metering/usageIndex";
import { billingPeriods, type BillingPeriod } from "../rating/billingPeriods";
import type { ReconcileContext } from "./context";

/** A billing period of a contract with what documents say about it. */
export interface CheckedPeriod {
  readonly contract: Contract;
  readonly period: BillingPeriod;
  /** Lines of the contract that bill days of the period, fees of adjustments aside. */
  readonly lines: readonly RegisteredLine[];
  readonly invoices: readonly RegisteredInvoice[];
  /** Some document of the workbook bills this time, so one of this contract is to be expected. */
  readonly isBilledTime: boolean;
}

/** The days that a document is for. */
export function daysOfInvoice(invoice: RegisteredInvoice): Period | undefined {
  const { periodStart: from, periodEnd: to } = invoice;
  if (from !== undefined && to !== undefined) return { from, to };
  const [first, ...rest] = invoice.lines.flatMap(({ period }) => period ?? []);
  if (!first) return undefined;
  return rest.reduce(
    (all, each) => ({ from: Math.min(all.from, each.from), to: Math.max(all.to, each.to) }),
    first,
  );
}

/** First day that usage of the contract or any document is about, to the end of the run. */
function windowOf(contract: Contract, billedFrom: number, context: ReconcileContext): Period {
  const { metered, contractIndex, run } = context;
  const index = contractIndex.get(contract.contractId)!;
  const usage =
    metered?.index
      .metersOf(index)
      .flatMap((key) => spanOf(metered.usage, metered.index.rowsOf(index, key)) ?? []) ?? [];
  const first = usage.reduce((day, { from }) => Math.min(day, from), Math.min(billedFrom, run.from));
  return { from: first, to: run.to };
}

/** The periods of every billable contract that have ended by the end of the run and that the workbook knows about. */
export function checkedPeriods(context: ReconcileContext): CheckedPeriod[] {
  const { catalog, register, run, held } = context;
  const documents = register.invoices.filter(({ isVoid, type }) => !isVoid && type !== "credit_note");
  const invoicesOf = groupBy(documents, ({ contractId }) => contractId);
  const spans = mergePeriods(documents.flatMap((invoice) => daysOfInvoice(invoice) ?? []));
  const billedFrom = spans[0]?.from ?? run.from;
  return catalog.contracts.flatMap((contract) => {
    if (contract.isSuspended) return [];
    const own = (register.byContract.get(contract.contractId) ?? []).filter(
      ({ kind }) => kind !== "adjustment",
    );
    const ownInvoices = invoicesOf.get(contract.contractId) ?? [];
    // Once a contract has been billed, each of its later periods is to be.
    const firstBilled = [
      ...own,
      ...ownInvoices.map((invoice) => ({ period: daysOfInvoice(invoice) })),
    ].reduce((first, { period }) => Math.min(first, period?.from ?? Infinity), Infinity);
    return billingPeriods(contract, windowOf(contract, billedFrom, context)).flatMap(
      (period): CheckedPeriod[] => {
        const { service } = period;
        const isOfRun = service.to >= run.from;
        if (service.to > run.to || (isOfRun && held.has(contract.contractId))) return [];
        const lines = own.filter((line) => line.period && overlap(line.period, service));
        const invoices = ownInvoices.filter((invoice) => {
          const days = daysOfInvoice(invoice);
          return days !== undefined && overlap(days, service) !== undefined;
        });
        // A period that began before the workbook's first document was billed elsewhere, if at all.
        const isKnown =
          service.from >= billedFrom && spans.some((days) => overlap(days, service) !== undefined);
        const isBilledTime = isOfRun || isKnown || service.from > firstBilled;
        return [{ contract, period, lines, invoices, isBilledTime }];
      },
    );
  });
}
