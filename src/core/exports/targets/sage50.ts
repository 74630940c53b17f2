import { customerAccountField, revenueField, taxField } from "../documents/accountFields";
import { defineLineCsv, type LineColumn } from "../documents/csvExport";
import { amountText, dayField, description, invoiceText } from "../documents/documentFields";
import type { ExportDocument, ExportLine } from "../documents/exportDocument";
import { atMost, cutAt, needed, withFault, type Field } from "../documents/field";
import { signedAmount } from "../documents/quantityAndPrice";

/** The number's last characters: those that tell documents apart. */
function reference(document: ExportDocument): Field {
  const number = invoiceText(document, "invoiceNumber");
  return { ...number, kind: "text", text: [...number.text].slice(-8).join("") };
}

function taxCode(line: ExportLine, document: ExportDocument): Field {
  const field = needed(taxField(line, document, "taxName"));
  return field.text === "" || /^T\d{1,2}$/.test(field.text)
    ? field
    : withFault(field, "NOT_REPRESENTABLE", `“${field.text}” is no tax code of Sage 50; they are T0 to T99`);
}

function department(line: ExportLine, document: ExportDocument): Field {
  const field = revenueField(line, document, "class");
  return field.text === "" ? { ...field, text: "0" } : field;
}

const columns: readonly LineColumn[] = [
  { title: "Type", value: (_, { isCredit }) => (isCredit ? "SC" : "SI") },
  {
    title: "Account reference",
    value: (_, document) => atMost(8, customerAccountField(document, "account")),
  },
  { title: "Nominal code", value: (line, document) => revenueField(line, document, "account") },
  { title: "Department", value: department },
  { title: "Date", value: (_, document) => dayField(document, "invoiceDate", "DD/MM/YYYY") },
  { title: "Reference", value: (_, document) => reference(document) },
  { title: "Details", value: (line, document) => cutAt(60, description(line, document, false)) },
  { title: "Net", value: (line, document) => amountText(signedAmount(document, line.amount), document) },
  { title: "Tax code", value: taxCode },
  { title: "Tax amount", value: (line, document) => amountText(signedAmount(document, line.tax), document) },
  { title: "Exchange rate", value: () => "1" },
  { title: "Extra reference", value: (_, document) => invoiceText(document, "invoiceNumber") },
  { title: "User", value: () => "" },
];

export const sage50 = defineLineCsv({
  id: "sage-50",
  title: "Sage 50",
  help: "Sales invoices and credits as audit trail transactions for the import of Sage 50.",
  hasHeader: false,
  currency: ({ settings }) => settings.currency,
  columns: () => columns,
});
