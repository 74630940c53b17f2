import { dayColumn, percentColumn, required, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";
import { headersOf } from "../everydayHeaders";
import { contractColumn } from "./parties";

export const progressTable = defineTable({
  title: "Progress",
  synonyms: ["Percent complete", "Project progress", "Fortschritt"],
  help: "How much of a project is done; its price of model percent_complete bills what was not billed before.",
  columns: {
    contractId: required(contractColumn),
    product: required(textColumn({ title: "Product", ...headersOf("product"), help: "the project's price" })),
    date: required(dayColumn({ title: "Date", help: "the day of the report" })),
    percent: required(
      percentColumn({ title: "Percent", help: "of the whole project, 33.33 or 33.33 %", most: "10" }),
    ),
  },
  examples: [],
});
