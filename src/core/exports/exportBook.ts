import { addAll } from "../base/manyValues";
import type { Sha256 } from "../base/sha256";
import { chosenDocuments } from "../documents/documentFilter";
import { invoicesTable } from "../documents/invoices.table";
import type { LeftOut } from "../documents/leftOut";
import type { RegisteredInvoice } from "../documents/register";
import type { Snapshot } from "../grid/grid";
import { collectIssues } from "../issues/collectIssues";
import { makeIssue, type Issue, type Report } from "../issues/issue";
import type { Moment } from "../schema/momentCell";
import { readExports, type ExportLog } from "../sheets/exports/exports.sheet";
import type { ExportRow } from "../sheets/exports/exports.table";
import { nextRunId, readRunLog } from "../sheets/runLog";
import { documentHash } from "./documents/documentHash";
import { invoiceAt, prepareDocument, type ExportDocument } from "./documents/exportDocument";
import { readExportSource, type ExportSource } from "./documents/exportSource";
import { leftOutOf, type Fault } from "./documents/fault";
import { settle, type Value } from "./documents/field";
import { templateFault } from "./documents/templateFile";
import type { DocumentExport, Export, ExportFile, WrittenDocument } from "./export";
import { profileExport } from "./profiles/profileExport";
import { exports } from "./registry";

export interface ExportOptions {
  /** Which documents; all that are issued where it is undefined. */
  readonly holds?: ((document: RegisteredInvoice) => boolean) | undefined;
  /** Also documents that are not issued yet. */
  readonly withDrafts: boolean;
  /** Also documents that were exported before. */
  readonly isAgain: boolean;
  readonly isRaw: boolean;
  readonly hasBom: boolean;
  readonly when: Moment;
  readonly sha256: Sha256;
  readonly template?: Snapshot | undefined;
}

/** Why a template does not fit an export, in half a sentence; undefined where it does, or where there is none. */
export function templateRefusal(target: Export, template: Snapshot | undefined): string | undefined {
  const labels = target.kind === "documents" ? target.template?.labels : undefined;
  return template && labels && templateFault(template, labels);
}

/** What an export found and would write. */
export interface ExportRun {
  readonly target: Export;
  readonly snapshot: Snapshot;
  readonly runId: string;
  readonly files: readonly ExportFile[];
  readonly leftOut: readonly LeftOut[];
  /** Documents that were exported before and are not again. */
  readonly already: number;
  readonly issues: readonly Issue[];
  /** What is logged of it; nothing of an export of whole tables. */
  readonly logged: { readonly source: ExportSource; readonly log: ExportLog } | undefined;
}

/** The export of that id; undefined where there is none. */
export function findExport(id: string): Export | undefined {
  return exports.find((entry) => entry.id === id);
}

/** The same, or a profile of the workbook; a sentence where a profile's options are not understood. */
export function exportNamed(name: string, snapshot: Snapshot): Export | string | undefined {
  return findExport(name) ?? profileExport(snapshot, name);
}

/** What documents that went to a target before are now: changed, or void. */
function reportOvertaken(
  invoices: readonly RegisteredInvoice[],
  before: ReadonlyMap<string, ExportRow>,
  { sha256, holds = () => true }: ExportOptions,
  report: Report,
): void {
  for (const document of invoices) {
    const row = before.get(document.invoiceNumber);
    if (!row || !holds(document)) continue;
    const { invoiceNumber: value, at } = document;
    const words = { run: row.runId, target: row.target };
    if (document.isVoid) report(makeIssue("VOID_AFTER_EXPORT", { at, value, words }));
    else if (row.documentHash !== documentHash(document, sha256))
      report(makeIssue("CHANGED_AFTER_EXPORT", { at, value, words }));
  }
}

/** A cell that is on several rows of files, or of several documents, is reported once. */
function onceACell(report: Report): Report {
  const reported = new Set<string>();
  return (issue) => {
    const { code, at } = issue;
    const cell = `${code}|${at.sheet}|${String(at.row)}|${String(at.column)}`;
    if (!reported.has(cell)) report(issue);
    reported.add(cell);
  };
}

