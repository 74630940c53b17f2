import { formatPeriod, type Period } from "../../../calendar/period";
import { Decimal } from "../../../money/decimal";
import { readChecklist, type Checklist, type ChecklistStep } from "../../../review/closing/checklist";
import { checklistColumns, checklistSheet } from "../../../review/sheets/checklist.sheet";
import { checklistTable, type StepState } from "../../../review/tables/checklist.table";
import type { Moment } from "../../../schema/momentCell";
import { dateStyle, momentStyle } from "../../../sheets/styles";
import type { CellEdit, WritePlan } from "../../../sheets/plan";
import { addedRows, type AddedRows } from "../addedRows";
import type { OpenedReview } from "../openReview";

type Mark = Pick<ChecklistStep, "state" | "doneBy" | "doneAt">;

const markFields = ["state", "doneBy", "doneAt"] as const;

/**
 * Columns of what closing writes into rows that are there; one that a plain sheet does not have comes behind all that is
 * on it. An Excel table keeps the columns that it has.
 */
function markColumns({ bound }: Pick<Checklist, "bound">, { tables }: OpenedReview["snapshot"]) {
  const columns = new Map<keyof Mark, number>();
  const headers: CellEdit[] = [];
  if (!bound) return { columns, headers };
  const { grid, headerRow: row, lastColumn, columnOf } = bound;
  const { sheet } = grid;
  const isExcelTable = tables.some((area) => area.sheet === sheet && area.firstRow === row);
  let next = Math.max(grid.columns.length, lastColumn + 1);
  for (const field of markFields) {
    const known = columnOf.get(field);
    if (known === undefined && isExcelTable) continue;
    const column = known ?? next++;
    columns.set(field, column);
    if (known === undefined)
      headers.push({ at: { sheet, row, column }, value: checklistTable.columns[field].title });
  }
  return { columns, headers };
}

/** Who did a step, and when, as its cells say it. */
function markCells({ state, doneBy, doneAt }: Mark): Readonly<Record<keyof Mark, Omit<CellEdit, "at">>> {
  return {
    state: { value: checklistTable.columns.state.labels?.get(state) ?? state },
    doneBy: { value: doneBy ?? "" },
    doneAt: doneAt
      ? {
          value: new Decimal(doneAt.day).plus(doneAt.time).toNumber(),
          style: doneAt.time === 0 ? dateStyle : momentStyle,
        }
      : { value: "" },
  };
}

/** Cells of steps that are in the sheet, as they are marked now. */
export function stepEdits(
  checklist: Pick<Checklist, "bound">,
  steps: readonly ChecklistStep[],
  snapshot: OpenedReview["snapshot"],
): CellEdit[] {
  const { bound } = checklist;
  if (!bound || steps.length === 0) return [];
  const { columns, headers } = markColumns(checklist, snapshot);
  const edits = steps.flatMap((step) => {
    const { row } = step;
    if (row === undefined) return [];
    const cells = markCells(step);
    return [...columns].map(([field, column]): CellEdit => ({
      at: { sheet: bound.grid.sheet, row, column },
      ...cells[field],
    }));
  });
  return [...headers, ...edits];
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
  if (!checklist.isNew)
    return asPlan({
      sheets: [],
      appended: [],
      edits: stepEdits(checklist, [{ ...step, ...mark }], snapshot),
    });
  const steps = checklist.steps.map((listed) => (listed === step ? { ...listed, ...mark } : listed));
  return asPlan(addedSteps(checklist, steps, snapshot));
}
