import type { RegisteredInvoice } from "../../core/api";
import { invoiceRowView } from "./invoiceRowView";

const context = {
  catalog: { customers: new Map([["C1", { customerId: "C1", customerName: "Fjord AS", currency: "eur" }]]) },
  settings: { currency: "USD", approvalLimit: undefined },
  unwritten: new Set<string>(),
};

/** As a person wrote it into Invoices. */
function written(fields: Partial<RegisteredInvoice>): RegisteredInvoice {
  const at = { sheet: "Invoices", row: 1, column: 0 };
  return { invoiceNumber: "INV-1", row: 1, at, lines: [], ...fields } as unknown as RegisteredInvoice;
}

it.each([
  ["the one written", { customerId: "C1", currency: "gbp" }, "GBP"],
  ["that of its customer", { customerId: "C1" }, "EUR"],
  ["that of Settings", { customerId: "C2" }, "USD"],
])("a document is in %s", (_what, fields, currency) => {
  expect(invoiceRowView(written(fields), context).total.currency).toBe(currency);
});
