import type { Period } from "../calendar/period";
import type { InvoiceLineRecord } from "../documents/invoiceLines.table";
import type { DocumentRegister, RegisteredInvoice, RegisteredLine } from "../documents/register";
import type { Snapshot } from "../grid/grid";
import type { Invoice, InvoiceLine } from "../invoicing/invoice";
import { invoiceRecord, isReplaced, lineRecord } from "../invoicing/registerChanges";
import { saysTheSame } from "../invoicing/sameDocument";
import { sumTaxes, type TaxSum } from "../invoicing/tax";
import { currencyCode, minorDigits } from "../money/currency";
import { sum, type Decimal } from "../money/decimal";
import type { Settings } from "../settings/settings";
import { FIRST_ROW } from "./layout";

/** A document as it is written, whether new or kept from before. */
export interface InvoiceRow {
  readonly fields: ReturnType<typeof invoiceRecord>;
  /** Tax sums that its Tax formula adds; undefined where its figures do not follow from lines and are written as values. */
  readonly taxes: readonly TaxSum[] | undefined;
  readonly oldRow: number | undefined;
}

/** Who bills, and the run that writes it down. */
interface Writer {
  readonly runId: string;
  readonly who: string;
}

/**
 * The row of a new document; `before` is the draft it replaces, whose review marks are kept while nothing changes. One
 * that gets its number is issued by this run, whatever its status was.
 */
function newInvoiceRow(
  invoice: Invoice,
  { runId, who }: Writer,
  before: RegisteredInvoice | undefined,
): InvoiceRow {
  const record = invoiceRecord(invoice);
  const isNumbered = invoice.number !== invoice.key;
  const marks = before && {
    status: isNumbered ? record.status : (before.status ?? record.status),
    preparedBy: before.preparedBy,
    approvedBy: before.approvedBy,
    approvedAt: before.approvedAt,
    seal: before.seal,
    runId: isNumbered ? runId : (before.runId ?? runId),
  };
  return {
    fields: { ...record, preparedBy: who || undefined, runId, ...marks },
    taxes: invoice.taxes,
    oldRow: before?.row,
  };
}

/** Whether the figures a document shows follow from its lines, so that formulas would show the same. */
function addsUp(
  subtotal: Decimal | undefined,
  tax: Decimal | undefined,
  net: Decimal,
  taxOfLines: Decimal,
): boolean {
  return subtotal !== undefined && subtotal.equals(net) && (tax === undefined || tax.equals(taxOfLines));
}

/** Tax sums of the lines that the workbook holds. */
function taxesOf({ lines }: RegisteredInvoice, digits: number, settings: Settings): TaxSum[] {
  const taxed = lines.flatMap(({ amount, taxCode, taxRate }) =>
    taxCode === undefined || taxRate === undefined ? [] : [{ amount, taxCode, taxRate }],
  );
  return sumTaxes(taxed, digits, settings.taxRounding);
}

/** Taxes of a credit note of ours, with what it took beyond those of its net. */
function withRest(
  taxes: readonly TaxSum[],
  { corrects, runId, tax, type, lines }: RegisteredInvoice,
  { pricesIncludeTax }: Settings,
): readonly TaxSum[] {
  const [first, ...others] = taxes;
  const isOurs = type === "credit_note" && corrects !== undefined && runId !== undefined;
  // Several taxes are each rounded, and a tax inside a price is not that of its net.
  const isSeveral = lines.some(({ taxCode = "" }) => /[+>]/.test(taxCode));
  const hasRest = isOurs || (runId !== undefined && (isSeveral || pricesIncludeTax === "yes"));
  if (!first || tax === undefined || !hasRest) return taxes;
  const rest = tax.minus(sum(taxes.map((group) => group.tax)));
  if (rest.isZero()) return taxes;
  return [{ ...first, tax: first.tax.plus(rest), rest }, ...others];
}

/** The row of a document that is kept as it is; its totals are formulas where they follow from its lines. */
function keptInvoiceRow(invoice: RegisteredInvoice, settings: Settings): InvoiceRow {
  const { row, lines, currency, subtotal, tax: stated } = invoice;
  const digits = minorDigits(currencyCode(currency ?? "") ?? settings.currency);
  const taxes = withRest(taxesOf(invoice, digits, settings), invoice, settings);
  const net = sum(lines.map(({ amount }) => amount));
  const follows = lines.length > 0 && addsUp(subtotal, stated, net, sum(taxes.map(({ tax }) => tax)));
  return { fields: invoice, taxes: follows ? taxes : undefined, oldRow: row };
}

/** A line as it is written, whether new or kept from before. */
export interface LineRow {
  readonly currency: string;
  readonly fields: Omit<InvoiceLineRecord, "row">;
  /** Row of the old sheet, for columns that people added. */
  readonly oldRow: number | undefined;
}

/** A new line of a document. */
function newLineRow(line: InvoiceLine, index: number, invoiceNumber: string, currency: string): LineRow {
  return { currency, fields: lineRecord(line, invoiceNumber, index), oldRow: undefined };
}

