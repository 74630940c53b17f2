import {
  cellAddress,
  checkTitles,
  currencyTotals,
  formatDay,
  formatPeriod,
  formatMoney,
  shortened,
  sortIssues,
  type BillingRun,
  type Issue,
  type PlannedRun,
  type Severity,
} from "../core/api";
import { counted } from "./counted";
import { underAndOver } from "./findingsText";
import { notReadLines } from "./notRead";
import { alignedLines } from "./textTable";

function table(rows: readonly (readonly string[])[], rightFrom: number): string[] {
  return alignedLines(rows, (column) => column >= rightFrom).map((line) => `  ${line}`);
}

/** A summary is read at a glance; the sheets have the rest. */
const MOST_HELD = 8;
const MOST_METERS = 20;
/** As much of a meter as a terminal bears beside its figures. */
const LONGEST_METER = 60;

function moreLine(number: number, where = ""): string[] {
  return number > 0 ? [`  and ${number.toLocaleString("en-US")} more ${where}`.trimEnd()] : [];
}

function totalsLines(run: BillingRun): string[] {
  const totals = currencyTotals(run.invoices);
  if (totals.length === 0) return [];
  const rows = totals.map(({ currency, subtotal, tax, total }) => [
    currency,
    formatMoney(subtotal, currency),
    formatMoney(tax, currency),
    formatMoney(total, currency),
  ]);
  return ["", ...table([["Totals", "net", "tax", "total"], ...rows], 1)];
}

function heldLines({ held }: BillingRun): string[] {
  if (held.length === 0) return [];
  const shown = held
    .slice(0, MOST_HELD)
    .map(({ contractId, codes }) => [contractId, codes.join(", ") || "a table cannot be read"]);
  return [
    "",
    `Held: ${counted(held.length, "invoice waits", "invoices wait")} until these are mended`,
    ...table(shown, 2),
    ...moreLine(held.length - shown.length),
  ];
}

function waitingLines({ waiting }: BillingRun): string[] {
  if (waiting === 0) return [];
  return [
    "",
    `Waiting: ${counted(waiting, "document has", "documents have")} to be approved before a number is given`,
  ];
}

function usageLines({ controlTotals }: BillingRun): string[] {
  if (controlTotals.length === 0) return [];
  const shown = controlTotals.slice(0, MOST_METERS);
  const rows = shown.map(({ meter, read, rated, rejected, duplicate, outside, filtered }) => [
    meter === "" ? "–" : shortened(meter, LONGEST_METER),
    ...[read, rated, rejected, duplicate, outside, filtered].map(({ rows: number }) =>
      number.toLocaleString("en-US"),
    ),
  ]);
  return [
    "",
    ...table([["Usage rows", "read", "rated", "rejected", "duplicate", "outside", "filtered"], ...rows], 1),
    ...moreLine(controlTotals.length - shown.length, "on the Control totals sheet"),
  ];
}

/** Codes with their number and the first cell: where to look. */
function issueLines(issues: readonly Issue[], severity: Severity): string[] {
  const byCode = new Map<string, Issue[]>();
  for (const issue of sortIssues(issues)) {
    if (issue.severity !== severity) continue;
    const group = byCode.get(issue.code);
    if (group) group.push(issue);
    else byCode.set(issue.code, [issue]);
  }
  return [...byCode].map(([code, group]) => {
    const first = group[0]!;
    const cells = group.reduce((all, issue) => all + (issue.cells ?? 1), 0);
    return `  ${severity.padEnd(7)} ${code}  ${String(cells)} ×, first at ${first.at.sheet}!${cellAddress(first.at)}: ${first.message}`;
  });
}

/** "UNBILLED_USAGE 3, MISSING_PERIOD 1" of the findings of some severities. */
function findingCounts({ reconciliation }: BillingRun, isShown: (severity: Severity) => boolean): string {
  const counts = new Map<string, number>();
  for (const { code, severity } of reconciliation.findings) {
    if (isShown(severity)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, number]) => `${code} ${String(number)}`).join(", ");
}

/** What was compared: nothing can disagree with documents that were not made. */
function agreement({ invoices, held, book }: BillingRun): string {
  const { from, to } = book.period;
  const issued = book.register.invoices.filter(
    ({ periodStart, periodEnd, isVoid }) => !isVoid && periodStart === from && periodEnd === to,
  );
  if (invoices.length === 0 && issued.length === 0)
    return "nothing to compare, since there is no document of the period";
  const left =
    held.length === 0 ? "" : `, as far as they are billed (${counted(held.length, "invoice")} held)`;
  return `usage, contracts and invoices agree${left}`;
}

function findingLines(run: BillingRun): string[] {
  const wrong = findingCounts(run, (severity) => severity === "error");
  const noted = findingCounts(run, (severity) => severity !== "error");
  const totals = run.reconciliation.totals
    .filter(({ underBilled, overBilled }) => !underBilled.isZero() || !overBilled.isZero())
    .map((total) => `  ${checkTitles[total.check]}: ${underAndOver(total)}`);
  return [
    "",
    `Reconciliation: ${wrong || agreement(run)}`,
    ...totals,
    ...(noted ? [`  for information: ${noted}`] : []),
  ];
}

function firstLook(run: BillingRun): string {
  if (run.held.length > 0) return "Look first at the Issues sheet: its errors hold invoices.";
  if (run.issues.some(({ severity }) => severity === "error")) return "Look first at the Issues sheet.";
  if (run.reconciliation.findings.some(({ severity }) => severity === "error"))
    return "Look first at the Reconciliation sheet.";
  return "Look first at the Invoices sheet.";
}

/** The short summary of `bill` for a person: what was made, what waits, what to look at first, and where. */
export function summary(run: BillingRun, planned: PlannedRun, output: string): string {
  const lines = run.invoices.reduce((all, invoice) => all + invoice.lines.length, 0);
  const credits = run.invoices.filter(({ type }) => type === "credit_note").length;
  const issues = (["error", "warning", "info"] as const).flatMap((severity) =>
    issueLines(run.issues, severity),
  );
  const unlisted = run.invoices.length - planned.formatted;
  return [
    `Period ${formatPeriod(run.book.period)}, as of ${formatDay(run.book.asOf)}`,
    `${counted(run.invoices.length, "document")} with ${counted(lines, "line")}${credits > 0 ? `, ${counted(credits, "credit note")} among them` : ""}`,
    ...totalsLines(run),
    ...heldLines(run),
    ...waitingLines(run),
    ...usageLines(run),
    ...(issues.length > 0 ? ["", "Issues", ...issues] : []),
    ...findingLines(run),
    "",
    ...(planned.hasChanges && unlisted > 0
      ? [
          `Formatted sheets for the first ${String(planned.formatted)} documents; --sheets all writes all ${String(run.invoices.length)}.`,
        ]
      : []),
    planned.hasChanges ? firstLook(run) : "Nothing has changed since the last run: no number was spent.",
    `Written to ${output}`,
    ...planned.beside.map(
      ({ name, instead }) => `The sheet “${name}” is yours and stays as it is: ours is “${instead}”`,
    ),
    ...notReadLines(run.book.notRead),
    "",
  ].join("\n");
}
