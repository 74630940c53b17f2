import type { CatalogTables } from "../catalog/readTables";
import { customersTable } from "../catalog/customers.table";
import { invoiceLinesTable } from "../documents/invoiceLines.table";
import { invoicesTable } from "../documents/invoices.table";
import type { LeftOut } from "../documents/leftOut";
import type { DocumentRegister, RegisteredInvoice } from "../documents/register";
import type { BoundTable } from "../schema/bind";
import { cellOf } from "../schema/readRecords";
import type { Columns, RecordOf, TableDefinition } from "../schema/table";

export type SignSource = Pick<LeftOut, "field" | "at">;

/** The first text of a row that has the sign. */
function textWith<C extends Columns>(
  sign: string,
  { title, columns }: TableDefinition<C>,
  bound: BoundTable<C> | undefined,
  record: RecordOf<C> | undefined,
): SignSource | undefined {
  if (!bound || !record) return undefined;
  const field = Object.keys(columns).find((name) => {
    const value: unknown = record[name as keyof typeof record];
    return typeof value === "string" && value.includes(sign);
  });
  return field === undefined
    ? undefined
    : { field: `${title}.${columns[field]!.title}`, at: cellOf(bound, record.row, field) };
}

/** The cell from which a document has a sign: of its lines, of itself or of its customer; else it is a template's. */
export function signSource(
  document: RegisteredInvoice,
  { linesBound, invoicesBound }: DocumentRegister,
  { customers }: Pick<CatalogTables, "customers">,
): (sign: string) => SignSource | undefined {
  const customer = customers.good.find(({ customerId }) => customerId === document.customerId);
  return (sign) => {
    for (const { record } of document.lines) {
      const found = textWith(sign, invoiceLinesTable, linesBound, record);
      if (found) return found;
    }
    return (
      textWith(sign, invoicesTable, invoicesBound, document) ??
      textWith(sign, customersTable, customers.bound, customer)
    );
  };
}
