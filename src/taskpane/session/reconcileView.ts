import {
  bindReconciliation,
  checkTitles,
  findingCodes,
  findingKey,
  formatPeriod,
  groupBy,
  leakageOf,
  readNotes,
  sum,
  type CellRef,
  type Finding,
  type DocumentRegister,
  type Reconciliation,
  type Settings,
  type Snapshot,
} from "../../core/api";
import type { FindingView, ReconcileView } from "./views";

/** A report with the documents that it was made from. */
export interface Reconciled {
  readonly reconciliation: Reconciliation;
  readonly register: DocumentRegister;
  readonly settings: Pick<Settings, "currency">;
}

function totalsOf({ reconciliation, register, settings }: Reconciled): ReconcileView["totals"] {
  return leakageOf(reconciliation, register, settings.currency).map(
    ({ currency, underBilled, overBilled, net, rate }) => ({
      currency,
      underBilled: underBilled.toNumber(),
      overBilled: overBilled.toNumber(),
      net: net.toNumber(),
      rate: rate?.toNumber(),
    }),
  );
}

function causesOf(findings: readonly Finding[]): ReconcileView["causes"] {
  const groups = groupBy(findings, ({ code, currency }) => `${code}|${currency}`);
  return [...groups.values()]
    .map((group) => ({
      code: group[0]!.code,
      count: group.length,
      sum: {
        amount: sum(group.map(({ difference }) => difference)).toNumber(),
        currency: group[0]!.currency,
      },
    }))
    .sort((a, b) => Math.abs(b.sum.amount) - Math.abs(a.sum.amount) || b.count - a.count);
}

/** What people wrote beside findings, and where they can write, on the sheet of the last report. */
function notesOf(snapshot: Snapshot) {
  const bound = bindReconciliation(snapshot);
  const notes = readNotes(bound);
  const cellOf = (row: number | undefined, field: "status" | "comment"): CellRef | undefined => {
    const column = bound?.columnOf.get(field);
    return row === undefined || column === undefined ? undefined : { sheet: bound!.grid.sheet, row, column };
  };
  return (key: string) => {
    const own = notes.get(key);
    return {
      status: own?.status ?? "Open",
      comment: own?.comment ?? "",
      statusCell: cellOf(own?.oldRow, "status"),
      commentCell: cellOf(own?.oldRow, "comment"),
    };
  };
}

export function reconcileView(reconciled: Reconciled, snapshot: Snapshot): ReconcileView {
  const { findings } = reconciled.reconciliation;
  const notes = notesOf(snapshot);
  const findingView = (finding: Finding): FindingView => {
    const key = findingKey(finding);
    const { code, severity, customerId, contractId, invoiceNumber, meter, cause, source } = finding;
    return {
      key,
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
      ...notes(key),
    };
  };
  return {
    totals: totalsOf(reconciled),
    causes: causesOf(findings),
    findings: findings.map(findingView),
  };
}
