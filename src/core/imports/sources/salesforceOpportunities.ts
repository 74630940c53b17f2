import { defineAgreements } from "../agreements/defineAgreements";

export const salesforceOpportunities = defineAgreements({
  id: "salesforce-opportunities",
  title: "Salesforce opportunities",
  help: "Won opportunities of a report or of Data Loader as draft contracts, with their customers.",
  rowsAre: "opportunities",
  won: ["Closed Won", "ClosedWon", "Won"],
  headers: {
    recordId: ["Opportunity ID", "Id", "OpportunityId", "Record ID"],
    name: ["Opportunity Name", "Name"],
    customerId: ["Account ID", "AccountId"],
    customerName: ["Account Name", "Account.Name", "Account"],
    email: ["Billing Email", "Email"],
    amount: ["Amount", "Total Contract Value", "TCV"],
    currency: ["Currency", "CurrencyIsoCode", "Amount Currency", "Opportunity Currency"],
    start: ["Contract Start Date", "Start Date", "ContractStartDate__c", "Service Start Date"],
    closed: ["Close Date", "CloseDate"],
    end: ["Contract End Date", "End Date", "ContractEndDate__c"],
    term: ["Contract Term (months)", "Term", "Term (months)", "Contract Term", "ContractTerm__c", "Term__c"],
    discount: ["Discount", "Discount %", "Discount__c", "Discount Percent"],
    stage: ["Stage", "StageName"],
  },
});
