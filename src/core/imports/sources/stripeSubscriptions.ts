import { defineAgreements } from "../agreements/defineAgreements";

export const stripeSubscriptions = defineAgreements({
  id: "stripe-subscriptions",
  title: "Stripe subscriptions",
  help: "Active subscriptions as draft contracts, with their customers; the amount is that of an interval.",
  rowsAre: "subscriptions",
  won: ["active", "trialing", "past_due"],
  headers: {
    recordId: ["id", "Subscription ID"],
    name: ["Plan", "Product", "Price Nickname", "Plan Name", "Product Name"],
    customerId: ["Customer ID", "Customer"],
    customerName: ["Customer Name", "Customer Description", "Name"],
    email: ["Customer Email", "Email"],
    amount: ["Amount", "Plan Amount", "Unit Amount"],
    currency: ["Currency", "Plan Currency"],
    start: ["Start Date (UTC)", "Start (UTC)", "Start Date", "Current Period Start (UTC)"],
    closed: ["Created (UTC)", "Created"],
    end: ["Ended At (UTC)", "Cancel At (UTC)", "Ended At"],
    interval: ["Interval", "Plan Interval", "Billing Interval"],
    quantity: ["Quantity"],
    stage: ["Status"],
  },
});
