import { dayColumn, moneyColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";
import { headersOf } from "../everydayHeaders";
import { contractColumn } from "./parties";

export const placementsTable = defineTable({
  title: "Placements",
  synonyms: ["Placed candidates", "Vermittlungen"],
  help: "People who were placed: a price with a Refund scale bills each on Pay, and gives a part back where one leaves early.",
  columns: {
    placementId: required(textColumn({ title: "Placement ID", help: "printed as the Tier of its lines" })),
    contractId: required(contractColumn),
    product: textColumn({ title: "Product", ...headersOf("product"), help: "the price with a Refund scale" }),
    start: required(dayColumn({ title: "Start", synonyms: ["Start date"], help: "the first day of work" })),
    pay: required(
      moneyColumn({ title: "Pay", synonyms: ["Salary"], help: "what the fee is taken of", min: "0" }),
    ),
    left: dayColumn({ title: "Left", synonyms: ["Left on"], help: "the last day, where somebody left" }),
  },
  examples: [],
});
export type PlacementRecord = RecordOf<(typeof placementsTable)["columns"]>;
