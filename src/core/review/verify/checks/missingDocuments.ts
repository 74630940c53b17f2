import { groupBy } from "../../../base/groupBy";
import type { CellRef } from "../../../grid/grid";
import { invoicesTable } from "../../../documents/invoices.table";
import { statusLabel } from "../../acts/judge";
import { reviewFinding, type ReviewFinding } from "../../finding";
import { gaveNumbers } from "../../log/givenNumbers";
import { approvalsTable } from "../../tables/approvals.table";
import { numberingRuns } from "../renumbered";
import { isWritten, type BookCheck, type VerifyContext } from "../check";

/** What tells which numbers were given. */
export type NumberContext = Pick<VerifyContext, "approvals" | "logs" | "register" | "policyIsSet">;

/** Numbers that acts left on documents, by the last thing that was done to each; a draft may go. */
function numbersOfActs({ approvals }: NumberContext): string[] {
  const passing = new Set([statusLabel("draft"), undefined, ""]);
  const renamed = new Set(approvals.flatMap(({ was }) => was ?? []));
  const last = new Map(approvals.map((row) => [row.invoiceNumber, row]));
  return [...last.values()]
    .filter(({ to, invoiceNumber }) => !passing.has(to) && !renamed.has(invoiceNumber))
    .map(({ invoiceNumber }) => invoiceNumber);
}

function missing(invoice: string, message: string, at?: CellRef): ReviewFinding {
  return reviewFinding("DOCUMENT_MISSING", {
    invoice,
    table: invoicesTable.title,
    key: invoice,
    expected: invoice,
    at,
    message,
  });
}

/** Runs that gave numbers to more documents than there are. */
function fewerThanLogged(context: NumberContext, known: number): ReviewFinding[] {
  const { logs, register, policyIsSet } = context;
  // With a Policy some documents of such a run stay drafts, and Approvals names the others.
  if (policyIsSet) return [];
  const byRun = groupBy(register.invoices, ({ runId }) => runId);
  const short = logs.runLog.flatMap((row) => {
    const { texts, runId } = row;
    if (texts.get("action") !== "bill" || !gaveNumbers(texts.get("parameters") ?? "")) return [];
    const [given, there] = [Number(texts.get("invoices") ?? "0"), byRun.get(runId)?.length ?? 0];
    return there < given ? [{ row, given, there }] : [];
  });
  return short
    .filter(({ given, there }) => given - there > known)
    .map(({ row, given, there }) =>
      reviewFinding("DOCUMENT_MISSING", {
        table: invoicesTable.title,
        key: row.runId,
        expected: `${String(given)} documents`,
        found: `${String(there)} documents`,
        at: row.at("invoices"),
        message: `${row.runId} numbered ${String(given)} documents, and ${String(there)} of them are there`,
      }),
    );
}

/** A number that is in no row of Invoices, and who gave it. */
interface GoneNumber {
  readonly number: string;
  readonly giver: string;
  /** The cell of the log that says so. */
  readonly at?: CellRef;
}

/** Numbers of acts and runs that are in no row of Invoices. */
function goneNumbers(context: NumberContext): GoneNumber[] {
  const { register } = context;
  const there = new Set(
    register.invoices
      .filter((invoice) => isWritten(invoice, register))
      .map(({ invoiceNumber }) => invoiceNumber),
  );
  return [
    ...numbersOfActs(context).map((number) => ({ number, giver: approvalsTable.title })),
    ...numberingRuns(context).flatMap(({ row, numbers }) =>
      numbers.map((number) => ({ number, giver: row.runId, at: row.at("parameters") })),
    ),
  ].filter(({ number }) => !there.has(number));
}

const ofLogs = (gone: readonly GoneNumber[]): ReviewFinding[] =>
  gone.map(({ number, giver, at }) => missing(number, `${number} of ${giver} is no row of Invoices`, at));

/** Documents that acts and runs gave numbers and that are gone. */
export function missingNumbers(context: NumberContext): ReviewFinding[] {
  const gone = goneNumbers(context);
  return [...ofLogs(gone), ...fewerThanLogged(context, gone.length)];
}

/** Documents that were numbered or sealed and are no row of Invoices any more. */
export const missingDocuments: BookCheck = (context) => {
  const { register, logs } = context;
  const gone = goneNumbers(context);
  const known = new Set(gone.map(({ number }) => number));
  const ofLines = register.invoices
    .filter(
      (invoice) =>
        !isWritten(invoice, register) && register.invoicesBound !== undefined && logs.runLog.length > 0,
    )
    .map(({ invoiceNumber }) => invoiceNumber)
    .filter((number) => !known.has(number));
  const named = [
    ...ofLogs(gone),
    ...ofLines.map((number) => missing(number, `lines of ${number} are there, and no row of Invoices`)),
  ];
  return [...named, ...fewerThanLogged(context, named.length)];
};
