import type { CashMonth } from "./month";
import type { Cell } from "../properties/support/sheets";

/** The tables of the workbook before the bank's file comes, each with its header. */
export function tablesOf({
  customers,
  documents,
}: CashMonth): Readonly<Record<string, readonly (readonly Cell[])[]>> {
  return {
    Settings: [
      ["Key", "Value"],
      ["Currency", "EUR"],
      ["Payment tolerance", 10],
      ["Payment tolerance percent", "2 %"],
    ],
    Customers: [
      ["Customer ID", "Customer name", "Currency", "Payment terms", "Parent"],
      ...customers.map(({ id, name, currency, terms, parent }) => [id, name, currency, terms, parent]),
    ],
    Invoices: [
      [
        "Invoice number",
        "Type",
        "Status",
        "Customer ID",
        "Customer name",
        "Invoice date",
        "Due date",
        "Currency",
        "Total",
        "PO number",
      ],
      ...documents.map(({ number, customer, day, due, cents, purchaseOrder }): Cell[] => [
        number,
        cents < 0 ? "Credit note" : "Invoice",
        "Issued",
        customer.id,
        customer.name,
        { date: day },
        cents < 0 ? undefined : { date: due },
        customer.currency,
        cents / 100,
        purchaseOrder === "" ? undefined : purchaseOrder,
      ]),
    ],
  };
}
