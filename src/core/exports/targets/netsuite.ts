import { customerAccountField, itemField, taxField } from "../documents/accountFields";
import { defineLineCsv, type LineColumn } from "../documents/csvExport";
import {
  amountText,
  dayField,
  description,
  invoiceText,
  numberText,
  termsField,
} from "../documents/documentFields";
import { cutAt, needed } from "../documents/field";
import { signedAmount, turnedForCredit } from "../documents/quantityAndPrice";

const columns: readonly LineColumn[] = [
  { title: "External ID", value: (_, document) => invoiceText(document, "invoiceNumber") },
  { title: "Entity", value: (_, document) => customerAccountField(document, "account") },
  { title: "Tran Date", value: (_, document) => dayField(document, "invoiceDate", "M/D/YYYY") },
  { title: "Due Date", value: (_, document) => dayField(document, "dueDate", "M/D/YYYY") },
  { title: "Terms", value: (_, document) => termsField(document) },
  { title: "Currency", value: (_, { currency }) => currency },
  { title: "PO #", value: (_, document) => invoiceText(document, "poNumber") },
  { title: "Memo", value: (_, document) => invoiceText(document, "contractId") },
  { title: "Item", value: (line, document) => needed(itemField(line, document)) },
  { title: "Description", value: (line, document) => cutAt(4000, description(line, document)) },
  { title: "Quantity", value: (line, document) => numberText(turnedForCredit(line, document).quantity) },
  { title: "Rate", value: (line, document) => numberText(turnedForCredit(line, document).price) },
  { title: "Amount", value: (line, document) => amountText(signedAmount(document, line.amount), document) },
  { title: "Tax Code", value: (line, document) => taxField(line, document, "taxName") },
];

export const netsuite = defineLineCsv({
  id: "netsuite",
  title: "NetSuite",
  help: "Invoices, and credit memos apart, for the CSV import of NetSuite.",
  areCreditsApart: true,
  columns: () => columns,
});
