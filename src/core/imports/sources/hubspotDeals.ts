import { defineAgreements } from "../agreements/defineAgreements";

export const hubspotDeals = defineAgreements({
  id: "hubspot-deals",
  title: "HubSpot deals",
  help: "Won deals as draft contracts, with their customers.",
  rowsAre: "deals",
  won: ["Closed Won", "closedwon", "Won", "Contract signed"],
  headers: {
    recordId: ["Record ID", "Deal ID", "Record ID - Deal"],
    name: ["Deal Name", "Name"],
    customerId: ["Associated Company IDs", "Company ID", "Associated Company ID"],
    customerName: ["Associated Company", "Company Name", "Company", "Associated Company (Primary)"],
    email: ["Billing Email", "Email"],
    amount: ["Amount", "Total contract value", "TCV", "Deal Amount"],
    currency: ["Currency", "Deal Currency", "Currency Code"],
    start: ["Contract Start Date", "Start Date", "Service Start"],
    closed: ["Close Date", "Closed Date"],
    end: ["Contract End Date", "End Date"],
    term: ["Term", "Term (months)", "Contract Term", "Contract Length", "Contract Term (months)"],
    discount: ["Discount", "Discount %", "Discount Percentage"],
    stage: ["Deal Stage", "Stage"],
  },
});
