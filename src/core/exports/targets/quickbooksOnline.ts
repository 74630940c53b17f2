import { itemField, taxField } from "../documents/accountFields";
import { defineLineCsv, type LineColumn } from "../documents/csvExport";
import {
  amountText,
  customerName,
  dayField,
  description,
  invoiceText,
  numberText,
  termsField,
} from "../documents/documentFields";
import type { ExportDocument } from "../documents/exportDocument";
import { atMost, cutAt, needed } from "../documents/field";
import { signedAmount, turnedForCredit } from "../documents/quantityAndPrice";

const dateFormat = ({ source }: ExportDocument) => source.settings.exportDateFormat || "MM/DD/YYYY";

const columns = (isOfCredits: boolean): readonly LineColumn[] => [
  {
    title: isOfCredits ? "CreditMemoNo" : "InvoiceNo",
    value: (_, document) => atMost(21, invoiceText(document, "invoiceNumber")),
  },
  { title: "Customer", value: (_, document) => needed(customerName(document)) },
  {
    title: isOfCredits ? "CreditMemoDate" : "InvoiceDate",
    value: (_, document) => dayField(document, "invoiceDate", dateFormat(document)),
  },
  {
    title: "DueDate",
    value: (_, document) => {
      const due = dayField(document, "dueDate", dateFormat(document));
      return isOfCredits ? due : needed(due);
    },
  },
  { title: "Terms", value: (_, document) => termsField(document) },
  { title: "Memo", value: (_, document) => invoiceText(document, "poNumber") },
  { title: "Item(Product/Service)", value: (line, document) => needed(itemField(line, document)) },
  { title: "ItemDescription", value: (line, document) => cutAt(4000, description(line, document)) },
  { title: "ItemQuantity", value: (line, document) => numberText(turnedForCredit(line, document).quantity) },
  { title: "ItemRate", value: (line, document) => numberText(turnedForCredit(line, document).price) },
  {
    title: "ItemAmount",
    value: (line, document) => amountText(signedAmount(document, line.amount), document),
  },
  { title: "ItemTaxCode", value: (line, document) => taxField(line, document, "taxName") },
  {
    title: "ItemTaxAmount",
    value: (line, document) => amountText(signedAmount(document, line.tax), document),
  },
  { title: "Currency", value: (_, { currency }) => currency },
];

export const quickbooksOnline = defineLineCsv({
  id: "quickbooks-online",
  title: "QuickBooks Online",
  help: "Invoices, and credit notes apart, for the import of QuickBooks Online.",
  areCreditsApart: true,
  most: 100,
  columns,
});
