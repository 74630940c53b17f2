import type { TieOut } from "../openItems";

export const sapFbl5n: TieOut = {
  id: "sap-fbl5n",
  title: "SAP customer line items",
  help: "Open items of transaction FBL5N.",
  headers: {
    number: ["Reference", "Referenz", "Reference Document", "Assignment", "Zuordnung"],
    customerId: ["Customer", "Account", "Debitor", "Konto", "Customer Account"],
    customerName: ["Customer Name", "Name 1", "Name"],
    date: ["Document Date", "Belegdatum", "Doc. Date"],
    open: [
      "Amount in doc. curr.",
      "Amount in Document Currency",
      "Amount in Transaction Currency",
      "Betrag in Belegwährung",
      "Betrag in BelWähr.",
      "Amount",
    ],
    currency: ["Document currency", "Currency", "Belegwährung", "Währung", "Transaction Currency", "Curr."],
  },
};
