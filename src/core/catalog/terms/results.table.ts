import { choiceColumn, decimalColumn, monthColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";
import { contractColumn } from "./parties";

export const resultsTable = defineTable({
  title: "Results",
  synonyms: ["Outcomes", "Measures", "Ergebnisse"],
  help: "What was measured of a month: a price whose Meter is the measure takes the value as its quantity.",
  columns: {
    contractId: required(contractColumn),
    measure: required(
      textColumn({ title: "Measure", synonyms: ["KPI"], help: "what is measured, the Meter of a price" }),
    ),
    period: required(
      monthColumn({ title: "Period", synonyms: ["Month"], help: "the month, 2026-10, or any day of it" }),
    ),
    value: required(decimalColumn({ title: "Value", synonyms: ["Result"], help: "what was measured" })),
    evidence: textColumn({ title: "Evidence", help: "what shows it: a report, a link" }),
    status: choiceColumn({
      title: "Status",
      help: "an Audited value replaces a Provisional one",
      choices: { audited: "Audited", provisional: ["Provisional", "Preliminary"] },
    }),
  },
  examples: [],
});
export type ResultRecord = RecordOf<(typeof resultsTable)["columns"]>;
