import type { Sha256 } from "../../base/sha256";
import { formatDay, type Day } from "../../calendar/day";
import { isIssued } from "../../documents/documentKinds";
import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import type { RegisteredInvoice } from "../../documents/register";
import { CellKind, type CellRef, type Snapshot } from "../../grid/grid";
import { PersonalColumns } from "../../personal/personalColumns";
import { hasDraftKey } from "../../documents/draftKey";
import { PERSONAL_KEY } from "../../review/seal/sealTexts";
import { approvalsTable } from "../../review/tables/approvals.table";
import { sealsTable } from "../../review/tables/seals.table";
import type { BoundTable } from "../../schema/boundTable";
import { shownText } from "../../schema/column";
import { viewCell } from "../../schema/viewCell";
import { sheetNameOf } from "../../sheets/invoiceSheet/invoiceSheet";
import type { CellEdit } from "../../sheets/plan";
import { runLogTable } from "../../sheets/runLog";
import { isFreeText } from "../cellRules";
import { comparedValue, ExactValues, Pseudonyms } from "../pseudonyms";
import type { RedactedColumn } from "../redaction";
import { customerRows, type CustomerData, type TableOfCustomer } from "./customerRows";
import { customerValues, personalCells, textCells, type CustomerValues } from "./customerValues";

/** What of a workbook is written so that a customer is no longer in it. */
export interface Erasure {
  readonly customerId: string;
  readonly edits: readonly CellEdit[];
  /** Cells that are other than they were, by table and column, or by the sheet where it is no table. */
  readonly columns: readonly RedactedColumn[];
  /** Rows that stay as they are, by table: issued documents, and what was logged of them. */
  readonly kept: readonly { readonly table: string; readonly rows: number }[];
}

export type ErasureResult =
  | { readonly ok: true; readonly erasure: Erasure }
  /** Why nothing is erased, in half a sentence. */
  | { readonly ok: false; readonly reason: string };

const documentTables: ReadonlySet<string> = new Set([invoicesTable.title, invoiceLinesTable.title]);
const logTables: ReadonlySet<string> = new Set([runLogTable.title, approvalsTable.title]);

/** A document that has to be kept as the customer got it. */
const isKept = (document: RegisteredInvoice): boolean =>
  !hasDraftKey(document) && (isIssued(document) || document.isVoid);

export interface EraseOptions {
  /** What the pseudonyms are made with; who does not know it cannot try names on them. */
  readonly key: string;
  readonly sha256: Sha256;
  /** Contracts that are in force then keep a customer from being erased. */
  readonly day: Day;
}

/** Tables whose texts are printed on documents. */
const printedTexts: ReadonlySet<string> = new Set(["Contracts", "Prices", "Adjustments", "Meters"]);

/** Tables whose rows about others stay as they are, whoever is named in them. */
const saysOfOthers: ReadonlySet<string> = new Set([
  ...logTables,
  ...documentTables,
  ...printedTexts,
  sealsTable.title,
]);

/** Why a customer cannot be erased yet: it is still billed, or a document of it is under way. */
function obstacle(
  { customerId, contractIds, documents, inputs }: CustomerData,
  day: Day,
): string | undefined {
  const running = inputs.catalog.contracts.find(
    ({ contractId, service }) => contractIds.includes(contractId) && service.to >= day,
  );
  if (running)
    return `${running.contractId} of ${customerId} is in force on ${formatDay(day)}; give it an End date before`;
  const open = documents.find((document) => !document.isVoid && !isKept(document));
  return open && `${open.invoiceNumber} of ${customerId} is not issued; issue it or make it void before`;
}

const cellText = ({ grid, columnOf }: BoundTable, row: number, field: string): string =>
  shownText(viewCell(grid, row, columnOf.get(field) ?? -1));

/** Collects cells that say something else, and counts them. */
class Edits {
  readonly list: CellEdit[] = [];
  private readonly counts = new Map<string, RedactedColumn>();
  private readonly known = new Set<string>();

  set(at: CellRef, value: string, names: Omit<RedactedColumn, "cells">): void {
    const address = `${at.sheet}|${String(at.row)}|${String(at.column)}`;
    if (this.known.has(address)) return;
    this.known.add(address);
    this.list.push({ at, value });
    const id = `${names.table}|${names.column}`;
    this.counts.set(id, { ...names, cells: 1 + (this.counts.get(id)?.cells ?? 0) });
  }

  get columns(): RedactedColumn[] {
    return [...this.counts.values()];
  }
}

/** One erasure under way. */
interface Erasing {
  readonly snapshot: Snapshot;
  readonly data: CustomerData;
  readonly columns: PersonalColumns;
  readonly values: CustomerValues;
  readonly pseudonyms: Pseudonyms;
  readonly kept: ReadonlySet<string>;
  /** A document that is kept has no seal: verify computes it from texts of the inputs, which stay. */
  readonly keepsTexts: boolean;
  readonly edits: Edits;
}

/** Whether a row of a table stays: it is of a document that is kept, or of a log whose hashes hold it. */
function staysAsIs({ kept }: Erasing, { table: { bound } }: TableOfCustomer, row: number): boolean {
  const { title } = bound.definition;
  if (logTables.has(title)) return true;
  return documentTables.has(title) && kept.has(cellText(bound, row, "invoiceNumber"));
}

