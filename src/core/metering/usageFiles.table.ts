import { dayColumn, decimalColumn, integerColumn, required, textColumn } from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";

/** Files whose rows are billed and stay where they are: they are read again whenever something is computed. */
export const usageFilesTable = defineTable({
  title: "Usage files",
  synonyms: [],
  help: "Files of usage whose rows were billed and not copied into Usage, one row a file and meter.",
  columns: {
    file: required(textColumn({ title: "File", help: "its name" })),
    meter: textColumn({ title: "Meter", help: "the meter as the file names it" }),
    rows: integerColumn({
      title: "Rows",
      help: "its rows in the file that are not blank",
      min: 0,
      max: 1_000_000_000,
    }),
    quantity: decimalColumn({ title: "Quantity", help: "what they come to" }),
    firstDay: dayColumn({ title: "First day", help: "the first day of use" }),
    lastDay: dayColumn({ title: "Last day", help: "the last one" }),
    sha256: required(
      textColumn({ title: "SHA-256", help: "the hash of the file: another content has another one" }),
    ),
  },
  examples: [],
});

export type UsageFileRecord = RecordOf<(typeof usageFilesTable)["columns"]>;
