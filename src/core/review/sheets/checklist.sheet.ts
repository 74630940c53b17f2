import type { OutputInput } from "../../sheets/outputInput";
import { outputSheetsOf, type OutputSheetDefinition } from "../../sheets/outputSheet";
import type { PlannedSheet } from "../../sheets/plan";
import { dayCell, textCell } from "../../sheets/tableSheet";
import type { ChecklistStep } from "../closing/checklist";
import { checklistTable, type ChecklistColumns } from "../tables/checklist.table";
import { momentCell } from "./approvals.sheet";

/** A step as it is written under the name of its period. */
export interface ChecklistRow extends ChecklistStep {
  readonly period: string;
}

export interface ChecklistInput extends Pick<OutputInput, "snapshot"> {
  readonly rows: readonly ChecklistRow[];
}

const { state: stateColumn, check: checkColumn } = checklistTable.columns;

export const checklistColumns: OutputSheetDefinition<
  ChecklistColumns,
  ChecklistRow,
  ChecklistInput
>["columns"] = {
  period: { width: 12, cell: ({ period }) => textCell(period) },
  step: { width: 34, cell: ({ step }) => textCell(step) },
  owner: { width: 16, cell: ({ owner }) => textCell(owner), isTyped: true },
  due: { width: 11, cell: ({ due }) => dayCell(due), isTyped: true },
  state: { width: 12, cell: ({ state }) => textCell(stateColumn.labels?.get(state)), isTyped: true },
  check: { width: 18, cell: ({ check }) => textCell(check && checkColumn.labels?.get(check)), isTyped: true },
  doneBy: { width: 16, cell: ({ doneBy }) => textCell(doneBy), isTyped: true },
  doneAt: { width: 19, cell: ({ doneAt }) => (doneAt ? momentCell(doneAt) : null), isTyped: true },
};

const sheet = outputSheetsOf<ChecklistInput>()({
  table: checklistTable,
  written: "after others",
  tabColor: "548235",
  grows: true,
  rows: ({ rows }) => rows,
  columns: checklistColumns,
});

/** Rows that the drop-downs reach down to: some years of months. */
const ROWS_WITH_CHOICES = 1000;

/** The Checklist of a workbook that has none yet; where it has, rows are added below the last. */
export const checklistSheet = {
  ...sheet,
  plan: (input: ChecklistInput): PlannedSheet => {
    const choices = Object.values(checklistTable.columns).flatMap((column, index) =>
      column.choices
        ? [{ column: index, firstRow: 1, lastRow: ROWS_WITH_CHOICES, choices: column.choices }]
        : [],
    );
    return { ...sheet.plan(input), choices };
  },
};
