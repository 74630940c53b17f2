import { revenueField, taxField } from "../documents/accountFields";
import { defineLineCsv, type LineColumn } from "../documents/csvExport";
import {
  customerName,
  customerText,
  dayField,
  description,
  invoiceText,
  numberText,
} from "../documents/documentFields";
import type { ExportDocument, ExportLine } from "../documents/exportDocument";
import { cutAt, needed, type Field } from "../documents/field";
import { quantityAndPrice, withPositiveQuantity } from "../documents/quantityAndPrice";

const dateFormat = ({ source }: ExportDocument) => source.settings.exportDateFormat || "DD/MM/YYYY";

/** Credit notes are told by their prices, which are negative. */
function figures(line: ExportLine, document: ExportDocument) {
  const exact = quantityAndPrice(line, document);
  return document.isCredit ? withPositiveQuantity(exact) : exact;
}

/** A class “Region: North” is an option of a tracking category. */
function tracking(line: ExportLine, document: ExportDocument, part: "name" | "option"): Field {
  const field = revenueField(line, document, "class");
  const colon = field.text.indexOf(":");
  const name = colon < 0 ? "" : field.text.slice(0, colon);
  return { ...field, text: part === "name" ? name : field.text.slice(colon + 1) };
}

const empty = (title: string): LineColumn => ({ title, value: () => "" });

const columns: readonly LineColumn[] = [
  { title: "*ContactName", value: (_, document) => needed(customerName(document)) },
  { title: "EmailAddress", value: (_, document) => customerText(document, "email") },
  { title: "POAddressLine1", value: (_, document) => customerText(document, "addressLine1") },
  { title: "POAddressLine2", value: (_, document) => customerText(document, "addressLine2") },
  empty("POAddressLine3"),
  empty("POAddressLine4"),
  { title: "POCity", value: (_, document) => customerText(document, "city") },
  { title: "PORegion", value: (_, document) => customerText(document, "region") },
  { title: "POPostalCode", value: (_, document) => customerText(document, "postalCode") },
  { title: "POCountry", value: (_, document) => customerText(document, "country") },
  { title: "*InvoiceNumber", value: (_, document) => invoiceText(document, "invoiceNumber") },
  { title: "Reference", value: (_, document) => invoiceText(document, "poNumber") },
  { title: "*InvoiceDate", value: (_, document) => dayField(document, "invoiceDate", dateFormat(document)) },
  { title: "*DueDate", value: (_, document) => needed(dayField(document, "dueDate", dateFormat(document))) },
  { title: "InventoryItemCode", value: (line, document) => revenueField(line, document, "item") },
  { title: "*Description", value: (line, document) => cutAt(4000, needed(description(line, document))) },
  { title: "*Quantity", value: (line, document) => numberText(figures(line, document).quantity) },
  { title: "*UnitAmount", value: (line, document) => numberText(figures(line, document).price) },
  empty("Discount"),
  { title: "*AccountCode", value: (line, document) => revenueField(line, document, "account") },
  { title: "*TaxType", value: (line, document) => needed(taxField(line, document, "taxName")) },
  { title: "TrackingName1", value: (line, document) => tracking(line, document, "name") },
  { title: "TrackingOption1", value: (line, document) => tracking(line, document, "option") },
  empty("TrackingName2"),
  empty("TrackingOption2"),
  { title: "Currency", value: (_, { currency }) => currency },
  empty("BrandingTheme"),
];

export const xero = defineLineCsv({
  id: "xero",
  title: "Xero",
  help: "Sales invoices, and credit notes apart, for the import of Xero; prices are without tax.",
  areCreditsApart: true,
  most: 500,
  columns: () => columns,
});
