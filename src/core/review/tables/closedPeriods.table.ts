import { integerColumn, momentColumn, required, textColumn } from "../../schema/column";
import { defineTable, type RecordOf } from "../../schema/table";

/** Periods that were closed and opened again, in the order in which it happened. */
export const closedPeriodsTable = defineTable({
  title: "Closed periods",
  synonyms: [],
  help: "Which periods were closed, when and by whom; a closed one is not billed.",
  columns: {
    period: required(textColumn({ title: "Period", help: "such as 2026-10" })),
    action: required(textColumn({ title: "Action", help: "close or reopen" })),
    when: momentColumn({ title: "When", help: "the as-of date, or the time" }),
    who: textColumn({ title: "Who", help: "who did it" }),
    documents: integerColumn({ title: "Documents", help: "of the period", min: 0, max: 10_000_000 }),
    total: textColumn({ title: "Total", help: "per currency, with tax" }),
    usageRows: integerColumn({ title: "Usage rows", help: "dated in the period", min: 0, max: 100_000_000 }),
    usageHash: textColumn({ title: "Usage hash", help: "SHA-256 over these rows" }),
    reason: textColumn({ title: "Reason", help: "why it was opened again" }),
  },
  examples: [],
});
export type ClosedPeriodsColumns = (typeof closedPeriodsTable)["columns"];
export type ClosedPeriodRow = RecordOf<ClosedPeriodsColumns>;
export type ClosedPeriodRecord = Omit<ClosedPeriodRow, "row"> & { readonly row: number | undefined };
