import { defineAgreements } from "../agreements/defineAgreements";

export const chargebeeSubscriptions = defineAgreements({
  id: "chargebee-subscriptions",
  title: "Chargebee subscriptions",
  help: "Active subscriptions as draft contracts, with their customers; the amount is that of a billing period.",
  rowsAre: "subscriptions",
  won: ["active", "in_trial", "non_renewing", "future"],
  headers: {
    recordId: ["Subscription ID", "subscriptions.id", "Subscription Id", "id"],
    name: ["Plan Name", "Plan ID", "subscriptions.plan_id", "Item Price ID"],
    customerId: ["Customer ID", "customers.id", "Customer Id"],
    customerName: ["Customer Company", "Company", "customers.company", "Customer Name"],
    email: ["Customer Email", "customers.email", "Email"],
    amount: ["Plan Amount", "Amount", "Plan Unit Price", "subscriptions.plan_amount"],
    currency: ["Currency", "Currency Code", "subscriptions.currency_code"],
    start: ["Start Date", "Started At", "subscriptions.started_at", "subscriptions.start_date"],
    closed: ["Created At", "subscriptions.created_at"],
    end: ["Cancelled At", "subscriptions.cancelled_at", "End Date"],
    interval: [
      "Billing Period Unit",
      "Billing Frequency",
      "subscriptions.billing_period_unit",
      "Period Unit",
    ],
    quantity: ["Plan Quantity", "Quantity", "subscriptions.plan_quantity"],
    stage: ["Status", "Subscription Status", "subscriptions.status"],
  },
});
