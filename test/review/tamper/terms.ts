import { copyRow, removeRow, setCell, type Case } from "./change";

/** A change of the terms of a contract: those of several contracts can be made at once. */
type TermCase = Case & { readonly of: string };

/** What somebody changes in what is agreed beside prices, once it was billed and issued. */
export const termCases: readonly TermCase[] = [
  {
    it: "the percentage of a discount",
    of: "DISCOUNTED",
    edit: [["Discounts", "Percent", { "Discount ID": "D1" }, 0.2]],
    says: ["Discounts!Percent INPUT_CHANGED"],
  },
  {
    it: "the days of a discount",
    of: "DISCOUNTED",
    change: setCell("Discounts", "To", { "Discount ID": "D1" }, new Date("2026-10-10")),
    says: ["Discounts!To INPUT_CHANGED"],
  },
  {
    it: "a discount moved behind what was billed",
    of: "DISCOUNTED",
    change: setCell("Discounts", "From", { "Discount ID": "D1" }, new Date("2026-12-01")),
    says: ["Discounts!From INPUT_CHANGED"],
  },
  {
    it: "a discount taken out",
    of: "DISCOUNTED",
    change: removeRow("Discounts", { "Discount ID": "D1" }),
    says: ["Discounts INPUT_MISSING"],
  },
  {
    it: "the amount of a commitment",
    of: "COMMITTED",
    edit: [["Commitments", "Amount", { "Commitment ID": "M1" }, 450]],
    says: ["Commitments!Amount INPUT_CHANGED"],
  },
  {
    it: "an overage factor",
    of: "COMMITTED",
    edit: [["Commitments", "Overage factor", { "Commitment ID": "M1" }, 2]],
    says: ["Commitments!Overage factor INPUT_CHANGED"],
  },
  {
    it: "a commitment taken out",
    of: "COMMITTED",
    change: removeRow("Commitments", { "Commitment ID": "M1" }),
    says: ["Commitments INPUT_MISSING"],
  },
  {
    it: "a maximum of a contract year",
    of: "COMMITTED",
    edit: [["Prices", "Maximum", { "Price ID": "P-COMMITTED" }, 300]],
    says: ["Prices!Maximum INPUT_CHANGED"],
  },
  {
    it: "the amount of a grant",
    of: "PREPAID",
    edit: [["Grants", "Amount", { "Grant ID": "G1" }, 500]],
    says: ["Grants!Amount INPUT_CHANGED"],
  },
  {
    it: "a grant of somebody else",
    of: "PREPAID",
    edit: [["Grants", "Contract ID", { "Grant ID": "G1" }, "DISCOUNTED"]],
    says: ["Grants INPUT_MISSING"],
  },
  {
    it: "a level of seats",
    of: "SEATS",
    edit: [["Quantities", "Quantity", { Product: "Seats", Quantity: 20 }, 15]],
    says: ["Quantities!Quantity INPUT_CHANGED"],
  },
  {
    it: "the day of a level of seats",
    of: "SEATS",
    change: setCell("Quantities", "Date", { Quantity: 20 }, new Date("2026-10-26")),
    says: ["Quantities!Date INPUT_CHANGED"],
  },
  {
    it: "a renewal that was by itself",
    of: "SEATS",
    edit: [["Contracts", "Renewal", { "Contract ID": "SEATS" }, "None"]],
    says: ["Contracts INPUT_MISSING"],
  },
  {
    it: "the base value of an index",
    of: "INDEXED",
    edit: [["Escalations", "Base value", { "Escalation ID": "S1" }, 90]],
    says: ["Escalations!Base value INPUT_CHANGED"],
  },
  {
    it: "the cap of an escalation",
    of: "INDEXED",
    edit: [["Escalations", "Cap", { "Escalation ID": "S1" }, 0.05]],
    says: ["Escalations!Cap INPUT_CHANGED"],
  },
  {
    it: "the percentage of an escalation",
    of: "INDEXED",
    edit: [["Escalations", "Percent", { "Escalation ID": "S2" }, 0.04]],
    says: ["Escalations!Percent INPUT_CHANGED"],
  },
  {
    it: "an escalation that begins later",
    of: "INDEXED",
    change: setCell("Escalations", "From", { "Escalation ID": "S2" }, new Date("2026-12-01")),
    says: ["Escalations!From INPUT_CHANGED"],
  },
  {
    it: "the value of an index",
    of: "INDEXED",
    edit: [["Indices", "Value", { Month: "2026-05" }, 105]],
    says: ["Indices!Value INPUT_CHANGED"],
  },
  {
    it: "the value of an index taken out",
    of: "INDEXED",
    change: removeRow("Indices", { Month: "2026-05" }),
    says: ["Indices INPUT_MISSING"],
  },
  {
    it: "a rate of exchange",
    of: "CONVERTED",
    edit: [["Exchange rates", "Rate", { Rate: 0.05 }, 0.04]],
    says: ["Exchange rates!Rate INPUT_CHANGED"],
  },
  {
    it: "the amount of a milestone",
    of: "PROJECT",
    edit: [["Milestones", "Amount", { Milestone: "Design" }, 900]],
    says: ["Milestones!Amount INPUT_CHANGED"],
  },
  {
    it: "the evidence of a milestone",
    of: "PROJECT",
    edit: [["Milestones", "Evidence", { Milestone: "Design" }, "Protocol 8"]],
    says: ["Milestones!Evidence INPUT_CHANGED"],
  },
  {
    it: "a milestone that was not reached",
    of: "PROJECT",
    change: setCell("Milestones", "Reached", { Milestone: "Design" }, null),
    says: ["Milestones!Reached INPUT_CHANGED"],
  },
  {
    it: "the percentage of a report",
    of: "PROJECT",
    edit: [["Progress", "Percent", { Product: "Build" }, 0.25]],
    says: ["Progress!Percent INPUT_CHANGED"],
  },
  {
    it: "a retention",
    of: "PROJECT",
    edit: [["Contracts", "Retention %", { "Contract ID": "PROJECT" }, 0.05]],
    says: ["Contracts!Retention % INPUT_CHANGED"],
  },
  {
    it: "what a contract does not exceed",
    of: "PROJECT",
    edit: [["Contracts", "Not to exceed", { "Contract ID": "PROJECT" }, 9000]],
    says: ["Contracts!Not to exceed INPUT_CHANGED"],
  },
  {
    it: "a measured value",
    of: "MEASURED",
    edit: [["Results", "Value", { Measure: "Savings" }, 12000]],
    says: ["Results!Value INPUT_CHANGED"],
  },
  {
    it: "a measured availability",
    of: "MEASURED",
    edit: [["Results", "Value", { Measure: "Uptime" }, 99.95]],
    says: ["Results!Value INPUT_CHANGED"],
  },
  {
    it: "the scale of a service credit",
    of: "MEASURED",
    edit: [["Prices", "Tiers", { "Price ID": "P-SLA" }, "99.9: 0; 99: 0.05; *: 0.25"]],
    says: ["Prices!Tiers INPUT_CHANGED"],
  },
  {
    it: "the pay of a placement",
    of: "PLACED",
    edit: [["Placements", "Pay", { "Placement ID": "PL1" }, 70000]],
    says: ["Placements!Pay INPUT_CHANGED"],
  },
  {
    it: "the amount of a deposit",
    of: "PREPAID",
    edit: [["Adjustments", "Amount", { "Adjustment ID": "DEP1" }, 200]],
    says: ["Adjustments!Amount INPUT_CHANGED"],
  },
  {
    it: "a deposit taken out",
    of: "PREPAID",
    change: removeRow("Adjustments", { "Adjustment ID": "DEP1" }),
    says: ["Adjustments INPUT_MISSING"],
  },
];

