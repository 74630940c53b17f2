import type { CellInput, RowInput } from "./workbookFixture";

/** A line of a document that is in the workbook already. */
export interface PastLine {
  readonly product?: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly amount?: number;
  readonly row?: RowInput;
}

export interface PastInvoice {
  readonly number: string;
  readonly contractId: string;
  /** The month, such as 2026-03, that the document and its lines are for. */
  readonly month: string;
  readonly lines: readonly PastLine[];
  readonly row?: RowInput;
}

const lastDay = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0));

/** The rows of Invoices and Invoice lines for documents of this or another system. */
export function pastInvoices(invoices: readonly PastInvoice[]): {
  readonly Invoices: RowInput[];
  readonly "Invoice lines": RowInput[];
} {
  return { Invoices: invoices.map(invoiceRow), "Invoice lines": invoices.flatMap(lineRows) };
}

const amountOf = ({ quantity, unitPrice, amount }: PastLine) =>
  amount ?? Math.round(quantity * unitPrice * 100) / 100;

function periodOf(month: string): { start: string; end: string } {
  return { start: `${month}-01`, end: lastDay(month).toISOString().slice(0, 10) };
}

function invoiceRow({ number, contractId, month, lines, row = {} }: PastInvoice): RowInput {
  const { start, end } = periodOf(month);
  const subtotal = lines.reduce((sum, line) => sum + amountOf(line), 0);
  const cells: Record<string, CellInput> = {
    "Invoice number": number,
    Status: "Issued",
    Type: "Invoice",
    "Customer ID": `K-${contractId}`,
    "Contract ID": contractId,
    "Period start": start,
    "Period end": end,
    "Invoice date": end,
    "Due date": end,
    Currency: "USD",
    Subtotal: subtotal,
    Tax: 0,
    Total: subtotal,
    Paid: 0,
    Balance: subtotal,
    Corrects: undefined,
    "Reason code": undefined,
  };
  return { ...cells, ...row };
}

function lineRows({ number, contractId, month, lines }: PastInvoice): RowInput[] {
  const { start, end } = periodOf(month);
  return lines.map((line, at) => ({
    "Invoice number": number,
    Line: at + 1,
    "Contract ID": contractId,
    Product: line.product ?? "Calls",
    Kind: "usage",
    "Period start": start,
    "Period end": end,
    Quantity: line.quantity,
    "Unit price": line.unitPrice,
    Amount: amountOf(line),
    "Tax code": undefined,
    "Tax rate": undefined,
    ...line.row,
  }));
}
