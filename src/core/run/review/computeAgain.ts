import { groupBy } from "../../base/groupBy";
import { parseIsoDay, type Day } from "../../calendar/day";
import { parsePeriod, type Period } from "../../calendar/period";
import { billsService } from "../../documents/lineKinds";
import { registerContents, type DocumentRegister, type RegisteredInvoice } from "../../documents/register";
import { runNumberOf } from "../../documents/runOrder";
import type { CellRef } from "../../grid/grid";
import { withoutCells, withoutRows } from "../../grid/withoutRows";
import { cellOf } from "../../schema/readRecords";
import type { Invoice, InvoiceLine } from "../../invoicing/invoice";
import { collectIssues } from "../../issues/collectIssues";
import type { Report } from "../../issues/issue";
import type { ChainRow } from "../../review/log/chainRows";
import type { RunOptions } from "../options";
import { prepareBook, preparedFrom, type Preparation } from "../prepareBook";
import { rateAndDraft } from "../rateAndDraft";
import type { OpenedReview } from "./openReview";
import { rulesAround } from "./rulesAround";

/** Rows that are taken for empty, by sheet. */
export type LeftOutRows = ReadonlyMap<string, ReadonlySet<number>>;

/** The run that made a document, as Run log or, where it says nothing, the document tells it. */
export interface MakingRun {
  readonly runId: string;
  readonly period: Period;
  readonly asOf: Day;
  /** The Ratebook that ran; "" where nothing says so. */
  readonly engineVersion: string;
  /** It credited a document and billed it again: its credit note was there first. */
  readonly isRebill: boolean;
}

const orderOf = (runId: string | undefined): number => runNumberOf(runId) ?? Infinity;

/** The run that billed a document; undefined for one that was not billed, such as a credit by command. */
function makingRunOf(
  { runId = "", periodStart: from, periodEnd: to, invoiceDate, corrects = "" }: RegisteredInvoice,
  runs: ReadonlyMap<string, ChainRow>,
): MakingRun | undefined {
  const texts = runs.get(runId)?.texts;
  const action = texts?.get("action") ?? "bill";
  const isRebill = action === "credit" && corrects === "";
  if (action !== "bill" && !isRebill) return undefined;
  const ofLog = parsePeriod(texts?.get("period") ?? "");
  const ofDocument = from === undefined || to === undefined ? undefined : { from, to };
  const period = ofLog ?? ofDocument;
  const asOfText = /^as of (\d{4}-\d{2}-\d{2})/.exec(texts?.get("parameters") ?? "")?.[1];
  const asOf = asOfText === undefined ? invoiceDate : parseIsoDay(asOfText);
  if (!period || asOf === undefined) return undefined;
  return { runId, period, asOf, engineVersion: texts?.get("engineVersion") ?? "", isRebill };
}

/** The register as the run found it: its own documents and those of later runs are not there yet. */
function registerBeforeRun(
  register: DocumentRegister,
  { runId, isRebill }: MakingRun,
  made: ReadonlySet<string>,
): DocumentRegister {
  const number = orderOf(runId);
  const wasThere = (invoice: RegisteredInvoice) =>
    invoice.runId === undefined || orderOf(invoice.runId) < number || (isRebill && invoice.runId === runId);
  const kept = register.invoices.filter((invoice) => !made.has(invoice.invoiceNumber) && wasThere(invoice));
  const numbers = new Set(kept.map(({ invoiceNumber }) => invoiceNumber));
  const lines = register.lines.filter(({ invoiceNumber }) => numbers.has(invoiceNumber));
  return { ...register, ...registerContents(kept, lines) };
}

/**
 * Cells that say which contracts are suspended today, of those of whose prices final documents bill: that says nothing of
 * then. Adjustments are billed of a suspended contract as well.
 */
function statusCells({ tables }: OpenedReview, made: readonly RegisteredInvoice[]): CellRef[] {
  const billed = new Set(
    made
      .filter(({ isFinal }) => isFinal)
      .flatMap(({ lines }) => lines.filter(billsService).map(({ contractId }) => contractId)),
  );
  const { bound, good } = tables.contracts;
  if (!bound?.columnOf.has("status")) return [];
  return good
    .filter(({ contractId, status }) => status === "suspended" && billed.has(contractId))
    .map(({ row }) => cellOf(bound, row, "status"));
}

