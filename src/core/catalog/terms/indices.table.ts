import { decimalColumn, monthColumn, required, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";

export const indicesTable = defineTable({
  title: "Indices",
  synonyms: ["Indexes", "Index values"],
  help: "Values of indices by month.",
  columns: {
    index: required(textColumn({ title: "Index", synonyms: ["Name"], help: "its name, as in Escalations" })),
    month: required(monthColumn({ title: "Month", help: "yyyy-mm, or any day of it" })),
    value: required(decimalColumn({ title: "Value", help: "the value of the month" })),
  },
  examples: [],
});
