import { customerAccountField, itemField, revenueField, taxField } from "../documents/accountFields";
import {
  amountText,
  dayField,
  description,
  invoiceText,
  numberText,
  termsField,
} from "../documents/documentFields";
import type { LineColumn } from "../documents/csvExport";
import { needed } from "../documents/field";
import { quantityAndPrice } from "../documents/quantityAndPrice";
import { templateFile } from "../documents/templateFile";
import { defineDocumentExport } from "../export";

/** Headings of the templates that a company downloads; hers has some of them, and no others are filled. */
const columns: readonly LineColumn[] = [
  { title: "INVOICE_NO", value: (_, document) => invoiceText(document, "invoiceNumber") },
  { title: "PO_NO", value: (_, document) => invoiceText(document, "poNumber") },
  { title: "CUSTOMER_ID", value: (_, document) => customerAccountField(document, "account") },
  { title: "CREATED_DATE", value: (_, document) => dayField(document, "invoiceDate", "MM/DD/YYYY") },
  { title: "POSTING_DATE", value: (_, document) => dayField(document, "invoiceDate", "MM/DD/YYYY") },
  { title: "DUE_DATE", value: (_, document) => needed(dayField(document, "dueDate", "MM/DD/YYYY")) },
  { title: "TERM_NAME", value: (_, document) => termsField(document) },
  { title: "TOTAL_DUE", value: (_, document) => amountText(document.total, document) },
  { title: "CURRENCY", value: (_, { currency }) => currency },
  { title: "DESCRIPTION", value: (_, document) => invoiceText(document, "contractId") },
  {
    title: "LINE_NO",
    value: (line, { lines }) => String(line.record.line ?? lines.indexOf(line) + 1),
  },
  { title: "ACCT_NO", value: (line, document) => revenueField(line, document, "account") },
  { title: "DEPT_ID", value: (line, document) => revenueField(line, document, "class") },
  { title: "ITEM_ID", value: itemField },
  { title: "MEMO", value: (line, document) => description(line, document) },
  { title: "QUANTITY", value: (line, document) => numberText(quantityAndPrice(line, document).quantity) },
  { title: "PRICE", value: (line, document) => numberText(quantityAndPrice(line, document).price) },
  { title: "AMOUNT", value: (line, document) => amountText(line.amount, document) },
  { title: "TAX_DETAIL", value: (line, document) => taxField(line, document, "taxName") },
  { title: "TAX_AMOUNT", value: (line, document) => amountText(line.tax, document) },
];

const TITLES = columns.map(({ title }) => title);
const AMOUNTS: ReadonlySet<string> = new Set(["TOTAL_DUE", "QUANTITY", "PRICE", "AMOUNT", "TAX_AMOUNT"]);

export const sageIntacct = defineDocumentExport({
  id: "sage-intacct",
  title: "Sage Intacct",
  help: "Invoices in the template that your company downloads from Sage Intacct; each company's is another.",
  extension: "xlsx",
  encoding: "utf-8",
  template: { when: "needed", labels: TITLES },
  rows: (document) => document.lines.map((line) => columns.map(({ value }) => value(line, document))),
  files: (input) =>
    input.template
      ? [templateFile("sage-intacct", { labels: TITLES, amounts: AMOUNTS, template: input.template }, input)]
      : [],
});
