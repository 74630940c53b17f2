import {
  isKnownTable,
  parseNamedColumns,
  redactBook,
  type NamedColumn,
  type Redaction,
} from "../../../core/api";
import { partsLeftBehind, redactedPackage } from "../../../workbook/xlsx/texts/redactPackage";
import { SessionFailure } from "../../session/failure";
import { packageOf } from "../../session/packageOf";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** What is to become of a copy. */
export interface ShareRequest {
  /** More personal columns, as in Settings: "Usage: Caller; Contacts: Phone". */
  readonly columns: string;
  /** What pseudonyms are made with, drawn for each copy. */
  readonly key: string;
}

/** What a copy would hold otherwise than the workbook. */
export interface SharedView {
  /** Columns whose values are pseudonyms there. */
  readonly columns: readonly { readonly table: string; readonly column: string; readonly cells: number }[];
  /** Sheets, columns and parts that stay behind. */
  readonly dropped: readonly string[];
  readonly cards: number;
}

export interface SharedCopy extends SharedView {
  readonly bytes: Uint8Array;
}

function namedColumns(text: string): readonly NamedColumn[] {
  if (text.trim() === "") return [];
  const named = parseNamedColumns(text);
  const unknown = named?.find(({ table }) => !isKnownTable(table));
  if (named && named.length > 0 && !unknown) return named;
  const why = unknown ? `There is no table ${unknown.table}` : `“${text}” names no columns`;
  throw new SessionFailure({ code: "BAD_VALUE", message: `${why}; write them like Usage: Caller.` });
}

function redactionOf({ snapshot, sha256 }: SessionWorkbook, { columns, key }: ShareRequest): Redaction {
  const redaction = redactBook(snapshot, { columns: namedColumns(columns), key, sha256 });
  if (redaction.sheets.length > 0) return redaction;
  throw new SessionFailure({
    code: "MISSING",
    message: "No table of this workbook is understood, so that nothing could be copied.",
  });
}

const shownOf = ({ columns, dropped, cards }: Redaction): SharedView => ({
  columns,
  dropped,
  cards: cards.length,
});

/** What a copy would hold; nothing is made. */
export const shown = (workbook: SessionWorkbook, request: ShareRequest): SharedView =>
  shownOf(redactionOf(workbook, request));

/** A copy for others: understood tables and columns, personal values as pseudonyms. */
export function copy(workbook: SessionWorkbook, request: ShareRequest, file: Uint8Array): SharedCopy {
  const redaction = redactionOf(workbook, request);
  const source = packageOf(file);
  const view = shownOf(redaction);
  return {
    ...view,
    dropped: [...view.dropped, ...partsLeftBehind(source)],
    bytes: redactedPackage(source, workbook.snapshot, redaction),
  };
}
