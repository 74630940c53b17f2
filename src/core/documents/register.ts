import { groupBy } from "../base/groupBy";
import { remembered } from "../base/remembered";
import { monthOf, type Period } from "../calendar/period";
import { mappingFor } from "../settings/mapping";
import type { Settings } from "../settings/settings";
import type { CellRef, Snapshot } from "../grid/grid";
import type { Report } from "../issues/issue";
import { bindTable, type BoundTable } from "../schema/bind";
import { cellOf, readRecords, type Records } from "../schema/readRecords";
import { outputMapping } from "../schema/outputSheet";
import type { Columns, TableDefinition } from "../schema/table";
import { invoiceLinesTable, type InvoiceLineRecord } from "./invoiceLines.table";
import { indexLines, type LineIndex } from "./lineIndex";
import { invoicesTable, type InvoiceRecord } from "./invoices.table";

/** A document that the workbook already holds. */
export interface RegisteredInvoice extends InvoiceRecord {
  readonly at: CellRef;
  /** Anything but a draft: it never changes. */
  readonly isFinal: boolean;
  readonly isVoid: boolean;
  readonly lines: readonly RegisteredLine[];
}

/** A line that the workbook already holds, with what it leaves out taken from its document. */
export interface RegisteredLine extends InvoiceLineRecord {
  /** The row as it is. */
  readonly record: InvoiceLineRecord;
  readonly at: CellRef;
  readonly contractId: string;
  /** The days it bills; undefined when neither line nor document says. */
  readonly period: Period | undefined;
  readonly isFinal: boolean;
  readonly invoice: InvoiceRecord | undefined;
}

/** What has been billed, as the workbook holds it: our documents and those of other systems. */
export interface DocumentRegister {
  readonly invoices: readonly RegisteredInvoice[];
  /** Lines of documents that are not void. */
  readonly lines: readonly RegisteredLine[];
  /** The same lines by contract. */
  readonly byContract: ReadonlyMap<string, readonly RegisteredLine[]>;
  /** The lines of a contract by the price they name; made when first asked for. */
  readonly indexOf: (contractId: string) => LineIndex<RegisteredLine>;
  readonly invoicesBound: BoundTable<(typeof invoicesTable)["columns"]> | undefined;
  readonly linesBound: BoundTable<(typeof invoiceLinesTable)["columns"]> | undefined;
  /** Sheet rows that could not be read: reported, and kept as they are when a table is written again. */
  readonly unreadable: { readonly invoices: readonly number[]; readonly lines: readonly number[] };
}

function periodOf(line: InvoiceLineRecord, invoice: InvoiceRecord | undefined): Period | undefined {
  if (line.periodStart !== undefined && line.periodEnd !== undefined)
    return { from: line.periodStart, to: line.periodEnd };
  if (line.periodStart !== undefined) return monthOf(line.periodStart);
  if (line.periodEnd !== undefined) return monthOf(line.periodEnd);
  if (invoice?.periodStart !== undefined && invoice.periodEnd !== undefined) {
    return { from: invoice.periodStart, to: invoice.periodEnd };
  }
  return invoice?.invoiceDate === undefined ? undefined : monthOf(invoice.invoiceDate);
}

/** Whether a document of a status is one that no run replaces; one without a status came from elsewhere as it is. */
export function isFinalStatus(status: InvoiceRecord["status"]): boolean {
  return status !== "draft" && status !== "in_review";
}

/** The document of a line: the one of its number, and of its contract and days where a number is on several. */
function documentOf(
  line: InvoiceLineRecord,
  candidates: readonly InvoiceRecord[],
): InvoiceRecord | undefined {
  if (candidates.length < 2) return candidates[0];
  const ofContract = candidates.filter(({ contractId }) => contractId === line.contractId);
  const rivals = ofContract.length > 0 ? ofContract : candidates;
  const ofDays = rivals.find(
    ({ periodStart, periodEnd }) => periodStart === line.periodStart || periodEnd === line.periodEnd,
  );
  return ofDays ?? rivals[0];
}

