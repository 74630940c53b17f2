import {
  exportBook,
  exports,
  findExport,
  planExport,
  sortIssues,
  type CellRef,
  type ExportRun,
  type LeftOut,
  type WritePlan,
} from "../../../core/api";
import { bytesOfExport } from "../../../workbook/formats/exportedFile";
import { writeZip } from "../../../workbook/zip/writeZip";
import { momentOf, type RunDetails } from "../../session/choice";
import { documentsMeant } from "../../session/documentsMeant";
import { SessionFailure } from "../../session/failure";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** A system that files can be made for. */
export interface TargetView {
  readonly id: string;
  readonly title: string;
  readonly help: string;
}

/** What is asked for. */
export interface ExportRequest {
  readonly target: string;
  /** Which documents; empty: all that are issued. */
  readonly invoices: string;
  readonly drafts: boolean;
  readonly again: boolean;
}

export interface ExportView {
  readonly target: string;
  readonly files: readonly { readonly name: string; readonly documents: number; readonly rows: number }[];
  readonly leftOut: readonly LeftOut[];
  readonly already: number;
  readonly remarks: readonly { readonly message: string; readonly at: CellRef }[];
}

/** A file to download. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Every export that needs no file: neither one of the other system nor the workbook's own. */
export function targets(): readonly TargetView[] {
  return exports
    .filter((target) => (target.kind === "whole" ? !target.needsFile : target.template?.when !== "needed"))
    .map(({ id, title, help }) => ({ id, title, help }));
}

function runOf(workbook: SessionWorkbook, request: ExportRequest, at: string): ExportRun {
  const target = findExport(request.target);
  if (!target)
    throw new SessionFailure({ code: "MISSING", message: `There is no export ${request.target}.` });
  const { invoices } = request;
  const holds = invoices.trim() === "" ? undefined : documentsMeant(invoices, workbook.snapshot);
  return exportBook(target, workbook.snapshot, {
    holds,
    withDrafts: request.drafts,
    isAgain: request.again,
    isRaw: false,
    hasBom: false,
    when: momentOf(at),
    sha256: workbook.sha256,
  });
}

/** What would be exported, and what not; nothing is made or written. */
export function preview(workbook: SessionWorkbook, request: ExportRequest): ExportView {
  const run = runOf(workbook, request, "2000-01-01");
  return {
    target: request.target,
    files: run.files.map(({ path, documents, rows }) => ({ name: path, documents: documents.length, rows })),
    leftOut: run.leftOut,
    already: run.already,
    remarks: sortIssues(run.issues)
      .filter(({ severity }) => severity !== "info")
      .map(({ message, at }) => ({ message, at })),
  };
}

function filesOf({ files }: ExportRun): MadeFile[] {
  return files.map(({ path, content }) => ({ name: path, bytes: bytesOfExport(content) }));
}

/** The file to download: the only one, or a .zip of all. */
export function file(workbook: SessionWorkbook, request: ExportRequest, { at }: RunDetails): MadeFile {
  const run = runOf(workbook, request, at);
  const files = filesOf(run);
  const [only] = files;
  if (only && files.length === 1) return only;
  const zip = writeZip(files.map(({ name, bytes }) => ({ name, bytes })));
  return { name: `${request.target}-${run.runId}.zip`, bytes: zip };
}

/** The rows of Exports and Run log that go with it; nothing of an export of whole tables. */
export function plan(workbook: SessionWorkbook, request: ExportRequest, { at, user }: RunDetails): WritePlan {
  const run = runOf(workbook, request, at);
  const { engineVersion, sha256 } = workbook;
  const hashes = new Map(filesOf(run).map(({ name, bytes }) => [name, sha256([bytes])]));
  const options = { when: momentOf(at), who: user, engineVersion, sha256 };
  return (
    planExport(run, (path) => hashes.get(path) ?? "", options) ?? {
      sheets: [],
      removedSheets: [],
      appended: [],
    }
  );
}
