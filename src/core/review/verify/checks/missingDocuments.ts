import { groupBy } from "../../../base/groupBy";
import { invoicesTable } from "../../../documents/invoices.table";
import { statusLabel } from "../../acts/judge";
import { reviewFinding, type ReviewFinding } from "../../finding";
import { approvalsTable } from "../../tables/approvals.table";
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

function missing(invoice: string, table: string, message: string, at?: ReviewFinding["cell"]): ReviewFinding {
  const finding = reviewFinding("DOCUMENT_MISSING", {
    invoice,
    table,
    key: invoice,
    expected: invoice,
    message,
  });
  return at === undefined ? finding : { ...finding, cell: at };
}

/** Runs that gave numbers to more documents than there are. */
function fewerThanLogged(context: NumberContext, known: number): ReviewFinding[] {
  const { logs, register, policyIsSet } = context;
  // With a Policy some documents of such a run stay drafts, and Approvals names the others.
  if (policyIsSet) return [];
  const byRun = groupBy(register.invoices, ({ runId }) => runId);
  const short = logs.runLog.flatMap((row) => {
    const { texts, runId } = row;
    if (texts.get("action") !== "bill" || !(texts.get("parameters") ?? "").includes("numbers given"))
      return [];
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

/** Numbers of acts that are in no row of Invoices. */
function goneNumbers(context: NumberContext): string[] {
  const { register } = context;
  const there = new Set(
    register.invoices
      .filter((invoice) => isWritten(invoice, register))
      .map(({ invoiceNumber }) => invoiceNumber),
  );
  return numbersOfActs(context).filter((number) => !there.has(number));
}

const ofApprovals = (numbers: readonly string[]): ReviewFinding[] =>
  numbers.map((number) =>
    missing(number, invoicesTable.title, `${number} of ${approvalsTable.title} is no row of Invoices`),
  );

/** Documents that acts and runs gave numbers and that are gone. */
export function missingNumbers(context: NumberContext): ReviewFinding[] {
  const ofActs = goneNumbers(context);
  return [...ofApprovals(ofActs), ...fewerThanLogged(context, ofActs.length)];
}

/** Documents that were numbered or sealed and are no row of Invoices any more. */
export const missingDocuments: BookCheck = (context) => {
  const { register, logs } = context;
  const ofActs = goneNumbers(context);
  const ofLines = register.invoices
    .filter(
      (invoice) =>
        !isWritten(invoice, register) && register.invoicesBound !== undefined && logs.runLog.length > 0,
    )
    .map(({ invoiceNumber }) => invoiceNumber)
    .filter((number) => !ofActs.includes(number));
  const named = [
    ...ofApprovals(ofActs),
    ...ofLines.map((number) =>
      missing(number, invoicesTable.title, `lines of ${number} are there, and no row of Invoices`),
    ),
  ];
  return [...named, ...fewerThanLogged(context, named.length)];
};