/** The book of a run as it was; inputs are read anew only where something of them is left out. */
function preparedAgain(
  opened: OpenedReview,
  { made, leftOut }: { readonly made: readonly RegisteredInvoice[]; readonly leftOut: LeftOutRows },
  options: RunOptions,
  report: Report,
): Preparation {
  const { snapshot, book, inputIssues } = opened;
  const blank = statusCells(opened, made);
  if (!inputIssues || leftOut.size + blank.length > 0)
    return prepareBook(withoutCells(withoutRows(snapshot, leftOut), blank), options, report);
  inputIssues.forEach(report);
  return preparedFrom(book, snapshot, options, report);
}

/** What a run makes of the inputs, without the documents that it made. */
export interface ComputedRun {
  readonly drafts: readonly Invoice[];
  /** What rules over documents make of the lines of one as they are written. */
  readonly rulesAround: (document: RegisteredInvoice) => readonly InvoiceLine[];
}

export const nothingComputed: ComputedRun = { drafts: [], rulesAround: () => [] };

/** The documents that a run makes of the inputs, without those that it made. */
export function computeRun(
  opened: OpenedReview,
  run: MakingRun,
  made: readonly RegisteredInvoice[],
  leftOut: LeftOutRows = new Map(),
): ComputedRun {
  const collector = collectIssues();
  const { report } = collector;
  const options = {
    period: run.period,
    asOf: run.asOf,
    giveNumbers: false,
    review: { by: "", sha256: opened.sha256 },
  };
  const { book } = preparedAgain(opened, { made, leftOut }, options, report);
  if (!book) return nothingComputed;
  const numbers = new Set(made.map(({ invoiceNumber }) => invoiceNumber));
  const register = registerBeforeRun(book.register, run, numbers);
  return {
    drafts: rateAndDraft({ ...book, register }, collector).drafts,
    rulesAround: (document) => rulesAround(document, book, register),
  };
}

/** Documents by the run that made them; those that no run made are by themselves. */
export function byMakingRun(
  documents: readonly RegisteredInvoice[],
  { logs }: OpenedReview,
): readonly { readonly run: MakingRun | undefined; readonly documents: readonly RegisteredInvoice[] }[] {
  const runs = new Map(logs.runLog.map((row) => [row.runId, row]));
  const made = documents.map((document) => ({ document, run: makingRunOf(document, runs) }));
  const groups = groupBy(made, ({ run }) => run && JSON.stringify(run));
  return [...groups.values()].map((group) => ({
    run: group[0].run,
    documents: group.map(({ document }) => document),
  }));
}

type Billed = Pick<Invoice, "corrects" | "contractId" | "currency"> & {
  readonly customerId: string | undefined;
};

/** What documents are told apart by where they have no key in common. */
const billedKey = ({ corrects, contractId, customerId = "", currency }: Billed): string =>
  JSON.stringify([corrects, contractId, customerId, currency]);

/** Finds documents among those computed: by their keys, else by what they bill. */
export function findComputed(
  computed: readonly Invoice[],
): (document: RegisteredInvoice) => Invoice | undefined {
  const byKey = new Map(computed.map((invoice) => [invoice.key, invoice]));
  const byBilledKey = groupBy(computed, ({ corrects, contractId, currency, customer }) =>
    billedKey({ corrects, contractId, currency, customerId: customer.customerId }),
  );
  return (document) => {
    const { invoiceNumber, type = "invoice", corrects = "", contractId = "" } = document;
    const { customerId, currency = "" } = document;
    const sameKey = byKey.get(invoiceNumber);
    if (sameKey) return sameKey;
    const alike = byBilledKey.get(billedKey({ corrects, contractId, customerId, currency })) ?? [];
    return (
      alike.find((invoice) => invoice.type === type && document.total?.equals(invoice.total) === true) ??
      alike.find((invoice) => invoice.type === type) ??
      alike[0] ??
      // Its customer, contract or currency may be what was changed.
      computed.find(
        ({ lines, corrects: other }) =>
          other === corrects &&
          lines.some((line) => document.lines.some((billed) => billed.contractId === line.contractId)),
      )
    );
  };
}
