import { join } from "node:path";
import { Decimal, groupBy } from "../../src/core/api";
import { dayCell, numberCell, settingsSheet, sheetOf, textCell, type RealBook } from "./book";
import { readCsvFile } from "./csvFile";

const columns = ["InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"] as const;
type Line = Readonly<Record<(typeof columns)[number], string>>;

const amountOf = ({ Quantity, UnitPrice }: Line): Decimal => new Decimal(Quantity).times(UnitPrice);

/** Documents of a wholesaler with their lines, as its system wrote them; terms are assumed and nothing was ever paid. */
export function onlineRetailBooks(folder: string): RealBook[] {
  const lines: readonly Line[] = readCsvFile(join(folder, "invoice-lines.csv"), columns);
  const documents = [...groupBy(lines, ({ InvoiceNo }) => InvoiceNo).values()];
  const sheets = [
    settingsSheet({ Currency: "GBP", "Payment terms": "Net 30" }),
    sheetOf("Invoices", documents, {
      "Invoice number": ([first]) => textCell(first.InvoiceNo),
      Type: ([first]) => textCell(first.InvoiceNo.startsWith("C") ? "Credit note" : "Invoice"),
      "Customer ID": ([first]) => textCell(first.CustomerID.replace(/\.0$/, "")),
      "Invoice date": ([first]) => dayCell(first.InvoiceDate.slice(0, 10)),
    }),
    sheetOf("Invoice lines", lines, {
      "Invoice number": ({ InvoiceNo }) => textCell(InvoiceNo),
      Product: ({ StockCode }) => textCell(StockCode),
      Quantity: ({ Quantity }) => numberCell(Quantity),
      "Unit price": ({ UnitPrice }) => numberCell(UnitPrice),
      Amount: (line) => numberCell(amountOf(line)),
    }),
  ];
  return [
    { name: "online-retail", shows: "invoices and credit notes that nobody paid, aged as of a day", sheets },
  ];
}
