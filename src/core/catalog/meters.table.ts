import { choiceColumn, required, textColumn } from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";
import { headers } from "./synonyms";

export const metersTable = defineTable({
  title: "Meters",
  synonyms: ["Metrics", "Billable metrics", "Zähler"],
  help: "How usage rows become one quantity. Optional: a meter without a row here is a plain sum.",
  columns: {
    meter: required(
      textColumn({
        title: "Meter",
        synonyms: ["Meter name", "Name", "Metric"],
        help: "the meter that prices name",
      }),
    ),
    sourceMeter: textColumn({
      title: "Source meter",
      synonyms: ["Source", "Usage meter"],
      help: "the Meter of the usage rows it reads; default itself",
    }),
    aggregation: choiceColumn({
      title: "Aggregation",
      synonyms: ["Aggregate", "Function", "Aggregation type"],
      help: "how the rows of a period become one number; default Sum",
      choices: {
        sum: "Sum",
        count: "Count",
        max: ["Max", "Maximum", "Peak"],
        latest: ["Latest", "Last"],
        unique: ["Unique", "Unique count", "Distinct"],
        average: ["Average", "Mean", "Avg"],
      },
    }),
    keyColumn: textColumn({
      title: "Key column",
      synonyms: ["Key", "Property"],
      help: "the Usage column that Unique counts",
    }),
    filter: textColumn({
      title: "Filter",
      synonyms: ["Condition", "Where"],
      help: "Region = EU: only rows with that property",
    }),
    unit: textColumn({ title: "Unit", synonyms: headers.unit, help: "e.g. GB, call" }),
  },
  examples: [
    { meter: "API calls", aggregation: "Sum", unit: "call" },
    { meter: "Storage", aggregation: "Max", unit: "GB" },
  ],
});
export type MeterRecord = RecordOf<(typeof metersTable)["columns"]>;