/** A line that the workbook holds and keeps. */
function keptLineRow({ record }: RegisteredLine, currency: string): LineRow {
  return { currency, fields: record, oldRow: record.row };
}

/** Rows of Invoices and Invoice lines once the run is written: kept documents first, then the run's. */
export interface RegisterRows {
  readonly invoices: readonly InvoiceRow[];
  readonly lines: readonly LineRow[];
  /** The 0-based row of the lines sheet at which the lines of a new document begin, by its number. */
  readonly firstLineOf: ReadonlyMap<string, number>;
}

/** A draft that says exactly what the new document says keeps its Run ID and review marks. */
function draftBefore(
  invoice: Invoice,
  drafts: ReadonlyMap<string, RegisteredInvoice>,
): RegisteredInvoice | undefined {
  const before = drafts.get(invoice.key);
  const isSame =
    before !== undefined &&
    saysTheSame(invoice, before) &&
    before.invoiceDate === invoice.invoiceDate &&
    before.dueDate === invoice.dueDate;
  return isSame ? before : undefined;
}

interface RegisterRowsInput {
  readonly register: DocumentRegister;
  readonly settings: Settings;
  readonly period: Period;
  readonly invoices: readonly Invoice[];
  readonly runId: string;
  readonly who: string;
}

type KeptRows = Pick<RegisterRows, "invoices" | "lines">;

/** Rows of documents that stay: as they are, or with what changes on an issued one. */
export function keptRows(
  kept: readonly RegisteredInvoice[],
  register: DocumentRegister,
  settings: Settings,
): KeptRows {
  // Documents known by their lines alone have no row of Invoices.
  const withRow = kept.filter(({ at }) => at.sheet === register.invoicesBound?.grid.sheet);
  const lines = kept
    .flatMap(({ lines: keptLines, currency }) =>
      keptLines.map((line) => keptLineRow(line, currencyCode(currency ?? "") ?? settings.currency)),
    )
    .sort((a, b) => (a.oldRow ?? 0) - (b.oldRow ?? 0));
  return { invoices: withRow.map((invoice) => keptInvoiceRow(invoice, settings)), lines };
}

interface RegisterInput {
  readonly snapshot: Snapshot;
  readonly register: DocumentRegister;
  readonly settings: Settings;
}

/** What the sheets of the register are planned from where no document comes: its rows stay in their order, some of them changed. */
export function changedRegister(
  { snapshot, register, settings }: RegisterInput,
  changed: ReadonlyMap<RegisteredInvoice, RegisteredInvoice> = new Map(),
): RegisterInput & { readonly registerRows: RegisterRows } {
  const documents = register.invoices.map((invoice) => changed.get(invoice) ?? invoice);
  const registerRows = {
    ...keptRows(documents, register, settings),
    firstLineOf: new Map<string, number>(),
  };
  return { snapshot, register, settings, registerRows };
}

/** Rows of documents that come to those of a workbook. */
export function addedRows(documents: readonly RegisteredInvoice[], settings: Settings): KeptRows {
  return {
    invoices: documents.map((document) => ({ ...keptInvoiceRow(document, settings), oldRow: undefined })),
    lines: documents.flatMap(({ lines, currency }) =>
      lines.map((line) => ({
        ...keptLineRow(line, currencyCode(currency ?? "") ?? settings.currency),
        oldRow: undefined,
      })),
    ),
  };
}

/** What a run adds to rows that are kept. */
interface NewRows extends Writer {
  readonly invoices: readonly Invoice[];
  /** Drafts of the run by their keys, which the new documents replace. */
  readonly drafts: ReadonlyMap<string, RegisteredInvoice>;
}

/** The rows that are kept, and below them those of new documents. */
export function rowsWith(kept: KeptRows, { invoices, drafts, runId, who }: NewRows): RegisterRows {
  const invoiceRows = [
    ...kept.invoices,
    ...invoices.map((invoice) => {
      const before = draftBefore(invoice, drafts);
      return newInvoiceRow(invoice, { runId, who }, before);
    }),
  ];
  const lines = [...kept.lines];
  const firstLineOf = new Map<string, number>();
  for (const { number, currency, lines: newLines } of invoices) {
    firstLineOf.set(number, FIRST_ROW + lines.length);
    for (const [index, line] of newLines.entries()) lines.push(newLineRow(line, index, number, currency));
  }
  return { invoices: invoiceRows, lines, firstLineOf };
}

/** Rows of a run: the documents that it keeps, and its own. */
export function registerRows({
  register,
  settings,
  period,
  invoices,
  runId,
  who,
}: RegisterRowsInput): RegisterRows {
  const replaced = register.invoices.filter((invoice) => isReplaced(invoice, period));
  const drafts = new Map(replaced.map((invoice) => [invoice.invoiceNumber, invoice]));
  const kept = register.invoices.filter((invoice) => !isReplaced(invoice, period));
  return rowsWith(keptRows(kept, register, settings), { invoices, drafts, runId, who });
}
