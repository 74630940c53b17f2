import { formatDay } from "../../calendar/day";
import { csvFiles } from "../documents/csvExport";
import { amountText, invoiceText, lineText } from "../documents/documentFields";
import { journalRows } from "../documents/journalRows";
import { defineDocumentExport } from "../export";

const TITLES = "Entry,Line,Date,Document,Account,Debit,Credit,Currency,Customer ID,Tax code,Class,Text".split(
  ",",
);

export const journal = defineDocumentExport({
  id: "journal",
  title: "Journal",
  help: "Receivable, revenue, deferred revenue and tax of every document as a balanced entry, for any ledger.",
  extension: "csv",
  encoding: "utf-8",
  rows: (document) => {
    const { date, isCredit, currency } = document;
    return journalRows(document, true).map(({ account, debit, credit, line, className, text }, index) => [
      invoiceText(document, "invoiceNumber"),
      String(index + 1),
      formatDay(date),
      isCredit ? "Credit note" : "Invoice",
      account,
      debit ? amountText(debit, document) : "",
      credit ? amountText(credit, document) : "",
      currency,
      invoiceText(document, "customerId"),
      line ? lineText(line, document, "taxCode") : "",
      className ?? "",
      text,
    ]);
  },
  files: (input) => csvFiles("journal", { areCreditsApart: false }, () => TITLES, input),
});
