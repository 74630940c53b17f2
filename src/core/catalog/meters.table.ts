import { choiceColumn, integerColumn, required, textColumn } from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";
import { headers } from "./synonyms";

/** Aggregations over time: rows are changes of a level, or readings. */
const levelChoices = {
  weighted_sum: ["Weighted sum", "Time-weighted"],
  held: ["Held", "Held days"],
  register: ["Register", "Meter reading", "Readings"],
} as const;

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
        ...levelChoices,
      },
    }),
    keyColumn: textColumn({
      title: "Key column",
      synonyms: ["Key", "Property"],
      help: "the Usage column that Unique counts, and whose keys are Held",
    }),
    filter: textColumn({
      title: "Filter",
      synonyms: ["Condition", "Where"],
      help: "Region = EU: only rows with that property; also time = 09:00-12:00 and weekday = Mon-Fri",
    }),
    digits: integerColumn({
      title: "Digits",
      help: "of a Register: after 99999 of 5 digits it goes on at 0",
      min: 1,
      max: 15,
    }),
    unit: textColumn({ title: "Unit", synonyms: headers.unit, help: "e.g. GB, call" }),
  },
  examples: [
    { meter: "API calls", aggregation: "Sum", unit: "call" },
    { meter: "Storage", aggregation: "Max", unit: "GB" },
  ],
});
export type MeterRecord = RecordOf<(typeof metersTable)["columns"]>;