function documentOfLines(lines: readonly RegisteredLine[]): RegisteredInvoice {
  const { invoiceNumber, at, contractId, row } = lines[0]!;
  const fields = Object.keys(invoicesTable.columns) as (keyof InvoiceRecord)[];
  const blank = Object.fromEntries(fields.map((field) => [field, undefined])) as unknown as InvoiceRecord;
  const onlyContract = lines.every((line) => line.contractId === contractId) ? contractId : undefined;
  return { ...blank, row, invoiceNumber, contractId: onlyContract, at, isFinal: true, isVoid: false, lines };
}

/** What a register holds: documents, and their lines also by contract. */
export function registerContents(
  invoices: readonly RegisteredInvoice[],
  lines: readonly RegisteredLine[],
): Pick<DocumentRegister, "invoices" | "lines" | "byContract" | "indexOf"> {
  const byContract = groupBy(lines, ({ contractId }) => contractId);
  const indexes = new Map<string, LineIndex<RegisteredLine>>();
  const indexOf = (contractId: string): LineIndex<RegisteredLine> => {
    const known = indexes.get(contractId) ?? indexLines(byContract.get(contractId) ?? []);
    indexes.set(contractId, known);
    return known;
  };
  return { invoices, lines, byContract, indexOf };
}

/** Reads the Invoices and Invoice lines tables; either may be missing. */
export function readRegister(snapshot: Snapshot, settings: Settings, report: Report): DocumentRegister {
  const bind = <C extends Columns>(table: TableDefinition<C>) => {
    const mapping = new Map([...outputMapping(table, snapshot), ...mappingFor(table, settings)]);
    return bindTable(table, snapshot, mapping, report, { isRegister: true });
  };
  const invoicesBound = bind(invoicesTable);
  const linesBound = bind(invoiceLinesTable);
  const read = <C extends Columns>(bound: BoundTable<C> | undefined): Records<C> =>
    bound ? readRecords(bound, () => [], report) : { good: [], bad: [] };
  const invoicesRead = read(invoicesBound);
  const linesRead = read(linesBound);
  const invoiceRecords = invoicesRead.good;
  const byNumber = groupBy(invoiceRecords, ({ invoiceNumber }) => invoiceNumber);
  const allLines = linesRead.good.map((record): RegisteredLine => {
    const invoice = documentOf(record, byNumber.get(record.invoiceNumber) ?? []);
    // What comes before the spread is the same shape for every line; behind it each line would be a shape of its own,
    // and tens of thousands of shapes are slow to read.
    return {
      record,
      at: cellOf(linesBound!, record.row, "amount"),
      period: periodOf(record, invoice),
      isFinal: isFinalStatus(invoice?.status),
      invoice,
      ...record,
      contractId: record.contractId ?? invoice?.contractId ?? "",
    };
  });
  const linesOf = groupBy(allLines, ({ invoice }) => invoice);
  const registered = invoiceRecords.map((invoice): RegisteredInvoice => ({
    at: cellOf(invoicesBound!, invoice.row, "invoiceNumber"),
    isFinal: isFinalStatus(invoice.status),
    isVoid: invoice.status === "void",
    lines: linesOf.get(invoice) ?? [],
    ...invoice,
  }));
  // An export of lines alone is still an export of documents.
  const strays = groupBy(linesOf.get(undefined) ?? [], ({ invoiceNumber }) => invoiceNumber);
  const unregistered = [...strays.values()].map(documentOfLines);
  const invoices = [...registered, ...unregistered];
  const lines = allLines.filter(({ invoice }) => invoice?.status !== "void");
  const unreadable = {
    invoices: invoicesRead.bad.map(({ row }) => row),
    lines: linesRead.bad.map(({ row }) => row),
  };
  return { ...registerContents(invoices, lines), invoicesBound, linesBound, unreadable };
}

/** The documents of a register by their number, found out once: several where a number was given twice. */
export const documentsByNumber = remembered(({ invoices }: Pick<DocumentRegister, "invoices">) =>
  groupBy(invoices, ({ invoiceNumber }) => invoiceNumber),
);
