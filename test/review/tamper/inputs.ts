import { removeRow, setCell, type Case } from "./change";

export const inputCases: readonly Case[] = [
  {
    it: "a unit price",
    edit: [["Prices", "Unit price", { "Price ID": "P3" }, 0.6]],
    says: ["Prices!Unit price INPUT_CHANGED"],
  },
  {
    it: "a flat fee",
    edit: [["Prices", "Flat fee", { "Price ID": "P2" }, 260]],
    says: ["Prices!Flat fee INPUT_CHANGED"],
  },
  {
    it: "a discount",
    edit: [["Prices", "Discount %", { "Price ID": "P3" }, 0.2]],
    says: ["Prices!Discount % INPUT_CHANGED"],
  },
  {
    it: "tiers in a cell",
    edit: [["Prices", "Tiers", { "Price ID": "P4" }, "100: 0.30; *: 0.25"]],
    says: ["Prices!Tiers INPUT_CHANGED"],
  },
  {
    it: "a price in the Tiers table",
    edit: [["Tiers", "Unit price", { "Up to": 5000 }, 0.09]],
    says: ["Tiers!Unit price INPUT_CHANGED"],
  },
  {
    it: "a bound in the Tiers table",
    edit: [["Tiers", "Up to", { "Up to": 1000 }, 2000]],
    says: ["Tiers INPUT_CHANGED"],
  },
  {
    it: "a pricing model",
    edit: [["Prices", "Pricing model", { "Price ID": "P4" }, "graduated"]],
    says: ["Prices!Pricing model INPUT_CHANGED"],
  },
  {
    it: "the meter of a price",
    edit: [["Prices", "Meter", { "Price ID": "P3" }, "calls"]],
    says: ["Prices!Meter INPUT_CHANGED"],
  },
  {
    it: "a price that cannot be read any more",
    edit: [["Prices", "Unit price", { "Price ID": "P3" }, "on request"]],
    says: ["Prices!Unit price INPUT_CHANGED"],
  },
  {
    it: "an end of validity within the days",
    change: setCell("Prices", "Effective to", { "Price ID": "P1" }, new Date("2026-10-10")),
    says: ["Prices!Effective to INPUT_CHANGED"],
  },
  {
    it: "a price taken out",
    change: removeRow("Prices", { "Price ID": "P2" }),
    says: ["Prices INPUT_MISSING"],
  },
  {
    it: "the payment terms of a customer",
    edit: [["Customers", "Payment terms", { "Customer ID": "C1" }, "Net 60"]],
    says: ["Customers!Payment terms INPUT_CHANGED"],
  },
  {
    it: "a customer taken out",
    change: removeRow("Customers", { "Customer ID": "C3" }),
    says: ["Customers INPUT_MISSING"],
  },
  {
    it: "the billing frequency of a contract",
    edit: [["Contracts", "Billing frequency", { "Contract ID": "K1" }, "Quarterly"]],
    says: ["Contracts!Billing frequency INPUT_CHANGED"],
  },
  {
    it: "the tax code of a contract",
    edit: [["Contracts", "Tax code", { "Contract ID": "K3" }, "STD"]],
    says: ["Contracts!Tax code INPUT_CHANGED"],
  },
  {
    it: "an end of a contract within the days",
    change: setCell("Contracts", "End date", { "Contract ID": "K1" }, new Date("2026-10-15")),
    says: ["Contracts!End date INPUT_CHANGED"],
  },
  {
    it: "a contract taken out",
    change: removeRow("Contracts", { "Contract ID": "K2" }),
    says: ["Contracts INPUT_MISSING"],
  },
  {
    it: "a rate of tax",
    edit: [["Tax codes", "Rate", { "Tax code": "RED" }, 0.2]],
    says: ["Tax codes!Rate INPUT_CHANGED"],
  },
  {
    it: "the filter of a meter",
    edit: [["Meters", "Filter", { Meter: "traffic EU" }, "Region = US"]],
    says: ["Meters!Filter INPUT_CHANGED"],
  },
  {
    it: "an aggregation",
    edit: [["Meters", "Aggregation", { Meter: "calls" }, "Max"]],
    says: ["Meters!Aggregation INPUT_CHANGED"],
  },
  {
    it: "a rounding mode",
    edit: [["Settings", "Value", { Key: "Rounding mode" }, "half_even"]],
    says: ["Settings!Value INPUT_CHANGED"],
  },
  {
    it: "the quantity of a usage row",
    edit: [["Usage", "Quantity", { "Event ID": "E2" }, 4400]],
    says: ["Usage!Quantity INPUT_MISSING", "Usage!Quantity INPUT_CHANGED"],
  },
  {
    it: "the day of a usage row",
    change: setCell("Usage", "Date", { "Event ID": "E2" }, new Date("2026-10-18")),
    says: ["Usage!Quantity INPUT_MISSING"],
  },
  {
    it: "the meter of a usage row",
    edit: [["Usage", "Meter", { "Event ID": "E6" }, "storage"]],
    says: ["Usage INPUT_MISSING"],
  },
  {
    it: "the contract of a usage row",
    edit: [["Usage", "Contract ID", { "Event ID": "E6" }, "K1"]],
    says: ["Usage INPUT_MISSING"],
  },
  {
    it: "the property of a usage row that a meter filters by",
    edit: [["Usage", "Region", { "Event ID": "E7" }, "EU"]],
    says: ["Usage!Quantity INPUT_MISSING"],
  },
  {
    it: "a usage row taken out",
    change: removeRow("Usage", { "Event ID": "E1" }),
    says: ["Usage INPUT_MISSING"],
  },
  {
    it: "a quantity made text",
    edit: [["Usage", "Quantity", { "Event ID": "E4" }, "many"]],
    says: ["Usage!Quantity INPUT_MISSING"],
  },
  {
    it: "the amount of an adjustment",
    edit: [["Adjustments", "Amount", { "Adjustment ID": "A1" }, -30]],
    says: ["Adjustments!Amount INPUT_CHANGED"],
  },
  {
    it: "an adjustment taken out",
    change: removeRow("Adjustments", { "Adjustment ID": "A1" }),
    says: ["Adjustments INPUT_MISSING"],
  },
];
