import { dayColumn, decimalColumn, required, textColumn } from "../../schema/column";
import { defineTable } from "../../schema/table";

export const exchangeRatesTable = defineTable({
  title: "Exchange rates",
  synonyms: ["FX rates", "Currency rates", "Wechselkurse"],
  help: "What one unit of a currency, or of a unit such as CREDITS, is worth in another from a day on.",
  columns: {
    date: required(dayColumn({ title: "Date", help: "the first day of the rate" })),
    from: required(
      textColumn({ title: "From", synonyms: ["From currency"], help: "the unit that is converted" }),
    ),
    to: required(
      textColumn({ title: "To", synonyms: ["To currency"], help: "the currency that it becomes" }),
    ),
    rate: required(decimalColumn({ title: "Rate", help: "how much of To one of From is", min: "0" })),
  },
  examples: [],
});
