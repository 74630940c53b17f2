import {
  bindReconciliation,
  checkTitles,
  currencyCode,
  findingCodes,
  findingKey,
  formatPeriod,
  groupBy,
  leakageOf,
  readNotes,
  sum,
  type CellRef,
  type Finding,
  type RegisteredInvoice,
  type Snapshot,
} from "../../../core/api";
import { heldView } from "../../session/heldView";
import type { Reconciled, SessionWorkbook } from "../../session/sessionWorkbook";
import type { HeldView, IssueSeverity, Money, RunChoice } from "../../session/views";

export interface FindingView {
  readonly key: string;
  readonly check: string;
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly customerId: string;
  readonly contractId: string;
  readonly invoiceNumber: string;
  readonly period: string;
  readonly meter: string;
  readonly expected: number;
  readonly found: number;
  readonly difference: Money;
  readonly cause: string;
  readonly source: CellRef | undefined;
  readonly status: string;
  readonly comment: string;
  /** Cells of status and comment in the Reconciliation sheet, where it has been written. */
  readonly statusCell: CellRef | undefined;
  readonly commentCell: CellRef | undefined;
}

export interface ReconcileView {
  /** Per currency: money not billed, billed too much, the net of both, and the share of what was expected. */
  readonly totals: readonly {
    readonly currency: string;
    readonly underBilled: number;
    readonly overBilled: number;
    readonly net: number;
    readonly rate: number | undefined;
    /** Documents that were compared; where there is none, nothing in this currency can disagree. */
    readonly documents: number;
  }[];
  /** Invoices that wait, and so are not among what was compared. */
  readonly held: readonly HeldView[];
  /** Sums by code, largest first, for the chart. */
  readonly causes: readonly { readonly code: string; readonly count: number; readonly sum: Money }[];
  readonly findings: readonly FindingView[];
}

function totalsOf({ reconciliation, register, settings }: Reconciled): ReconcileView["totals"] {
  const currencyOf = ({ currency }: RegisteredInvoice) => currencyCode(currency ?? "") ?? settings.currency;
  const documents = groupBy(register.invoices, currencyOf);
  return leakageOf(reconciliation, register, settings).map(
    ({ currency, underBilled, overBilled, net, rate }) => ({
      currency,
      underBilled: underBilled.toNumber(),
      overBilled: overBilled.toNumber(),
      net: net.toNumber(),
      rate: rate?.toNumber(),
      documents: documents.get(currency)?.length ?? 0,
    }),
  );
}

function causesOf(findings: readonly Finding[]): ReconcileView["causes"] {
  const groups = groupBy(findings, ({ code, currency }) => `${code}|${currency}`);
  return [...groups.values()]
    .map((group) => ({
      code: group[0].code,
      count: group.length,
      sum: {
        amount: sum(group.map(({ difference }) => difference)).toNumber(),
        currency: group[0].currency,
      },
    }))
    .sort((a, b) => Math.abs(b.sum.amount) - Math.abs(a.sum.amount) || b.count - a.count);
}

/** What people wrote beside findings, and where they can write, on the sheet of the last report. */
function notesOf(snapshot: Snapshot, findings: readonly Finding[]) {
  const bound = bindReconciliation(snapshot);
  const notes = readNotes(bound, findings);
  const cellOf = (row: number | undefined, field: "status" | "comment"): CellRef | undefined => {
    const column = bound?.columnOf.get(field);
    return row === undefined || column === undefined ? undefined : { sheet: bound!.grid.sheet, row, column };
  };
  return (finding: Finding) => {
    const note = notes.get(finding);
    return {
      status: note?.status ?? "Open",
      comment: note?.comment ?? "",
      statusCell: cellOf(note?.oldRow, "status"),
      commentCell: cellOf(note?.oldRow, "comment"),
    };
  };
}

function viewOf(reconciled: Reconciled, snapshot: Snapshot): ReconcileView {
  const { findings } = reconciled.reconciliation;
  const notes = notesOf(snapshot, findings);
  const findingView = (finding: Finding): FindingView => {
    const { code, severity, customerId, contractId, invoiceNumber, meter, cause, source } = finding;
    return {
      key: `${findingKey(finding)}|${finding.cause}`,
      check: checkTitles[findingCodes[code].check],
      code,
      severity,
      customerId,
      contractId,
      invoiceNumber,
      period: finding.period ? formatPeriod(finding.period) : "",
      meter,
      expected: finding.expected.toNumber(),
      found: finding.found.toNumber(),
      difference: { amount: finding.difference.toNumber(), currency: finding.currency },
      cause,
      source,
      ...notes(finding),
    };
  };
  return {
    totals: totalsOf(reconciled),
    held: heldView(reconciled.run),
    causes: causesOf(findings),
    findings: findings.map(findingView),
  };
}

/** As if the drafts of this run were written; a period that is issued already is compared with what was issued. */
export function view(workbook: SessionWorkbook, choice: RunChoice): ReconcileView {
  return viewOf(workbook.reconcile(choice), workbook.snapshot);
}

/** All periods of the workbook as they are, nothing billed first. */
export function asItIs(workbook: SessionWorkbook): ReconcileView {
  return viewOf(workbook.reconcileAsItIs(), workbook.snapshot);
}
