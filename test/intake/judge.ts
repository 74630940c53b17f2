import { cellAddress, type BillingRun, type Issue, type NotRead } from "../../src/core/api";

/** An issue that must be there; a pattern is written /…/flags, of a list any one will do. */
interface ExpectedIssue {
  readonly severity: string;
  readonly code: string;
  readonly sheet?: string;
  readonly cell?: string | readonly string[];
  readonly messageMatches?: readonly string[];
  readonly anyNumber?: boolean;
}

/** What a case's `expected` says; `also` is in words and looked after by tests of its own. */
export interface Expected {
  readonly exit: number | readonly number[];
  readonly bill?: Readonly<Record<string, string | null | readonly (string | null)[]>>;
  readonly tax?: Readonly<Record<string, string>>;
  readonly currency?: Readonly<Record<string, string>>;
  readonly held?: readonly string[];
  readonly mayHoldToo?: readonly string[];
  readonly issues: readonly ExpectedIssue[];
  readonly noOtherErrorOrWarning?: boolean;
  readonly mayAlsoReport?: readonly string[];
  readonly never?: readonly string[];
  readonly notRead?: readonly { readonly sheet: string; readonly cell?: string; readonly header?: string }[];
  readonly standardError?: readonly string[];
}

/** What came of a case: a run, or the sentence with which it stopped. */
export interface Outcome {
  readonly run: BillingRun | undefined;
  readonly issues: readonly Issue[];
  readonly notRead: readonly NotRead[];
  readonly stopped: string | undefined;
}

function matches(text: string, wanted: string): boolean {
  const pattern = /^\/(.*)\/([a-z]*)$/.exec(wanted);
  return pattern ? new RegExp(pattern[1]!, pattern[2]).test(text) : text === wanted;
}

const anyOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === "string" ? [value] : value;

function fits(issue: Issue, wanted: ExpectedIssue): boolean {
  const cell = cellAddress(issue.at);
  return (
    issue.severity === wanted.severity &&
    (wanted.code === "(any)" || issue.code === wanted.code) &&
    (wanted.sheet === undefined || issue.at.sheet === wanted.sheet) &&
    (wanted.cell === undefined || anyOf(wanted.cell).some((one) => matches(cell, one))) &&
    (wanted.messageMatches ?? []).every((one) => matches(issue.message, one))
  );
}

function exitOf({ run, stopped }: Outcome): number {
  if (stopped !== undefined || !run) return 2;
  const isWrong =
    run.held.length > 0 ||
    run.issues.some(({ severity }) => severity === "error") ||
    run.reconciliation.findings.some(({ severity }) => severity === "error");
  return isWrong ? 1 : 0;
}

const shown = ({ severity, code, at, message }: Issue) =>
  `${severity} ${code} ${at.sheet}!${cellAddress(at)} ${message}`;

function* judgeBill({ run }: Outcome, expected: Expected): Generator<string> {
  if (!run) return;
  for (const [contractId, wanted] of Object.entries(expected.bill ?? {})) {
    const invoices = run.invoices.filter((invoice) =>
      invoice.lines.some((line) => line.contractId === contractId),
    );
    const found =
      invoices.length === 0 ? null : invoices.map(({ subtotal }) => subtotal.toFixed(2)).join(" + ");
    const allowed = Array.isArray(wanted) ? (wanted as (string | null)[]) : [wanted as string | null];
    if (!allowed.includes(found))
      yield `${contractId} is billed ${String(found)}, not ${allowed.join(" or ")}`;
  }
  for (const [contractId, wanted] of Object.entries(expected.tax ?? {})) {
    const found = run.invoices.find((invoice) =>
      invoice.lines.some((line) => line.contractId === contractId),
    );
    if (found?.tax.toFixed(2) !== wanted)
      yield `tax of ${contractId} is ${String(found?.tax)}, not ${wanted}`;
  }
  const known = new Set(Object.keys(expected.bill ?? {}));
  for (const { lines, number } of run.invoices)
    if (expected.bill && !lines.some(({ contractId }) => known.has(contractId)))
      yield `another invoice ${number}`;
  const held = run.held.map(({ contractId }) => contractId);
  for (const contractId of expected.held ?? [])
    if (!held.includes(contractId)) yield `${contractId} is not held`;
  for (const contractId of expected.held ? held : []) {
    if (![...expected.held!, ...(expected.mayHoldToo ?? [])].includes(contractId))
      yield `${contractId} is held`;
  }
}

function* judgeIssues({ issues }: Outcome, expected: Expected): Generator<string> {
  const taken = new Set<Issue>();
  for (const wanted of expected.issues) {
    const found = issues.filter((issue) => !taken.has(issue) && fits(issue, wanted));
    if (found.length === 0) yield `missing: ${JSON.stringify(wanted)}`;
    for (const issue of wanted.anyNumber ? found : found.slice(0, 1)) taken.add(issue);
  }
  const codes = new Set(expected.issues.map(({ code }) => code));
  for (const issue of issues) {
    if (taken.has(issue)) continue;
    const isOther = expected.noOtherErrorOrWarning && issue.severity !== "info";
    const isTwice = codes.has(issue.code);
    if ((isOther || isTwice) && !(expected.mayAlsoReport ?? []).includes(issue.code))
      yield `also: ${shown(issue)}`;
    if ((expected.never ?? []).includes(issue.code)) yield `never: ${shown(issue)}`;
  }
}

/** What is wrong with an outcome; nothing for a right one. */
export function* judge(outcome: Outcome, expected: Expected): Generator<string> {
  const exits = typeof expected.exit === "number" ? [expected.exit] : expected.exit;
  const exit = exitOf(outcome);
  if (!exits.includes(exit))
    yield `exit ${String(exit)}, not ${exits.join(" or ")} (${outcome.stopped ?? ""})`;
  for (const wanted of expected.standardError ?? [])
    if (!matches(outcome.stopped ?? "", wanted)) yield `does not say ${wanted}: ${outcome.stopped ?? ""}`;
  yield* judgeBill(outcome, expected);
  yield* judgeIssues(outcome, expected);
  if (!expected.notRead) return;
  const found = outcome.notRead.map(({ at, header }) => ({ sheet: at.sheet, cell: cellAddress(at), header }));
  for (const { sheet, cell, header } of expected.notRead) {
    const isThere = found.some(
      (one) =>
        one.sheet === sheet &&
        (cell === undefined || one.cell === cell) &&
        (header === undefined || one.header === header),
    );
    if (!isThere) yield `not in notRead: ${sheet}!${cell ?? ""}`;
  }
  if (found.length !== expected.notRead.length) yield `notRead has ${String(found.length)} entries`;
}
