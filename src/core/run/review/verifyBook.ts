import type { RegisteredInvoice } from "../../documents/register";
import type { CellRef, Snapshot } from "../../grid/grid";
import type { Sha256 } from "../../base/sha256";
import type { Decimal } from "../../money/decimal";
import { hasTable } from "../../schema/bind";
import { absentFiles } from "../../metering/usageFiles";
import { mappingFor } from "../../settings/mapping";
import { paymentsTable } from "../../payments/payments.table";
import { applicationsTable } from "../../receivables/tables/applications.table";
import type { OpenDocument } from "../../receivables/book";
import { postedOn } from "../../receivables/posting/register";
import { ledgerAt } from "../../receivables/ledger";
import { readReceivables } from "../../receivables/readReceivables";
import { statusLabel } from "../../review/acts/judge";
import { isFailure, type ReviewFinding } from "../../review/finding";
import { checkLogs, runsOf } from "../../review/log/logs";
import type { ComputedFacts } from "../../review/documentFacts";
import { isWritten, type VerifyContext } from "../../review/verify/check";
import { writtenFormulas } from "../../review/verify/checks/formulas";
import type { Formulas } from "../../review/verify/formulas";
import { absentFor, noteAbsent } from "../../review/verify/absentUsage";
import { bookChecks, documentChecks, usageChecks } from "../../review/verify/registry";
import { namingUnreadable } from "../../review/verify/unreadableCells";
import { renumbered } from "../../review/verify/renumbered";
import { sealFactsOf } from "../../review/verify/sealFacts";
import type { LeftOutRows } from "./computeAgain";
import { computedAgain } from "./factsOf";
import { once } from "../../base/once";
import { inputsHash } from "../../sheets/inputsHash";
import { inputGridsOf } from "../planWrites";
import { loggedFacts } from "./loggedFacts";
import { openReview, type OpenedReview } from "./openReview";
import { unheard } from "../../issues/issue";

export type VerifyResult = "PASS" | "FAIL" | "NOT_CHECKED";

/** What verify says of a document. */
export interface VerifiedInvoice {
  readonly invoice: string;
  readonly status: string;
  readonly result: VerifyResult;
  readonly sealed: boolean;
  readonly engineVersion: string;
  readonly differences: readonly ReviewFinding[];
  readonly notes: readonly ReviewFinding[];
}

/** What verify says of a workbook. */
export interface VerifiedBook {
  readonly result: "PASS" | "FAIL";
  readonly passed: number;
  readonly failed: number;
  readonly notChecked: number;
  readonly invoices: readonly VerifiedInvoice[];
  /** Of the workbook itself. */
  readonly findings: readonly ReviewFinding[];
  readonly log: { readonly result: "PASS" | "FAIL"; readonly rows: number; readonly head: string };
}

export interface VerifyOptions {
  readonly sha256: Sha256;
  readonly engineVersion: string;
  /** A head that somebody noted elsewhere. */
  readonly head: string | undefined;
  /** Only these documents; undefined: all. */
  readonly numbers: readonly string[] | undefined;
  readonly formulas: Formulas | undefined;
}

/** Rows that came to those that documents were sealed with. */
function rowsAfter(cells: readonly CellRef[]): LeftOutRows {
  const rows = new Map<string, Set<number>>();
  for (const { sheet, row } of cells) rows.set(sheet, (rows.get(sheet) ?? new Set()).add(row));
  return rows;
}

/** What seals and computations say of documents, each found out once. */
function documentFacts(
  opened: OpenedReview,
  documents: readonly RegisteredInvoice[],
  engineVersion: string,
): Pick<VerifyContext, "sealOf" | "computedOf"> {
  const seals = new Map(documents.map((document) => [document, once(() => sealFactsOf(opened, document))]));
  const sealOf = (document: RegisteredInvoice) =>
    (seals.get(document) ?? (() => sealFactsOf(opened, document)))();
  const leftOut = (made: readonly RegisteredInvoice[]) =>
    rowsAfter(made.flatMap((document) => sealOf(document).added));
  const isSealed = (document: RegisteredInvoice) => sealOf(document).isSealed;
  const computed = [true, false].map((sealed) =>
    computedAgain(
      opened,
      documents.filter((document) => isSealed(document) === sealed),
      engineVersion,
      leftOut,
    ),
  );
  // An earlier Ratebook did not seal all of its inputs: rows that seem to have come later may have decided the document.
  const isEarlier = (document: RegisteredInvoice) => sealOf(document).isEarlier;
  const withAll = computedAgain(opened, documents.filter(isEarlier), engineVersion);
  const ofEarlier = (document: RegisteredInvoice): ComputedFacts => {
    const all = withAll(document);
    const sealed = all.findings.length > 0 ? computed[0]!(document) : all;
    return sealed.findings.length > 0 ? all : sealed;
  };
  const computedOf = (document: RegisteredInvoice) =>
    isEarlier(document) ? ofEarlier(document) : computed[isSealed(document) ? 0 : 1]!(document);
  return { sealOf, computedOf };
}