/** The rows of a document as texts, or what keeps it out. */
function writeDocument(
  target: DocumentExport,
  document: ExportDocument,
  { isRaw }: ExportOptions,
  report: Report,
): { readonly rows: WrittenDocument["rows"]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const { currency, record, source } = document;
  const field = (name: "currency" | "invoiceNumber") => ({
    field: `Invoices.${invoicesTable.columns[name].title}`,
    at: invoiceAt(source, record, name),
  });
  const only = target.currency?.(source);
  if (only !== undefined && currency !== only) {
    const message = `the document is in ${currency}, the file can only be in ${only}`;
    return { rows: [], faults: [{ code: "NOT_REPRESENTABLE", ...field("currency"), message }] };
  }
  const issues: Issue[] = [];
  const asTexts = (values: readonly Value[]) =>
    values.map((value) => {
      const settled = settle(value, { isRaw, encoding: target.encoding });
      addAll(faults, settled.faults);
      addAll(issues, settled.issues);
      return settled.text;
    });
  asTexts(target.needs?.(document) ?? []);
  const rows = target.rows(document).map(asTexts);
  const { mostRows } = target;
  if (mostRows !== undefined && rows.length > mostRows) {
    const message = `it has ${String(rows.length)} rows there, of which one document may have ${String(mostRows)}`;
    faults.push({ code: "TOO_MANY_LINES", ...field("invoiceNumber"), message });
  }
  if (faults.length === 0)
    for (const issue of [...issues, ...(target.remarks?.(document) ?? [])]) report(issue);
  return { rows, faults };
}

function exportDocuments(
  target: DocumentExport,
  snapshot: Snapshot,
  runId: string,
  options: ExportOptions,
): ExportRun {
  const source = readExportSource(snapshot, target.id);
  const log = readExports(snapshot);
  const before = new Map(
    log.rows.filter((row) => row.target === target.id).map((row) => [row.invoiceNumber, row]),
  );
  const { holds, withDrafts, isAgain } = options;
  const chosen = chosenDocuments(source.register.invoices, holds, withDrafts);
  const isDone = ({ invoiceNumber }: RegisteredInvoice) => !isAgain && before.has(invoiceNumber);
  const { report: collect, list } = collectIssues();
  const report = onceACell(collect);
  for (const issue of source.issues) report(issue);
  reportOvertaken(source.register.invoices, before, options, report);
  const leftOut: LeftOut[] = [];
  const written: WrittenDocument[] = [];
  for (const record of chosen.filter((document) => !isDone(document))) {
    const prepared = prepareDocument(record, source);
    const { rows, faults } = prepared.ok
      ? writeDocument(target, prepared.document, options, report)
      : { rows: [], faults: prepared.faults };
    if (prepared.ok && faults.length === 0) written.push({ document: prepared.document, rows });
    else addAll(leftOut, leftOutOf(record.invoiceNumber, faults));
  }
  const { when, hasBom, template } = options;
  const files = written.length === 0 ? [] : target.files({ written, source, runId, when, hasBom, template });
  const already = chosen.filter(isDone).length;
  return { target, snapshot, runId, files, leftOut, already, issues: list(), logged: { source, log } };
}

/** The files of an export of a workbook as it was read. */
export function exportBook(target: Export, snapshot: Snapshot, options: ExportOptions): ExportRun {
  const runId = nextRunId(readRunLog(snapshot));
  if (target.kind === "documents") return exportDocuments(target, snapshot, runId, options);
  const { holds, withDrafts, hasBom, isRaw } = options;
  const register = holds && readExportSource(snapshot, target.id).register;
  const chosen = register && new Set(chosenDocuments(register.invoices, holds, withDrafts));
  const files = target.files({ snapshot, runId, chosen, hasBom, isRaw });
  return { target, snapshot, runId, files, leftOut: [], already: 0, issues: [], logged: undefined };
}
