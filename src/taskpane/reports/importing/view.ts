import {
  findImport,
  imports,
  planImport,
  sortIssues,
  type CellRef,
  type Imported,
  type WritePlan,
} from "../../../core/api";
import { decodeText } from "../../../workbook/formats/csv/decodeText";
import { readDataFile } from "../../../workbook/formats/readDataFile";
import { momentOf, type RunDetails } from "../../session/choice";
import { SessionFailure } from "../../session/failure";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** A kind of file that rows can come from. */
export interface SourceView {
  readonly id: string;
  readonly title: string;
  readonly help: string;
}

/** A file that was chosen, and what it is said to be. */
export interface ImportRequest {
  readonly source: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The table of its rows; empty: the file's name says it. */
  readonly table: string;
}

export interface ImportView {
  readonly rows: number;
  readonly added: readonly { readonly table: string; readonly rows: number }[];
  readonly leftOut: readonly { readonly reason: string; readonly rows: number }[];
  readonly findings: readonly { readonly code: string; readonly subject: string; readonly cause: string }[];
  readonly issues: readonly { readonly message: string; readonly at: CellRef }[];
}

export const sources = (): readonly SourceView[] =>
  imports.map(({ id, title, help }) => ({ id, title, help }));

function importedBy(
  { snapshot }: SessionWorkbook,
  { source: id, name, bytes, table }: ImportRequest,
): Imported {
  const source = findImport(id);
  if (!source) throw new SessionFailure({ code: "MISSING", message: `There is no import ${id}.` });
  const read = readDataFile(bytes, name);
  const result = source.read({
    snapshot,
    file: {
      name,
      text: decodeText(bytes),
      grid: read.ok ? read.grid : undefined,
      table: table.trim() === "" ? undefined : table,
    },
  });
  if (!result.ok) throw new SessionFailure({ code: "BAD_VALUE", message: `${name}: ${result.reason}.` });
  return result.imported;
}

/** What a file would bring, and what not; nothing is written. */
export function preview(workbook: SessionWorkbook, request: ImportRequest): ImportView {
  const { rows, added, leftOut, findings, issues } = importedBy(workbook, request);
  return {
    rows,
    added,
    leftOut: leftOut.map(({ reason, rows: count }) => ({ reason, rows: count })),
    findings: findings.map(({ code, contractId, cause }) => ({ code, subject: contractId, cause })),
    issues: sortIssues(issues)
      .filter(({ severity }) => severity !== "info")
      .map(({ message, at }) => ({ message, at })),
  };
}

/** The rows of the file, with a row of the Run log. */
export function plan(workbook: SessionWorkbook, request: ImportRequest, { at, user }: RunDetails): WritePlan {
  const source = findImport(request.source);
  const imported = importedBy(workbook, request);
  const { engineVersion, sha256, snapshot } = workbook;
  const options = { when: momentOf(at), who: user, engineVersion, sha256 };
  const planned = source && planImport(source, request.name, imported, snapshot, options);
  return planned ?? { sheets: [], removedSheets: [], appended: [] };
}
