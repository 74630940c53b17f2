import { defineCustomers } from "../customers/defineCustomers";

export const quickbooksCustomers = defineCustomers({
  id: "quickbooks-customers",
  title: "QuickBooks customers",
  help: "Customers of a customer contact list.",
  headers: {
    customerId: ["Customer ID", "Account No.", "Account Number"],
    customerName: ["Customer", "Customer full name", "Display name", "Company name", "Name", "Customer name"],
    email: ["Email", "Main Email", "E-mail"],
    addressLine1: ["Billing street", "Street", "Bill to 1", "Street Address", "Billing address"],
    addressLine2: ["Billing street 2", "Bill to 2"],
    city: ["Billing city", "City"],
    region: ["Billing state", "State", "Billing province"],
    postalCode: ["Billing ZIP", "ZIP", "Zip", "Billing postal code"],
    country: ["Billing country", "Country"],
    taxId: ["Tax ID", "Resale number", "Tax Resale No."],
    currency: ["Currency"],
    paymentTerms: ["Terms", "Payment terms"],
  },
});
