import {
  dayColumn,
  decimalColumn,
  idColumn,
  integerColumn,
  percentColumn,
  required,
  textColumn,
} from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";
import { contractColumn, planColumn, productsColumn } from "./parties";

export const escalationsTable = defineTable({
  title: "Escalations",
  synonyms: ["Escalation", "Price increases", "Uplifts", "Indexation", "Preisanpassungen"],
  help: "Agreed increases of prices: by a percentage, or with an index.",
  columns: {
    escalationId: required(idColumn({ title: "Escalation ID", help: "its own id" })),
    contractId: contractColumn,
    plan: planColumn,
    products: productsColumn,
    from: required(dayColumn({ title: "From", help: "the day of the first step" })),
    every: integerColumn({ title: "Every", help: "months between steps; default 12", min: 1, max: 1200 }),
    percent: percentColumn({ title: "Percent", help: "added to the price before at every step" }),
    index: textColumn({ title: "Index", help: "the index that prices follow, as in Indices" }),
    baseValue: decimalColumn({
      title: "Base value",
      synonyms: ["Base index"],
      help: "the value of the index that the agreed price stands for",
    }),
    lag: integerColumn({
      title: "Lag",
      help: "months before the step whose value counts; default 0",
      min: 0,
      max: 120,
    }),
    cap: percentColumn({ title: "Cap", help: "the most that a step raises, in percent" }),
    floor: percentColumn({ title: "Floor", help: "the least that a step raises, in percent" }),
  },
  examples: [],
});
export type EscalationRecord = RecordOf<(typeof escalationsTable)["columns"]>;
