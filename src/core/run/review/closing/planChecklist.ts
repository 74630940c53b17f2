import { formatPeriod, type Period } from "../../../calendar/period";
import { Decimal } from "../../../money/decimal";
import { readChecklist, type Checklist, type ChecklistStep } from "../../../review/closing/checklist";
import { checklistColumns, checklistSheet } from "../../../review/sheets/checklist.sheet";
import { checklistTable, type StepState } from "../../../review/tables/checklist.table";
import type { Moment } from "../../../schema/column";
import { dateStyle, momentStyle } from "../../../sheets/styles";
import type { CellEdit, WritePlan } from "../../../sheets/plan";
import { addedRows, type AddedRows } from "../addedRows";
import type { OpenedReview } from "../openReview";

type Mark = Pick<ChecklistStep, "state" | "doneBy" | "doneAt">;

/** Cells of a step that is in the sheet; a column that the table does not have is left out. */
export function stepEdits(
  { bound }: Pick<Checklist, "bound">,
  { row }: ChecklistStep,
  mark: Mark,
): CellEdit[] {
  if (!bound || row === undefined) return [];
  const { sheet } = bound.grid;
  const edit = (field: keyof Mark, value: CellEdit["value"], style?: CellEdit["style"]): CellEdit[] => {
    const column = bound.columnOf.get(field);
    return column === undefined ? [] : [{ at: { sheet, row, column }, value, ...(style ? { style } : {}) }];
  };
  const { doneAt } = mark;
  return [
    ...edit("state", checklistTable.columns.state.labels?.get(mark.state) ?? mark.state),
    ...edit("doneBy", mark.doneBy ?? ""),
    ...(doneAt
      ? edit(
          "doneAt",
          new Decimal(doneAt.day).plus(doneAt.time).toNumber(),
          doneAt.time === 0 ? dateStyle : momentStyle,
        )
      : edit("doneAt", "")),
  ];
}

/** Steps as new rows of the Checklist. */
export function addedSteps(
  { bound, period }: Pick<Checklist, "bound" | "period">,
  steps: readonly ChecklistStep[],
  snapshot: OpenedReview["snapshot"],
): AddedRows {
  const rows = steps.map((step) => ({ ...step, period: formatPeriod(period) }));
  return addedRows({ bound, columns: checklistColumns, sheet: checklistSheet }, { snapshot, rows });
}

const asPlan = ({ sheets, appended, edits }: AddedRows): WritePlan => ({
  sheets,
  removedSheets: [],
  appended,
  edits,
});

/** Adds the steps of a period to the Checklist, so that people can fill them in; nothing where it has some. */
export function planChecklist({ snapshot, settings }: OpenedReview, period: Period): WritePlan {
  const checklist = readChecklist(snapshot, settings, period);
  return asPlan(addedSteps(checklist, checklist.isNew ? checklist.steps : [], snapshot));
}

/** How somebody leaves a step. */
export interface StepMark {
  readonly state: StepState;
  readonly by: string;
  readonly when: Moment;
}

/** Sets the state of one step, by its place in the checklist; where the period has no rows yet, all are added. */
export function planStep(
  { snapshot, settings }: OpenedReview,
  period: Period,
  index: number,
  { state, by, when }: StepMark,
): WritePlan {
  const checklist = readChecklist(snapshot, settings, period);
  const isOpen = state === "open";
  const mark = { state, doneBy: isOpen ? undefined : by || undefined, doneAt: isOpen ? undefined : when };
  const step = checklist.steps[index];
  if (!step) throw new Error(`There is no step ${String(index + 1)} of ${formatPeriod(period)}.`);
  if (!checklist.isNew) return asPlan({ sheets: [], appended: [], edits: stepEdits(checklist, step, mark) });
  const steps = checklist.steps.map((each) => (each === step ? { ...each, ...mark } : each));
  return asPlan(addedSteps(checklist, steps, snapshot));
}
