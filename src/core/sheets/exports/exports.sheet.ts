import type { Snapshot } from "../../grid/grid";
import { unheard } from "../../issues/issue";
import { currencyCode } from "../../money/currency";
import { bindTable, type BoundTable } from "../../schema/bind";
import { outputMapping } from "../../schema/outputSheet";
import { readRecords } from "../../schema/readRecords";
import { outputSheetsOf } from "../outputSheet";
import type { PlannedCell } from "../plan";
import { amountStyle } from "../styles";
import { textCell } from "../tableSheet";
import { exportsTable, type ExportRow } from "./exports.table";
import { DOCUMENT_NUMBER_WIDTH } from "../layout";

/** The table as the workbook holds it. */
export interface ExportLog {
  readonly bound: BoundTable<(typeof exportsTable)["columns"]> | undefined;
  readonly rows: readonly ExportRow[];
  /** Sheet rows that could not be read; they stay. */
  readonly unreadable: readonly number[];
}

export function readExports(snapshot: Snapshot): ExportLog {
  const bound = bindTable(exportsTable, snapshot, outputMapping(exportsTable, snapshot), unheard);
  const { good, bad } = bound ? readRecords(bound, () => [], unheard) : { good: [], bad: [] };
  return { bound, rows: good, unreadable: bad.map(({ row }) => row) };
}

/** What the sheet is made from: the rows that it has, and those of this export. */
export interface ExportsInput {
  readonly snapshot: Snapshot;
  readonly log: ExportLog;
  readonly added: readonly ExportRow[];
  /** Of documents that name none. */
  readonly currency: string;
}

const amount = (field: "subtotal" | "tax" | "total") => ({
  width: 14,
  cell: (row: ExportRow, _at: number, input: ExportsInput): PlannedCell | null => {
    const value = row[field];
    return value === undefined
      ? null
      : { value, style: amountStyle(currencyCode(row.currency ?? "") ?? input.currency) };
  },
});

export const exportsSheet = outputSheetsOf<ExportsInput>()({
  table: exportsTable,
  written: "always",
  tabColor: "7F7F7F",
  rows: ({ log, added }): readonly ExportRow[] => [...log.rows, ...added],
  bound: ({ log }) => log.bound,
  unreadable: ({ log }) => log.unreadable,
  oldRow: ({ row }: ExportRow) => row,
  columns: {
    runId: { width: 10, cell: ({ runId }) => textCell(runId) },
    target: { width: 20, cell: ({ target }) => textCell(target) },
    invoiceNumber: { width: DOCUMENT_NUMBER_WIDTH, cell: ({ invoiceNumber }) => textCell(invoiceNumber) },
    documentHash: { width: 30, cell: ({ documentHash }) => textCell(documentHash) },
    file: { width: 34, cell: ({ file }) => textCell(file) },
    fileHash: { width: 30, cell: ({ fileHash }) => textCell(fileHash) },
    subtotal: amount("subtotal"),
    tax: amount("tax"),
    total: amount("total"),
    currency: { width: 9, cell: ({ currency }) => textCell(currency) },
  },
});

/** Every table that an export writes: known as ours where a workbook holds it. */
export const exportTables = [exportsSheet.table];
