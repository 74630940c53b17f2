import {
  factsOnInvoiceSheet,
  lineOnInvoiceSheet,
  type RegisteredInvoice,
  type RegisteredLine,
  type CellRef,
  type Snapshot,
} from "../../../../core/api";

/** A line of a document by its number. */
export interface InvoiceLine {
  readonly number: string;
  readonly line: number;
}

function lineOf(invoice: RegisteredInvoice, line: RegisteredLine): InvoiceLine {
  return { number: invoice.invoiceNumber, line: line.line ?? invoice.lines.indexOf(line) + 1 };
}

/** The line that a cell belongs to, on the sheet of all lines or on a formatted invoice. */
export function lineOfCell(
  cell: CellRef,
  invoices: readonly RegisteredInvoice[],
  snapshot: Snapshot,
): InvoiceLine | undefined {
  for (const invoice of invoices) {
    const line = invoice.lines.find(({ at }) => at.sheet === cell.sheet && at.row === cell.row);
    if (line) return lineOf(invoice, line);
  }
  const grid = snapshot.grids.find(({ sheet }) => sheet === cell.sheet);
  if (!grid) return undefined;
  const byNumber = new Map(invoices.map((registered) => [registered.invoiceNumber, registered]));
  // The document's own number comes first; a credit note shows that of the invoice which it corrects below.
  const number = factsOnInvoiceSheet(grid).find((fact) => byNumber.has(fact));
  const invoice = number === undefined ? undefined : byNumber.get(number);
  const line = invoice && lineOnInvoiceSheet(grid, cell.row, invoice.lines);
  return line && lineOf(invoice, line);
}
