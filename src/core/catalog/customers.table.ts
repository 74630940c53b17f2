import { choiceColumn, idColumn, percentColumn, required, taxRateColumn, textColumn } from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";
import { headersOf, isTaxPercent, nameBesideId } from "./everydayHeaders";
import { nameKey } from "../base/name";
import { headers } from "./synonyms";

export const customersTable = defineTable({
  title: "Customers",
  synonyms: [
    ...[
      "Accounts",
      "Clients",
      "Kunden",
      "Customer list",
      "Client list",
      "Kundenliste",
      "Clientes",
      "Clienti",
    ],
    ...["Klanten", "Members", "Tenants"],
  ],
  help: "Who is billed. Optional: without it, customers are taken from Contracts.",
  toldBy: { without: "Kind" },
  columns: {
    customerId: required(
      idColumn({
        title: "Customer ID",
        ...headersOf("customerId"),
        help: "the customer's id, as in Contracts",
      }),
    ),
    customerName: required(
      textColumn({
        title: "Customer name",
        synonyms: headersOf("customerName").synonyms.filter((name) => nameKey(name) !== "billto"),
        secondChoices: nameBesideId,
        elseField: "billTo",
        help: "the name printed on invoices",
      }),
    ),
    email: textColumn({
      title: "Email",
      synonyms: ["EmailAddress", "E-mail", "Mail"],
      help: "where invoices are sent",
    }),
    addressLine1: textColumn({
      title: "Address line 1",
      synonyms: ["Address", "Street", "POAddressLine1", "Address 1", "Strasse", "Straße", "Adresse"],
      help: "street and number",
    }),
    addressLine2: textColumn({
      title: "Address line 2",
      synonyms: ["POAddressLine2", "Address 2"],
      help: "building, floor, department",
    }),
    city: textColumn({ title: "City", synonyms: ["POCity", "Town", "Ort", "Ville"], help: "town or city" }),
    postalCode: idColumn({
      title: "Postal code",
      synonyms: ["POPostalCode", "Zip", "Zip code", "Postcode", "PLZ", "Code postal"],
      help: "postal code; leading zeros are kept",
    }),
    region: textColumn({
      title: "Region",
      synonyms: ["PORegion", "State", "Province"],
      help: "state or province",
    }),
    country: textColumn({
      title: "Country",
      synonyms: ["POCountry", "Country code", "Land", "Pays"],
      help: "ISO 3166 code",
    }),
    taxId: idColumn({
      title: "Tax ID",
      synonyms: ["VAT ID", "VAT number", "USt-IdNr", "EIN", "ABN"],
      help: "tax number",
    }),
    currency: textColumn({
      title: "Currency",
      ...headersOf("currency"),
      help: "ISO 4217 code; used where the contract names none",
    }),
    paymentTerms: textColumn({
      title: "Payment terms",
      ...headersOf("terms"),
      help: "e.g. Net 30; used where the contract names none",
    }),
    taxCode: idColumn({
      title: "Tax code",
      synonyms: headers.taxCode,
      help: "used where price and contract name none",
    }),
    taxRate: taxRateColumn({
      title: "Tax %",
      orNone: ", or 0 for no tax: an empty cell takes the Tax code of Settings",
      ...headersOf("taxRate"),
      isHeader: isTaxPercent,
      help: "used where contract and price name no tax: 0.19, 19 % and 19 are the same",
    }),
    discount: percentColumn({
      title: "Discount %",
      ...headersOf("discount"),
      help: "used where price and contract name none",
    }),
    buyerReference: textColumn({
      title: "Buyer reference",
      synonyms: ["Leitweg-ID"],
      help: "printed on invoices",
    }),
    poNumber: idColumn({
      title: "PO number",
      synonyms: ["PO", "Purchase order"],
      help: "the customer's order number",
    }),
    language: textColumn({
      title: "Language",
      synonyms: ["Lang", "Sprache"],
      help: "language of the invoice",
    }),
    reminders: choiceColumn({
      title: "Reminders",
      help: "No keeps all reminders back",
      choices: { yes: ["Yes", "TRUE", "Ja"], no: ["No", "FALSE", "Nein"] },
    }),
    parent: idColumn({
      title: "Parent",
      synonyms: ["Parent ID", "Parent customer"],
      help: "the customer that it belongs to",
    }),
    billTo: textColumn({
      title: "Bill to",
      help: "Parent puts its lines on the invoice of its parent; default Self",
    }),
    template: textColumn({ title: "Template", synonyms: ["BrandingTheme"], help: "layout of the invoice" }),
    registration: idColumn({
      title: "Registration",
      synonyms: ["Registration number", "Company number", "Handelsregister"],
      help: "number in the register of companies, in e-invoices",
    }),
    electronicAddress: idColumn({
      title: "Electronic address",
      synonyms: ["Endpoint ID", "Peppol ID"],
      help: "where e-invoices go; without it the Email",
    }),
    electronicAddressScheme: idColumn({
      title: "Electronic address scheme",
      synonyms: ["EAS", "Endpoint scheme"],
      help: "EAS code of the electronic address, such as 0088 for a GLN",
    }),
  },
  examples: [
    {
      customerId: "C-001",
      customerName: "Blue Heron Ltd",
      email: "accounts@blueheron.example",
      addressLine1: "1 Quay Street",
      city: "Bristol",
      postalCode: "BS1 4DJ",
      country: "GB",
      paymentTerms: "Net 30",
      taxCode: "STD",
    },
    {
      customerId: "C-002",
      customerName: "Kestrel GmbH",
      city: "Berlin",
      postalCode: "10115",
      country: "DE",
      currency: "EUR",
    },
  ],
});
export type CustomerRecord = RecordOf<(typeof customersTable)["columns"]>;