/** What people go on to write in the same tables: no issued document is another one for it. */
export const laterTerms: readonly Case[] = [
  {
    it: "a discount of the next month, ended",
    change: setCell("Discounts", "To", { "Discount ID": "D2" }, new Date("2026-12-31")),
    says: [],
  },
  {
    it: "a discount that ends earlier, but later than what was billed",
    change: setCell("Discounts", "To", { "Discount ID": "D1" }, new Date("2026-11-30")),
    says: [],
  },
  {
    it: "levels, values and rates of the next month",
    edit: [
      ["Quantities", "Quantity", { Quantity: 30 }, 40],
      ["Indices", "Value", { Month: "2026-11" }, 120],
      ["Exchange rates", "Rate", { Rate: 0.06 }, 0.07],
      ["Grants", "Warn below", { "Grant ID": "G1" }, 50],
    ],
    says: [],
  },
  {
    it: "the end of a contract that goes on by itself",
    change: setCell("Contracts", "End date", { "Contract ID": "SEATS" }, new Date("2027-09-30")),
    says: [],
  },
  {
    it: "who left after what was billed",
    change: setCell("Placements", "Left", { "Placement ID": "PL1" }, new Date("2026-12-15")),
    says: [],
  },
  {
    it: "the evidence of a milestone that waited",
    edit: [["Milestones", "Evidence", { Milestone: "Launch" }, "Protocol 9"]],
    says: ["Milestones INPUT_ADDED"],
  },
  {
    it: "an audited value beside a provisional one",
    change: copyRow("Results", { Measure: "Savings" }, { Status: "Audited", Value: 12000 }),
    says: ["Results INPUT_ADDED"],
  },
];
