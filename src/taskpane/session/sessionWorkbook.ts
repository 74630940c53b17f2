import {
  absentForInvoice,
  absentIn,
  absentUsageText,
  appendUsage,
  billPeriod,
  explainLines,
  formatPeriod,
  openLedger,
  openReview,
  openWhatIf,
  registerAfter,
  reviewFacts,
  parametersText,
  planWrites,
  reconcileBook,
  surveyWorkbook,
  traceInvoice,
  UntiedPlan,
  withUsageRows,
  type OpenedReview,
  type RegisteredInvoice,
  type BillingRun,
  type WorkbookSurvey,
  type DocumentRegister,
  type LedgerBook,
  type Period,
  type PlannedRun,
  type Reconciliation,
  type Settings,
  type Snapshot,
  type TracedInvoice,
  type WhatIfSession,
  type WithUsage,
} from "../../core/api";
import { chosenDay, momentOf, resolveChoice, type RunDetails } from "./choice";
import { SessionFailure } from "./failure";
import type { DocumentContext } from "./invoiceRowView";
import type { RunChoice } from "./views";

/** What the engine needs from outside. */
export interface Surroundings {
  readonly engineVersion: string;
  readonly sha256: (pieces: Iterable<string | Uint8Array>) => string;
}

/** A run with what it would write and what stands once it has been written. */
export interface Previewed {
  readonly run: BillingRun;
  readonly choice: RunChoice;
  /** The run's documents stand at its end. */
  readonly after: DocumentRegister;
  readonly planned: PlannedRun;
}

/** The workbook as review sees it: who may do what, seals and logs, and what is known of its documents. */
export interface ReviewedBook {
  readonly opened: OpenedReview;
  readonly factsOf: ReturnType<typeof reviewFacts>;
}

/** A report on differences with the documents that it was made from. */
export interface Reconciled {
  readonly run: BillingRun;
  readonly reconciliation: Reconciliation;
  readonly register: DocumentRegister;
  readonly settings: Settings;
}

/** Ends what would leave out usage: that of a file which the workbook names. */
function refuseAbsent(absent: ReturnType<typeof absentIn>): void {
  if (!absent) return;
  throw new SessionFailure({
    code: "USAGE_FILE",
    message: `A file is missing: ${absentUsageText(absent)}. Add it under Usage files on Sheets.`,
    at: absent.at,
  });
}

/** The plan of a preview is only looked at: who and when are filled in when it is written. */
const nobody: RunDetails = { at: "2000-01-01", user: "" };

/**
 * The workbook that a session is about, as it was read, with what has been worked out from it. Its cells never change:
 * after a write the workbook is read and opened anew.
 */
export class SessionWorkbook {
  readonly survey: WorkbookSurvey;
  /** With the usage files that were given for it. */
  readonly snapshot: Snapshot;
  private readonly usage: WithUsage;
  private run: { readonly key: string; readonly run: BillingRun } | undefined;
  private lastPreview: Previewed | undefined;
  private ledgerOfDay: { readonly day: string; readonly opened: LedgerBook | undefined } | undefined;
  private reviewed: ReviewedBook | undefined;
  private asking: { readonly key: string; readonly session: WhatIfSession } | undefined;
  private traced: { readonly number: string; readonly traced: TracedInvoice } | undefined;

  constructor(
    read: Snapshot,
    private readonly surroundings: Surroundings,
  ) {
    const { usageFiles = [], ...workbook } = read;
    const appended = appendUsage(workbook, usageFiles);
    if (!appended.ok)
      throw new SessionFailure({ code: "USAGE_FILE", message: `${appended.source}: ${appended.reason}` });
    this.usage = appended.value;
    this.snapshot = appended.value.snapshot;
    this.survey = surveyWorkbook(this.snapshot);
  }

  get engineVersion(): string {
    return this.surroundings.engineVersion;
  }

  get sha256(): Surroundings["sha256"] {
    return this.surroundings.sha256;
  }

  /** The latest month with usage that is not billed yet; where all are billed, the latest. None after one in doubt. */
  get monthToBill(): Period | undefined {
    const { months, latest } = this.survey;
    const sure = months.filter(({ period }) => latest !== undefined && period.from <= latest.from);
    return (sure.find(({ isBilled }) => !isBilled) ?? sure[0])?.period;
  }

  /** The run of a choice; Check, Preview and Reconcile of the same choice share one. */
  bill(choice: RunChoice): BillingRun {
    const { options, by, key } = resolveChoice(choice, this.monthToBill);
    if (this.run?.key !== key) {
      const result = billPeriod(this.snapshot, { ...options, review: { by, sha256: this.sha256 } });
      if (!result.ok) throw new SessionFailure({ code: "NO_PERIOD", message: "There is no period to bill." });
      this.run = { key, run: result.run };
    }
    return this.run.run;
  }

  /** From here on, documents and explanations are what they would be once this run were written. */
  preview(choice: RunChoice): void {
    const run = this.bill(choice);
    if (run.closedPeriod !== undefined)
      throw new SessionFailure({
        code: "PERIOD_CLOSED",
        message: `${run.closedPeriod} is closed and not billed any more: choose another period, or open it again first.`,
      });
    const { register, period, settings } = run.book;
    refuseAbsent(absentIn(this.snapshot, period));
    const after = registerAfter(register, run.invoices, period, settings.at);
    const planned = this.planWrites(run, choice, nobody);
    this.traced = undefined;
    this.lastPreview = { run, after, planned, choice };
  }

