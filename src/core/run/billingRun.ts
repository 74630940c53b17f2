import { formatDay } from "../calendar/day";
import { contains, type Period } from "../calendar/period";
import { collectIssues } from "../issues/collectIssues";
import { unheard, makeIssue, type Issue, type Report } from "../issues/issue";
import type { Snapshot } from "../grid/grid";
import { approvedDrafts, withApprovedDates } from "../invoicing/approvedDrafts";
import { formatLongPeriod } from "../calendar/longDate";
import type { NotRead } from "../intake/notRead";
import type { Invoice } from "../invoicing/invoice";
import { numberInvoices } from "../invoicing/numberInvoices";
import { registerAfter } from "../invoicing/registerChanges";
import { billedServiceOf } from "../documents/billedService";
import type { DocumentRegister } from "../documents/register";
import { readersOf, unitOfReader } from "../metering/readers";
import { isContract, RowState, usageCell } from "../metering/usage";
import type { RatedContract } from "../rating/rateContract";
import { controlTotals, fatesOf, type ControlTotal } from "../reconciliation/controlTotals";
import type { ReconcileContext } from "../reconciliation/context";
import { cashOf } from "./receivables/cashOf";
import { reconcile, type Reconciliation } from "../reconciliation/reconcile";
import type { Lapse } from "../review/lapse";
import { nameKey } from "../base/name";
import type { Settings } from "../settings/settings";
import { heldInvoices, type HeldInvoice } from "./held";
import { loggedTime } from "./loggedTime";
import { hasDemands, missingFields } from "./requirements/missingFields";
import type { RunOptions } from "./options";
import { reportExpiring } from "./expiringContracts";
import { reportLowGrants } from "./lowGrants";
import { prepareBook, type PreparedBook } from "./prepareBook";
import { whyNoPeriod } from "./whyNoPeriod";
import { reportUsageAhead } from "./usageAhead";
import { withoutConsequences } from "./consequences";
import { rateAndDraft, withApprovedOpen } from "./rateAndDraft";
import { reviewForBill } from "./review/billReview";
import { closedPeriodIn, reportAfterClose } from "./review/closing/changedPeriods";
import { withStakes, wouldBill, type Stake } from "./stakes";

/** All that a run found out, before anything is written. */
export interface BillingRun {
  readonly book: PreparedBook;
  /** New documents, sorted by number. */
  readonly invoices: readonly Invoice[];
  readonly held: readonly HeldInvoice[];
  /** Documents as the workbook holds them once the run is written. */
  readonly after: DocumentRegister;
  readonly reconciliation: Reconciliation;
  readonly controlTotals: readonly ControlTotal[];
  readonly issues: readonly Issue[];
  /** What each contract would bill, held or not, before tax. */
  readonly amounts: ReadonlyMap<string, Stake>;
  /** Reviews that are over because what was reviewed has changed. */
  readonly lapses: readonly Lapse[];
  /** Documents of a run with numbers that got none: they have to be approved first. */
  readonly waiting: number;
  /** A closed period that the run has days of: then it can be looked at, and is not written. */
  readonly closedPeriod: string | undefined;
}

/** Documents of the run that bear the key of a draft although numbers were asked for. */
function waitingOf(invoices: readonly Invoice[], after: DocumentRegister, run: Period): number {
  const left = approvedDrafts(after, run).filter(
    ({ invoiceNumber }) => !invoices.some(({ number }) => number === invoiceNumber),
  );
  return invoices.filter(({ number, key }) => number === key).length + left.length;
}

/** Usage outside its contract's dates is not billed; each row is named. */
export function reportOutside({ metered, catalog }: PreparedBook, report: Report): void {
  if (!metered) return;
  const { usage } = metered;
  const daysOf = new Map<number, string>();
  for (let row = 0; row < usage.rowCount; row++) {
    const index = usage.contractOf[row]!;
    if (usage.state[row] !== RowState.ready || !isContract(index)) continue;
    const { contractId, service, isSuspended } = catalog.contracts[index]!;
    const day = Math.floor(usage.moments[row]!);
    if (contains(service, day) && !isSuspended) continue;
    const at = usageCell(usage, row, "date");
    let days = daysOf.get(index);
    if (days === undefined) daysOf.set(index, (days = formatLongPeriod(service)));
    const words = { day: formatDay(day), days };
    report(
      makeIssue(isSuspended ? "USAGE_WHILE_SUSPENDED" : "USAGE_OUTSIDE_CONTRACT", {
        at,
        value: contractId,
        words,
      }),
    );
  }
}

/** Control totals per usage meter; its unit is the meter's, else that of a price that reads it. */
export function tally(
  { metered, catalog, meters, contractIndex }: PreparedBook,
  rated: readonly RatedContract[],
): ControlTotal[] {
  if (!metered) return [];
  const units = new Map<string, string>();
  for (const reader of catalog.contracts.flatMap(({ prices }) => readersOf(prices, meters))) {
    const { sourceKey } = reader.meter;
    const unit = unitOfReader(reader);
    if (unit !== "" && !units.has(sourceKey)) units.set(sourceKey, unit);
  }
  const unitOf = (meter: string) => meters.get(meter).unit || (units.get(nameKey(meter)) ?? "");
  return controlTotals(metered.usage, fatesOf(metered.usage, rated, contractIndex), unitOf);
}

