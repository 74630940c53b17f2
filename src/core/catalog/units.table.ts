import { idColumn, required, textColumn } from "../schema/column";
import { defineTable, type RecordOf } from "../schema/table";

export const unitsTable = defineTable({
  title: "Units",
  synonyms: ["Unit codes", "Einheiten"],
  help: "What the units of lines are called in e-invoices; optional, everyday units are known.",
  columns: {
    unit: required(textColumn({ title: "Unit", synonyms: ["Name"], help: "as on invoice lines" })),
    code: required(
      idColumn({
        title: "Code",
        synonyms: ["Unit code", "Rec 20"],
        help: "of UN/ECE Recommendation 20, such as HUR",
      }),
    ),
  },
  examples: [{ unit: "seat", code: "C62" }],
});
export type UnitRecord = RecordOf<(typeof unitsTable)["columns"]>;
