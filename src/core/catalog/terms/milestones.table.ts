import { dayColumn, moneyColumn, percentColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";
import { headersOf } from "../everydayHeaders";
import { contractColumn } from "./parties";

export const milestonesTable = defineTable({
  title: "Milestones",
  synonyms: ["Milestone plan", "Meilensteine"],
  help: "What a project is paid by: every milestone once, by the first run after it was reached.",
  columns: {
    contractId: required(contractColumn),
    milestone: required(
      textColumn({ title: "Milestone", help: "its name, printed as the Tier of its line" }),
    ),
    product: textColumn({ title: "Product", ...headersOf("product"), help: "the price of model milestone" }),
    amount: moneyColumn({ title: "Amount", help: "what it is paid with", min: "0" }),
    percent: percentColumn({
      title: "Percent",
      help: "or its share of the project total, the price's Flat fee",
    }),
    due: dayColumn({ title: "Due", synonyms: ["Due date"], help: "when it is planned; bills nothing" }),
    reached: dayColumn({
      title: "Reached",
      synonyms: ["Reached on", "Completed"],
      help: "the day it was reached",
    }),
    evidence: textColumn({ title: "Evidence", help: "what shows it: a protocol, a link" }),
    approvedBy: textColumn({ title: "Approved by", help: "who accepted it" }),
  },
  examples: [],
});
export type MilestoneRecord = RecordOf<(typeof milestonesTable)["columns"]>;