/** Late usage with the document of the run that bills it, whether it is new or stands from when the run was issued. */
function lateItems(
  rated: readonly RatedContract[],
  after: DocumentRegister,
  run: Period,
): ReconcileContext["lateBilled"] {
  return rated.flatMap(({ contract, items }) => {
    const lines = after.indexOf(contract.contractId);
    return items.flatMap((item) => {
      if (!item.late || !item.price) return [];
      const carrier = lines
        .of(item.price)
        .find(
          ({ invoice, period }) =>
            invoice?.periodStart === run.from &&
            invoice.periodEnd === run.to &&
            period?.from === item.part.from &&
            period.to === item.part.to,
        );
      return carrier ? [{ item, invoiceNumber: carrier.invoiceNumber }] : [];
    });
  });
}

/** Documents of a run, on their way or issued. */
const documentsOf = ({ invoices }: DocumentRegister, run: Period) =>
  invoices.filter(
    ({ isVoid, periodStart, periodEnd }) => !isVoid && periodStart === run.from && periodEnd === run.to,
  );

/** Final invoices need a seller: a name, an address, and a tax number where there is tax. */
function reportSeller(after: DocumentRegister, run: Period, settings: Settings, report: Report): void {
  const issued = documentsOf(after, run).filter(({ isFinal }) => isFinal);
  if (issued.length === 0) return;
  const hasTax = issued.some(({ tax }) => tax !== undefined && !tax.isZero());
  const missing = [
    ...(settings.companyName === "" ? ["name"] : []),
    ...(settings.companyAddress === "" ? ["address"] : []),
    ...(hasTax && settings.companyTaxId === "" ? ["tax number"] : []),
  ];
  if (missing.length === 0) return;
  const words = { missing: missing.join(", ").replace(/, ([^,]*)$/, " and $1") };
  report(makeIssue("SELLER_INCOMPLETE", { at: settings.at, words }));
}

export type BillingResult =
  | { readonly ok: true; readonly run: BillingRun }
  /** No period is given and the usage names none; what could be checked was. */
  | {
      readonly ok: false;
      readonly issues: readonly Issue[];
      readonly notRead: readonly NotRead[];
      /** Why no day of usage could be read, in half a sentence. */
      readonly reason: string;
    };

/**
 * One run, a straight line: read → rate → draft → number → reconcile. Nothing is written here; planWrites turns a run
 * into a plan.
 */
export function billPeriod(snapshot: Snapshot, options: RunOptions): BillingResult {
  const collector = collectIssues();
  const { report } = collector;
  const prepared = prepareBook(snapshot, options, report);
  if (!prepared.book) {
    const issues = withoutConsequences(collector.list(), prepared.inputs);
    return {
      ok: false,
      issues,
      notRead: prepared.inputs.notRead,
      reason: whyNoPeriod(issues, prepared.inputs),
    };
  }
  reportOutside(prepared.book, report);
  // A run without a period bills the month of the latest usage.
  if (options.period) reportUsageAhead(prepared.book, options.period, report);
  reportAfterClose(prepared.book.changedPeriods, prepared.book.metered?.usage, report);
  const review = reviewForBill(prepared.book, snapshot, options, report);
  const book = options.giveNumbers ? withApprovedOpen(review.book, review.approved, collector) : review.book;
  const { settings, register, period, asOf } = book;
  const { context, rated, drafts, held, holds } = rateAndDraft(book, collector);
  const dated = withApprovedDates(drafts, approvedDrafts(register, period));
  const invoices = options.giveNumbers ? numberInvoices(dated, register, settings, review.numbering) : drafts;
  const after = registerAfter(register, invoices, period, settings.at);
  reportExpiring(book.catalog, asOf, settings, report);
  reportLowGrants({ catalog: book.catalog, after, period, settings }, report);
  if (options.giveNumbers && !hasDemands(settings)) reportSeller(after, period, settings, report);
  for (const issue of missingFields(documentsOf(after, period), snapshot, book)) report(issue);
  const reconciliation = reconcile({
    ...context,
    report: unheard,
    run: period,
    asOf,
    register: after,
    billed: billedServiceOf(after, settings),
    expectedTime: loggedTime(snapshot, period),
    absentUsage: book.absentFiles.map(({ days }) => days),
    held,
    ...cashOf(snapshot, prepared.book, asOf),
    lateBilled: lateItems(rated, after, period),
  });
  const amounts = wouldBill(rated, settings);
  const run = {
    book,
    invoices,
    after,
    held: heldInvoices(held, holds, period),
    reconciliation,
    controlTotals: tally(book, rated),
    issues: withStakes(withoutConsequences(collector.list(), book), amounts),
    amounts,
    lapses: review.lapses,
    waiting: options.giveNumbers ? waitingOf(invoices, after, period) : 0,
    closedPeriod: closedPeriodIn(snapshot, period),
  };
  return { ok: true, run };
}
