import type { Decimal } from "../../../src/core/money/decimal";
import { billBook, bookOf, contractRow, priceRow, type Row } from "../book";

const document = (number: string, amount: Decimal, corrects = ""): Row => ({
  "Invoice number": number,
  Type: corrects === "" ? "Invoice" : "Credit note",
  "Contract ID": "C1",
  "Customer ID": "K1",
  "Period start": "2026-01-01",
  "Period end": "2026-01-31",
  Subtotal: amount.toNumber(),
  Currency: "USD",
  Corrects: corrects,
  "Reason code": "PRICE",
});

/** What a credit of an issued invoice comes to; undefined where it is not accepted. */
export function creditOf(invoice: Decimal, before: Decimal, credit: Decimal): Decimal | undefined {
  const credited = before.isZero() ? [] : [document("CN-1", before.negated(), "INV-1")];
  const adjustment: Row = {
    "Contract ID": "C1",
    Date: "2026-02-15",
    Amount: credit.negated().toNumber(),
    Description: "Credit",
    "Reason code": "PRICE",
    "Invoice number": "INV-1",
  };
  const book = bookOf({
    Contracts: [contractRow()],
    Prices: [priceRow({ "Flat fee": invoice.toNumber() })],
    Invoices: [document("INV-1", invoice), ...credited],
    Adjustments: [adjustment],
  });
  const { invoices } = billBook(book, "2026-02");
  return invoices.find(({ type }) => type === "credit_note")?.total.negated();
}
