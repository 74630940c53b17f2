import type { EngineRun, RunIssue } from "./engineRun";

type Text = string | readonly string[] | null;

/** One issue as a case expects it: texts, lists of texts or /patterns/. */
export interface ExpectedIssue {
  readonly severity: string;
  readonly code: string;
  readonly sheet?: string;
  readonly cell?: Text;
  readonly messageMatches?: readonly string[];
  readonly anyNumber?: boolean;
}

/** The right answer of a case; README.md beside the cases says what each part means. */
export interface ExpectedRun {
  readonly exit: number | readonly number[];
  readonly bill: Readonly<Record<string, Text>>;
  readonly tax?: Readonly<Record<string, string>>;
  readonly currency?: Readonly<Record<string, string>>;
  readonly held?: readonly string[];
  readonly mayHoldToo?: readonly string[];
  readonly issues?: readonly ExpectedIssue[];
  readonly mayAlsoReport?: readonly string[];
  readonly never?: readonly string[];
  readonly noOtherErrorOrWarning?: boolean;
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

function fits(wanted: string, found: string): boolean {
  const pattern = /^\/(.*)\/([a-z]*)$/s.exec(wanted);
  return pattern ? new RegExp(pattern[1]!, pattern[2]).test(found) : wanted === found;
}

function isExpected(
  issue: RunIssue,
  { severity, code, sheet, cell, messageMatches = [] }: ExpectedIssue,
): boolean {
  return (
    issue.severity === severity &&
    (code === "(any)" || issue.code === code) &&
    (sheet === undefined || issue.sheet === sheet) &&
    (cell === undefined || cell === null || list(cell).some((each) => fits(each, issue.cell))) &&
    messageMatches.every((pattern) => fits(pattern, issue.message))
  );
}

/** Where a run differs from what a case expects, in words; empty when it does not. */
export function differences(run: EngineRun, expected: ExpectedRun): string[] {
  const found: string[] = [];
  const say = (isRight: boolean, text: string) => {
    if (!isRight) found.push(text);
  };
  say(list(expected.exit).includes(run.exit), `exit ${String(run.exit)}`);
  for (const [contractId, amounts] of Object.entries(expected.bill)) {
    const invoice = run.invoices.find((each) => each.contractId === contractId);
    const subtotal = invoice?.subtotal ?? null;
    say(list(amounts as string | null).includes(subtotal), `${contractId} is billed ${String(subtotal)}`);
  }
  for (const { contractId } of run.invoices) say(contractId in expected.bill, `an invoice of ${contractId}`);
  for (const field of ["tax", "currency"] as const) {
    for (const [contractId, wanted] of Object.entries(expected[field] ?? {})) {
      const value = run.invoices.find((each) => each.contractId === contractId)?.[field];
      say(value === wanted, `${field} of ${contractId} is ${String(value)}`);
    }
  }
  const { held, mayHoldToo = [], issues = [], mayAlsoReport = [], never = [] } = expected;
  if (held) {
    for (const id of held) say(run.held.includes(id), `${id} is not held`);
    for (const id of run.held) say(held.includes(id) || mayHoldToo.includes(id), `${id} is held`);
  }
  const rest = [...run.issues];
  for (const wanted of issues) {
    const index = rest.findIndex((issue) => isExpected(issue, wanted));
    say(index >= 0, `no ${wanted.severity} ${wanted.code}`);
    if (index >= 0) rest.splice(index, 1);
  }
  for (const code of never)
    say(
      run.issues.every((issue) => issue.code !== code),
      `${code} is reported`,
    );
  const allowed = new Set([
    ...mayAlsoReport,
    ...issues.flatMap(({ code, anyNumber }) => (anyNumber ? [code] : [])),
  ]);
  const others = expected.noOtherErrorOrWarning
    ? rest.filter(({ code, severity }) => severity !== "info" && !allowed.has(code))
    : [];
  for (const { code, sheet, cell, message } of others) found.push(`${code} at ${sheet}!${cell}: ${message}`);
  return found;
}
