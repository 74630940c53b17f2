import { dayColumn, decimalColumn, required, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";
import { headersOf } from "../everydayHeaders";
import { contractColumn } from "./parties";

export const quantitiesTable = defineTable({
  title: "Quantities",
  synonyms: ["Seat changes", "Licence changes", "Quantity changes"],
  help: "How many seats or licences there are from a day on; before the first row the Quantity of the price.",
  columns: {
    contractId: required(contractColumn),
    product: required(textColumn({ title: "Product", ...headersOf("product"), help: "what is counted" })),
    date: required(
      dayColumn({ title: "Date", synonyms: ["From", "Effective date"], help: "from this day on" }),
    ),
    quantity: required(
      decimalColumn({ title: "Quantity", synonyms: ["Seats", "Qty"], help: "the new level", min: "0" }),
    ),
  },
  examples: [],
});
