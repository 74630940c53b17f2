import { customersTable } from "../catalog/customers.table";
import { taxCodesTable } from "../catalog/taxCodes.table";
import { invoiceLinesTable } from "../documents/invoiceLines.table";
import { invoicesTable } from "../documents/invoices.table";
import { settingDefinitions } from "../settings/definitions";
import type { TermId } from "./semantic";

type Fields<T extends { readonly columns: object }> = keyof T["columns"] & string;

/** The column or setting that a business term comes from. */
export type TermSource =
  | { readonly table: "Settings"; readonly key: keyof typeof settingDefinitions }
  | { readonly table: "Customers"; readonly key: Fields<typeof customersTable> }
  | { readonly table: "Invoices"; readonly key: Fields<typeof invoicesTable> }
  | { readonly table: "Invoice lines"; readonly key: Fields<typeof invoiceLinesTable> }
  | { readonly table: "Tax codes"; readonly key: Fields<typeof taxCodesTable> };

const setting = (key: keyof typeof settingDefinitions): TermSource => ({ table: "Settings", key });
const customer = (key: Fields<typeof customersTable>): TermSource => ({ table: "Customers", key });
const invoice = (key: Fields<typeof invoicesTable>): TermSource => ({ table: "Invoices", key });
const line = (key: Fields<typeof invoiceLinesTable>): TermSource => ({ table: "Invoice lines", key });
const taxCode = (key: Fields<typeof taxCodesTable>): TermSource => ({ table: "Tax codes", key });

/** Where each term comes from, so that a rule that it breaks can be mended. */
const sources: ReadonlyMap<TermId, TermSource> = new Map([
  ["BT-1", invoice("invoiceNumber")],
  ["BT-2", invoice("invoiceDate")],
  ["BT-3", invoice("type")],
  ["BT-5", invoice("currency")],
  ["BT-9", invoice("dueDate")],
  ["BT-10", customer("buyerReference")],
  ["BT-12", invoice("contractId")],
  ["BT-13", invoice("poNumber")],
  ["BT-20", setting("paymentTerms")],
  ["BT-25", invoice("corrects")],
  ["BT-27", setting("companyName")],
  ["BT-30", setting("companyRegistration")],
  ["BT-31", setting("companyTaxId")],
  ["BT-32", setting("companyTaxId")],
  ["BT-34", setting("companyElectronicAddress")],
  ["BT-35", setting("companyStreet")],
  ["BT-36", setting("companyStreet2")],
  ["BT-37", setting("companyCity")],
  ["BT-38", setting("companyPostalCode")],
  ["BT-39", setting("companyRegion")],
  ["BT-40", setting("companyCountry")],
  ["BT-41", setting("companyContact")],
  ["BT-42", setting("companyPhone")],
  ["BT-43", setting("companyEmail")],
  ["BT-44", customer("customerName")],
  ["BT-46", customer("customerId")],
  ["BT-47", customer("registration")],
  ["BT-48", customer("taxId")],
  ["BT-49", customer("electronicAddress")],
  ["BT-50", customer("addressLine1")],
  ["BT-51", customer("addressLine2")],
  ["BT-52", customer("city")],
  ["BT-53", customer("postalCode")],
  ["BT-54", customer("region")],
  ["BT-55", customer("country")],
  ["BT-73", line("periodStart")],
  ["BT-74", line("periodEnd")],
  ["BT-77", customer("city")],
  ["BT-78", customer("postalCode")],
  ["BT-80", customer("country")],
  ["BT-81", invoice("currency")],
  ["BT-84", setting("companyIban")],
  ["BT-86", setting("companyBic")],
  ["BT-106", invoice("subtotal")],
  ["BT-109", invoice("subtotal")],
  ["BT-110", invoice("tax")],
  ["BT-112", invoice("total")],
  ["BT-115", invoice("total")],
  ["BT-116", invoice("subtotal")],
  ["BT-117", invoice("tax")],
  ["BT-118", taxCode("category")],
  ["BT-119", taxCode("rate")],
  ["BT-120", taxCode("exemptionReason")],
  ["BT-121", taxCode("exemptionCode")],
  ["BT-126", line("line")],
  ["BT-129", line("quantity")],
  ["BT-130", line("unit")],
  ["BT-131", line("amount")],
  ["BT-134", line("periodStart")],
  ["BT-135", line("periodEnd")],
  ["BT-146", line("unitPrice")],
  ["BT-151", taxCode("category")],
  ["BT-152", line("taxRate")],
  ["BT-153", line("product")],
  ["BT-154", line("description")],
  ["BT-155", line("priceId")],
] satisfies [TermId, TermSource][]);

/** Where a term comes from; the document's number stands for what has no column. */
export function sourceOf(term: TermId): TermSource {
  return sources.get(term) ?? invoice("invoiceNumber");
}

/** Table and column as they are headed: Customers.Tax ID, Settings.Company IBAN. */
export function titleOf(source: TermSource): string {
  switch (source.table) {
    case "Settings":
      return `Settings.${settingDefinitions[source.key].title}`;
    case "Customers":
      return `Customers.${customersTable.columns[source.key].title}`;
    case "Invoices":
      return `Invoices.${invoicesTable.columns[source.key].title}`;
    case "Invoice lines":
      return `Invoice lines.${invoiceLinesTable.columns[source.key].title}`;
    default:
      return `Tax codes.${taxCodesTable.columns[source.key].title}`;
  }
}
