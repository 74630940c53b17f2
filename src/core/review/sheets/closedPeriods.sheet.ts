import type { OutputInput } from "../../sheets/outputInput";
import { outputSheetsOf, type OutputSheetDefinition } from "../../sheets/outputSheet";
import { countStyle } from "../../sheets/styles";
import { textCell } from "../../sheets/tableSheet";
import {
  closedPeriodsTable,
  type ClosedPeriodRecord,
  type ClosedPeriodsColumns,
} from "../tables/closedPeriods.table";
import { momentCell } from "./approvals.sheet";

export interface ClosedPeriodsInput extends Pick<OutputInput, "snapshot"> {
  readonly rows: readonly ClosedPeriodRecord[];
}

const count = (value: number | undefined) => (value === undefined ? null : { value, style: countStyle });

export const closedPeriodColumns: OutputSheetDefinition<
  ClosedPeriodsColumns,
  ClosedPeriodRecord,
  ClosedPeriodsInput
>["columns"] = {
  period: { width: 12, cell: ({ period }) => textCell(period) },
  action: { width: 10, cell: ({ action }) => textCell(action) },
  when: { width: 19, cell: ({ when }) => (when ? momentCell(when) : null) },
  who: { width: 16, cell: ({ who }) => textCell(who) },
  documents: { width: 13, cell: ({ documents }) => count(documents) },
  total: { width: 24, cell: ({ total }) => textCell(total) },
  usageRows: { width: 13, cell: ({ usageRows }) => count(usageRows) },
  usageHash: { width: 70, cell: ({ usageHash }) => textCell(usageHash) },
  reason: { width: 60, cell: ({ reason }) => textCell(reason) },
};

/** Closed periods of a workbook that has none yet; where it has, rows are added below the last. */
export const closedPeriodsSheet = outputSheetsOf<ClosedPeriodsInput>()({
  table: closedPeriodsTable,
  written: "after others",
  tabColor: "7F7F7F",
  grows: true,
  rows: ({ rows }) => rows,
  columns: closedPeriodColumns,
});