/** Personal cells of the customer's rows, and texts that hold a personal value. */
function eraseRows(erasing: Erasing, found: TableOfCustomer): void {
  const { columns, pseudonyms, values, edits } = erasing;
  const { bound } = found.table;
  const { title } = bound.definition;
  if (title === sealsTable.title) return;
  const rows = found.rows.filter((row) => !staysAsIs(erasing, found, row));
  const exact = new ExactValues();
  const isExact = title === "Usage";
  for (const cell of personalCells(found, rows, columns)) {
    const value = isExact ? exact.of(cell.value) : comparedValue(cell.value);
    edits.set(cell.at, pseudonyms.of(value), { table: title, column: cell.title });
  }
  const eraseText = (row: number, column: number, named: string): void => {
    const { kind, text } = viewCell(bound.grid, row, column);
    if (kind !== CellKind.text) return;
    const replaced = values.ofCustomer.replaced(text, (value) => pseudonyms.of(value));
    if (replaced !== text)
      edits.set({ sheet: bound.grid.sheet, row, column }, replaced, { table: title, column: named });
  };
  // Columns that nothing reads are in no document and in no seal.
  for (const [column, named] of bound.others) for (const row of rows) eraseText(row, column, named);
  if (erasing.keepsTexts && printedTexts.has(title)) return;
  for (const [field, column] of bound.columnOf)
    for (const row of rows)
      if (isFreeText(bound, field, row)) eraseText(row, column, bound.definition.columns[field]!.title);
}

/** Personal cells of sealed inputs lose their text and keep their hash, as in a redacted copy; the document's own stay. */
function eraseSeals({ edits, kept }: Erasing, { table: { bound }, rows }: TableOfCustomer): void {
  const column = bound.columnOf.get("text");
  if (bound.definition.title !== sealsTable.title || column === undefined) return;
  for (const row of rows) {
    const [number, table, key] = ["invoiceNumber", "table", "key"].map((field) =>
      cellText(bound, row, field),
    );
    if (!key!.endsWith(PERSONAL_KEY) || (kept.has(number!) && documentTables.has(table!))) continue;
    edits.set({ sheet: bound.grid.sheet, row, column }, "", { table: sealsTable.title, column: "Text" });
  }
}

/** Cells of other rows and sheets that name the customer; what others were sent, and what it says so, stays. */
function eraseMentions({ snapshot, data, values, pseudonyms, edits }: Erasing): void {
  const issued = data.inputs.register.invoices.filter(isKept);
  const printed = new Set(issued.map(({ invoiceNumber }) => sheetNameOf(invoiceNumber).toLowerCase()));
  const tables = data.tables.map(({ table: { bound }, rows }) => ({ bound, rows: new Set(rows) }));
  for (const grid of snapshot.grids) {
    if (printed.has(grid.sheet.toLowerCase())) continue;
    const here = tables.filter(({ bound }) => bound.grid === grid);
    for (const { at, text } of textCells(grid)) {
      const inTable = here.find(({ bound }) => at.row >= bound.firstRow && at.row <= bound.lastRow);
      const title = inTable?.bound.definition.title;
      // Its own rows have been seen to; logs, seals, documents of others and what is printed on them say what they said.
      const isRead = inTable?.bound.others.has(at.column) !== true;
      if (inTable?.rows.has(at.row) || (isRead && title !== undefined && saysOfOthers.has(title))) continue;
      const replaced = values.anywhere.replaced(text, (value) => pseudonyms.of(value));
      if (replaced !== text) edits.set(at, replaced, { table: title ?? grid.sheet, column: "" });
    }
  }
}

/** Replaces what is personal of a customer by pseudonyms everywhere but in issued documents and the logs. */
export function eraseCustomer(
  snapshot: Snapshot,
  asked: string,
  { key, sha256, day }: EraseOptions,
): ErasureResult {
  const data = customerRows(snapshot, asked);
  if (!data) return { ok: false, reason: `there is no customer ${asked}` };
  const reason = obstacle(data, day);
  if (reason !== undefined) return { ok: false, reason };
  const columns = new PersonalColumns(data.inputs.settings.personalColumns);
  const keptDocuments = data.documents.filter(isKept);
  const kept = new Set(keptDocuments.map(({ invoiceNumber }) => invoiceNumber));
  const keepsTexts = keptDocuments.some(({ runId, seal }) => runId !== undefined && seal === undefined);
  const pseudonyms = new Pseudonyms(key, sha256);
  const edits = new Edits();
  const values = customerValues(data, columns);
  const erasing: Erasing = { snapshot, data, columns, values, pseudonyms, kept, keepsTexts, edits };
  for (const found of data.tables) {
    eraseRows(erasing, found);
    eraseSeals(erasing, found);
  }
  eraseMentions(erasing);
  const stays = data.tables.map((found) => ({
    table: found.table.bound.definition.title,
    rows: found.rows.filter((row) => staysAsIs(erasing, found, row)).length,
  }));
  return {
    ok: true,
    erasure: {
      customerId: data.customerId,
      edits: edits.list,
      columns: edits.columns,
      kept: stays.filter(({ rows }) => rows > 0),
    },
  };
}
