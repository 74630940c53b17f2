import { defineCustomers } from "../customers/defineCustomers";

export const xeroContacts = defineCustomers({
  id: "xero-contacts",
  title: "Xero contacts",
  help: "Customers of an export of contacts.",
  headers: {
    customerId: ["AccountNumber", "Account Number"],
    customerName: ["*ContactName", "ContactName", "Name"],
    email: ["EmailAddress", "Email"],
    addressLine1: ["POAddressLine1", "SAAddressLine1"],
    addressLine2: ["POAddressLine2", "SAAddressLine2"],
    city: ["POCity", "SACity"],
    region: ["PORegion", "SARegion"],
    postalCode: ["POPostalCode", "SAPostalCode"],
    country: ["POCountry", "SACountry"],
    taxId: ["TaxNumber", "Tax Number"],
    currency: ["DefaultCurrency", "Default Currency", "Currency"],
  },
});