  get previewed(): Previewed {
    if (this.lastPreview) return this.lastPreview;
    throw new SessionFailure({ code: "NOT_READY", message: "Preview the invoices before they are written." });
  }

  /** What the last preview showed, to be written. */
  plan(details: RunDetails): PlannedRun {
    const { run, choice } = this.previewed;
    return this.planWrites(run, choice, details);
  }

  private planWrites(run: BillingRun, choice: RunChoice, { at, user }: RunDetails): PlannedRun {
    try {
      const planned = planWrites(run, this.snapshot, {
        ...this.surroundings,
        when: momentOf(at),
        who: user,
        parameters: parametersText(run, choice.giveNumbers),
        sheetLimit: choice.sheetLimit,
      });
      const hasChanges = planned.hasChanges || this.usage.appended.length > 0;
      return { ...planned, hasChanges, plan: withUsageRows(planned.plan, this.usage) };
    } catch (error) {
      if (!(error instanceof UntiedPlan)) throw error;
      throw new SessionFailure({ code: "UNKNOWN", message: `The ${error.message}.` });
    }
  }

  /** The workbook compared as it is: nothing is billed first. */
  reconcileAsItIs(): Reconciled {
    const result = reconcileBook(this.snapshot, { period: undefined, asOf: undefined });
    if (!result.ok)
      throw new SessionFailure({
        code: "NO_PERIOD",
        message: `This workbook cannot be compared: ${result.reason}.`,
      });
    const { run, register } = result;
    return { run, reconciliation: run.reconciliation, register, settings: run.book.settings };
  }

  reconcile(choice: RunChoice): Reconciled {
    const run = this.bill(choice);
    const { register, period, settings } = run.book;
    const after = registerAfter(register, run.invoices, period, settings.at);
    return { run, reconciliation: run.reconciliation, register: after, settings };
  }

  /** Who owes what at a day, by default the last in the book; undefined where nothing has one. */
  ledger(day: string): LedgerBook | undefined {
    if (this.ledgerOfDay?.day !== day) {
      const opened = openLedger(this.snapshot, day === "" ? undefined : chosenDay(day));
      this.ledgerOfDay = { day, opened };
    }
    return this.ledgerOfDay.opened;
  }

  /** The workbook opened for review, once: documents are computed again when an act or a question needs it. */
  get review(): ReviewedBook {
    if (this.reviewed === undefined) {
      const opened = openReview(this.snapshot, this.sha256);
      const { invoices } = opened.register;
      this.reviewed = { opened, factsOf: reviewFacts(opened, invoices, this.engineVersion) };
    }
    return this.reviewed;
  }

  /** What-if questions about the final documents of a period, of all where none is given; usage is metered once. */
  whatIf(period: Period | undefined): WhatIfSession {
    refuseAbsent(absentIn(this.snapshot, period));
    const key = period ? formatPeriod(period) : "";
    if (this.asking?.key !== key)
      this.asking = { key, session: openWhatIf(this.snapshot, period ? [period] : []) };
    return this.asking.session;
  }

  /** Documents of the workbook; those of a preview take the place of the drafts that they will replace. */
  get documents(): readonly RegisteredInvoice[] {
    return (this.lastPreview?.after ?? this.survey.inputs.register).invoices;
  }

  get documentContext(): DocumentContext {
    const { catalog, settings } = this.survey.inputs;
    const unwritten = new Set((this.lastPreview?.run.invoices ?? []).map(({ number }) => number));
    return { catalog, settings, unwritten };
  }

  document(number: string): RegisteredInvoice {
    const found = this.documents.find(({ invoiceNumber }) => invoiceNumber === number);
    if (!found)
      throw new SessionFailure({
        code: "MISSING",
        message: `There is no invoice ${number} in this workbook.`,
      });
    return found;
  }

  /** What a document was made from; the last one is kept, since its lines are asked for one by one. */
  trace(number: string): TracedInvoice {
    if (this.traced?.number === number) return this.traced.traced;
    const run = this.lastPreview?.run;
    const previewed = run?.invoices.find((invoice) => invoice.number === number);
    if (!previewed) refuseAbsent(absentForInvoice(this.snapshot, number)[0]);
    const traced =
      run && previewed
        ? { invoice: previewed, stored: undefined, usage: run.book.metered?.usage, book: run.book }
        : traceInvoice(this.snapshot, number, { period: undefined, asOf: undefined, giveNumbers: false });
    if (!traced)
      throw new SessionFailure({
        code: "MISSING",
        message: `Invoice ${number} does not come from the contracts, prices and usage of this workbook, or they no longer give it.`,
      });
    this.traced = { number, traced };
    return traced;
  }

  /** How the amount of a line came about. */
  explainLine(number: string, line: number) {
    const lines = explainLines(this.trace(number));
    const found = lines.find((candidate) => candidate.line === line);
    if (!found)
      throw new SessionFailure({
        code: "MISSING",
        message: `The inputs of this workbook give invoice ${number} with ${String(lines.length)} ${lines.length === 1 ? "line" : "lines"}, and no line ${String(line)}.`,
      });
    return found;
  }
}
