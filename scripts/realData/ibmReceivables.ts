import { join } from "node:path";
import { dayCell, numberCell, settingsSheet, sheetOf, textCell, type RealBook } from "./book";
import { readCsvFile } from "./csvFile";

const columns = [
  "customerID",
  "invoiceNumber",
  "InvoiceDate",
  "DueDate",
  "InvoiceAmount",
  "Disputed",
  "SettledDate",
] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

/** 4/6/2013 is the sixth of April: the file is an American one. */
function isoDay(text: string): string {
  const [month = "", day = "", year = ""] = text.split("/");
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Invoices with their settlements as payments; what was in dispute was so from the day of the invoice. */
export function ibmReceivablesBooks(folder: string): RealBook[] {
  const rows: readonly Row[] = readCsvFile(join(folder, "accounts-receivable.csv"), columns);
  const sheets = [
    settingsSheet({ Currency: "USD" }),
    sheetOf("Invoices", rows, {
      "Invoice number": ({ invoiceNumber }) => textCell(invoiceNumber),
      "Customer ID": ({ customerID }) => textCell(customerID),
      "Invoice date": ({ InvoiceDate }) => dayCell(isoDay(InvoiceDate)),
      "Due date": ({ DueDate }) => dayCell(isoDay(DueDate)),
      Total: ({ InvoiceAmount }) => numberCell(InvoiceAmount),
    }),
    sheetOf("Payments", rows, {
      "Payment ID": ({ invoiceNumber }) => textCell(`P-${invoiceNumber}`),
      Date: ({ SettledDate }) => dayCell(isoDay(SettledDate)),
      Amount: ({ InvoiceAmount }) => numberCell(InvoiceAmount),
      "Invoice number": ({ invoiceNumber }) => textCell(invoiceNumber),
    }),
    sheetOf(
      "Disputes",
      rows.filter(({ Disputed }) => Disputed === "Yes"),
      {
        "Invoice number": ({ invoiceNumber }) => textCell(invoiceNumber),
        Opened: ({ InvoiceDate }) => dayCell(isoDay(InvoiceDate)),
        "Reason code": () => textCell("DISPUTED"),
      },
    ),
  ];
  return [
    {
      name: "ibm-accounts-receivable",
      shows: "two years of invoices and settlements, aged at any day",
      sheets,
    },
  ];
}
