import { dayIn } from "../text/dateFormat";
import { customerAccountField, taxField } from "../documents/accountFields";
import { csvFiles } from "../documents/csvExport";
import { amountText, customerName, invoiceText, settingText } from "../documents/documentFields";
import { atMost, cutAt, needed, type Value } from "../documents/field";
import { journalRows, type JournalRow } from "../documents/journalRows";
import type { ExportDocument } from "../documents/exportDocument";
import { templateFile } from "../documents/templateFile";
import { defineDocumentExport } from "../export";

interface Column {
  readonly title: string;
  readonly value: (row: JournalRow, document: ExportDocument) => Value;
}

const companyCode = (_: JournalRow, { source }: ExportDocument) =>
  atMost(4, needed(settingText(source, "sapCompanyCode")));
const date = (_: JournalRow, document: ExportDocument) => dayIn("YYYYMMDD", document.date);

/** The labels of app F2548, Upload General Journal Entries. */
const columns: readonly Column[] = [
  { title: "*Company Code (4)", value: companyCode },
  {
    title: "*Journal Entry Type (2)",
    value: (_, { source, isCredit }) =>
      atMost(2, needed(settingText(source, isCredit ? "sapCreditType" : "sapDocumentType"))),
  },
  { title: "*Journal Entry Date", value: date },
  { title: "*Posting Date", value: date },
  { title: "Document Header Text (25)", value: (_, document) => cutAt(25, customerName(document)) },
  { title: "*Transaction Currency (5)", value: (_, { currency }) => currency },
  {
    title: "Reference Document Number (16)",
    value: (_, document) => atMost(16, invoiceText(document, "invoiceNumber")),
  },
  { title: "Company Code (4)", value: companyCode },
  {
    title: "G/L Account (10)",
    value: ({ role, account }) => (role === "receivable" ? "" : atMost(10, account)),
  },
  { title: "Item Text (50)", value: ({ text }) => cutAt(50, text) },
  {
    title: "Transaction Currency Debit",
    value: ({ debit }, document) => (debit ? amountText(debit, document) : ""),
  },
  {
    title: "Transaction Currency Credit",
    value: ({ credit }, document) => (credit ? amountText(credit, document) : ""),
  },
  {
    title: "Tax Code (2)",
    value: ({ line }, document) => (line ? atMost(2, taxField(line, document, "taxName")) : ""),
  },
  {
    title: "Cost Center (10)",
    value: ({ className }) => (className ? atMost(10, className) : ""),
  },
  {
    title: "Customer (10)",
    value: ({ role }, document) =>
      role === "receivable" ? atMost(10, customerAccountField(document, "account")) : "",
  },
  { title: "Assignment (18)", value: (_, document) => atMost(18, invoiceText(document, "invoiceNumber")) },
];

const TITLES = columns.map(({ title }) => title);
const AMOUNTS: ReadonlySet<string> = new Set(["Transaction Currency Debit", "Transaction Currency Credit"]);

export const sapJournal = defineDocumentExport({
  id: "sap-journal",
  title: "SAP S/4HANA journal entries",
  help: "Journal entries with the labels of Upload General Journal Entries (F2548), or in your release's template.",
  extension: "csv",
  encoding: "utf-8",
  template: { when: "possible", labels: TITLES },
  mostRows: 999,
  rows: (document) => journalRows(document).map((row) => columns.map(({ value }) => value(row, document))),
  files: (input) =>
    input.template
      ? [templateFile("sap-journal", { labels: TITLES, amounts: AMOUNTS, template: input.template }, input)]
      : csvFiles("sap-journal", { areCreditsApart: false }, () => TITLES, input),
});