function contextOf(
  opened: OpenedReview,
  documents: readonly RegisteredInvoice[],
  { engineVersion, formulas }: VerifyOptions,
): VerifyContext {
  const { snapshot, settings } = opened;
  const facts = { ...loggedFacts(opened), ...documentFacts(opened, documents, engineVersion) };
  const keepsPayments = [paymentsTable, applicationsTable].some((table) =>
    hasTable(table, snapshot, mappingFor(table, settings)),
  );
  const ledger = once(() => {
    if (!keepsPayments) return undefined;
    const book = readReceivables(snapshot, unheard);
    return ledgerAt(book, book.lastDay ?? 0);
  });
  return {
    ...opened,
    ...facts,
    absentFiles: absentFiles(snapshot),
    formulas,
    writtenFormulas: once(() => writtenFormulas(opened)),
    ledger,
    posted: once(() => {
      const known = ledger();
      return known ? postedOn(known) : new Map<OpenDocument, Decimal>();
    }),
    engineVersion,
    inputsHash: once(() => inputsHash(inputGridsOf(opened.book, snapshot), opened.sha256)),
    renumbered: once(() => renumbered(facts)),
  };
}

/** A document of ours: it names its run, or something was done to it. */
function isOurs(document: RegisteredInvoice, context: VerifyContext): boolean {
  return (
    isWritten(document, context.register) &&
    (document.runId !== undefined ||
      context.sealOf(document).isSealed ||
      context.historyOf(document).length > 0)
  );
}

function verified(
  document: RegisteredInvoice,
  context: VerifyContext,
  named: (finding: ReviewFinding) => ReviewFinding,
): VerifiedInvoice {
  const about = {
    invoice: document.invoiceNumber,
    status: statusLabel(document.status ?? "issued"),
    engineVersion: context.runOf(document.runId)?.texts.get("engineVersion") ?? "",
  };
  if (!isOurs(document, context))
    return { ...about, result: "NOT_CHECKED", sealed: false, differences: [], notes: [] };
  const absent = absentFor(document, context.absentFiles);
  const checks = documentChecks.filter((check) => absent.length === 0 || !usageChecks.has(check));
  const findings = [
    ...checks.flatMap((check) => check(document, context)).map(named),
    ...absent.map((file) => noteAbsent(document, file)),
  ];
  const differences = findings.filter(isFailure);
  return {
    ...about,
    result: differences.length > 0 ? "FAIL" : absent.length > 0 ? "NOT_CHECKED" : "PASS",
    sealed: context.sealOf(document).isSealed,
    differences,
    notes: findings.filter((finding) => !isFailure(finding)),
  };
}

/** Documents that are gone, as entries of their own. */
function goneInvoices(findings: readonly ReviewFinding[]): VerifiedInvoice[] {
  return findings.map((finding) => ({
    invoice: finding.invoice,
    status: "",
    result: "FAIL",
    sealed: false,
    engineVersion: "",
    differences: [finding],
    notes: [],
  }));
}

/** Checks documents, logs and closed periods of a workbook; nothing is written. The number that there is not, if any. */
export function verifyBook(snapshot: Snapshot, options: VerifyOptions): VerifiedBook | string {
  const opened = openReview(snapshot, options.sha256);
  const { register, logs } = opened;
  const { numbers } = options;
  const isAsked = (number: string) => numbers === undefined || numbers.includes(number);
  const documents = register.invoices.filter(({ invoiceNumber }) => isAsked(invoiceNumber));
  const context = contextOf(opened, documents, options);
  const ofBook = bookChecks.flatMap((check) => check(context));
  const isGone = ({ code, invoice }: ReviewFinding) => code === "DOCUMENT_MISSING" && invoice !== "";
  const gone = ofBook.filter((finding) => isGone(finding) && isAsked(finding.invoice));
  const unknown = numbers?.find(
    (number) =>
      !documents.some(({ invoiceNumber }) => invoiceNumber === number) &&
      !gone.some(({ invoice }) => invoice === number),
  );
  if (unknown !== undefined) return unknown;
  const named = namingUnreadable(opened);
  const ofLogs = checkLogs(logs, runsOf(register), options.head);
  const invoices = [
    ...documents
      .filter((document) => isWritten(document, register))
      .map((document) => verified(document, context, named)),
    ...goneInvoices(gone.map(named)),
  ];
  const findings = [...ofLogs, ...ofBook.filter((finding) => !isGone(finding))];
  const count = (result: VerifyResult) => invoices.filter((invoice) => invoice.result === result).length;
  const failed = count("FAIL");
  return {
    result: failed > 0 || findings.length > 0 ? "FAIL" : "PASS",
    passed: count("PASS"),
    failed,
    notChecked: count("NOT_CHECKED"),
    invoices,
    findings,
    log: { result: ofLogs.length > 0 ? "FAIL" : "PASS", rows: logs.runLog.length, head: logs.head },
  };
}
