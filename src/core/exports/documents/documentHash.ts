import type { Sha256 } from "../../base/sha256";
import { invoiceLinesTable } from "../../documents/invoiceLines.table";
import { invoicesTable } from "../../documents/invoices.table";
import type { RegisteredInvoice } from "../../documents/register";
import { hashOfTexts } from "../../schema/rowHash";
import type { Columns, TableDefinition } from "../../schema/table";
import { valueText } from "../../schema/valueText";

/** The texts of a record's columns up to one of them. */
function textsUpTo<C extends Columns>(
  { columns }: TableDefinition<C>,
  record: Readonly<Record<string, unknown>>,
  last: keyof C & string,
  without?: keyof C & string,
): string[] {
  const fields = Object.keys(columns);
  return fields
    .slice(0, fields.indexOf(last) + 1)
    .filter((field) => field !== without)
    .map((field) => valueText(columns[field]!, record[field]));
}

/** What of a document must not change once it was exported: its row up to Total without Status, its lines up to Tax rate. */
export function documentHash(document: RegisteredInvoice, sha256: Sha256): string {
  const lines = [...document.lines].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const texts = [
    ...textsUpTo(invoicesTable, { ...document }, "total", "status"),
    ...lines.flatMap(({ record }) => textsUpTo(invoiceLinesTable, { ...record }, "taxRate")),
  ];
  return hashOfTexts(texts, sha256);
}
