import { decimalColumn, idColumn, moneyColumn, required, textColumn } from "../schema/column";
import { refusesCertainParts } from "../schema/refusals";
import { defineTable, type RecordOf } from "../schema/table";
import { NOTHING_CHARGED } from "./nothingCharged";
import { isPricePerNumber } from "./pricePer";
import { headersOf } from "./everydayHeaders";
import { tierHeaders } from "./tierHeaders";

export const tiersTable = defineTable({
  title: "Tiers",
  synonyms: ["Price tiers", "Bands", "Staffeln"],
  help: "Steps of tiered prices, one row a step; the same as the Tiers cell of Prices.",
  columns: {
    priceId: required(
      idColumn({
        title: "Price ID",
        synonyms: ["Charge number", "Rate ID"],
        help: "as in Prices: its Price ID, or contract (or plan) and product where it has none, like “K1 Calls”",
      }),
    ),
    from: textColumn({
      title: "From",
      synonyms: tierHeaders.from,
      help: "the first unit of the tier; not needed where Up to says it all",
    }),
    upTo: textColumn({
      title: "Up to",
      synonyms: tierHeaders.upTo,
      help: "the last unit of the tier; blank, * or “and above” for no limit",
    }),
    band: textColumn({
      title: "Band",
      synonyms: tierHeaders.band,
      help: "both bounds in one text instead: 0-1000, 1001-5000, above 5000",
    }),
    unitPrice: decimalColumn({
      title: "Unit price",
      orNone: NOTHING_CHARGED,
      ...headersOf("unitPrice"),
      help: "price of one unit in the tier",
      isHeader: isPricePerNumber,
      takesPer: "unit",
      refuses: refusesCertainParts,
    }),
    flatFee: decimalColumn({
      title: "Flat fee",
      isAmount: true,
      orNone: NOTHING_CHARGED,
      ...headersOf("flatFee"),
      help: "charged once when the tier is entered",
      refuses: refusesCertainParts,
    }),
    blockSize: decimalColumn({
      title: "Block size",
      help: "the unit price is that of a started block of so many units",
    }),
    maximum: moneyColumn({
      title: "Maximum",
      help: "the most that the tier comes to, its fee included",
      min: "0",
    }),
    limits: textColumn({
      title: "Limits",
      help: "of a capacity: seats 100; GB 1000, the peaks that the step covers; blank for no limit",
    }),
  },
  examples: [
    { priceId: "CT-1001-GB", upTo: 100, unitPrice: 0.5, flatFee: 10 },
    { priceId: "CT-1001-GB", upTo: "*", unitPrice: 0.4, flatFee: 0 },
  ],
});
export type TierRecord = RecordOf<(typeof tiersTable)["columns"]>;
