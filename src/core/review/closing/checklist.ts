import { formatPeriod, type Period } from "../../calendar/period";
import type { Snapshot } from "../../grid/grid";
import { unheard } from "../../issues/issue";
import { asInput, bindTable, type BoundTable } from "../../schema/bind";
import type { Moment } from "../../schema/momentCell";
import { readRecords } from "../../schema/readRecords";
import { mappingFor } from "../../settings/mapping";
import type { Settings } from "../../settings/settings";
import {
  checklistTable,
  type ChecklistColumns,
  type ChecklistRecord,
  type ClosingCheckId,
  type StepState,
} from "../tables/checklist.table";
import { periodOfText } from "./periodOfText";

/** One step of the checklist of a period. */
export interface ChecklistStep {
  readonly step: string;
  readonly owner: string | undefined;
  readonly due: number | undefined;
  readonly state: StepState;
  /** Undefined: somebody sets the state by hand. */
  readonly check: ClosingCheckId | undefined;
  readonly doneBy: string | undefined;
  readonly doneAt: Moment | undefined;
  /** 0-based row of the sheet; undefined for a step that is not written yet. */
  readonly row: number | undefined;
  /** A cell of its row cannot be read: nobody knows how it stands. */
  readonly isUnreadable: boolean;
}

/** The steps of a period, and the table that they are kept in. */
export interface Checklist {
  readonly bound: BoundTable<ChecklistColumns> | undefined;
  readonly period: Period;
  readonly steps: readonly ChecklistStep[];
  /** The period has no rows yet: closing adds them. */
  readonly isNew: boolean;
}

function stepOf(
  fields: Partial<ChecklistRecord>,
  row: number | undefined,
  isUnreadable: boolean,
): ChecklistStep {
  const { step, owner, due, state = "open", check, doneBy, doneAt } = fields;
  const named = step ?? `Row ${String((row ?? 0) + 1)}`;
  return { step: named, owner, due, state, check, doneBy, doneAt, row, isUnreadable };
}

/** A step of a period that has none of its own yet. */
const anew = ({ step, owner, check }: Pick<ChecklistRecord, "step" | "owner" | "check">): ChecklistStep =>
  stepOf({ step, owner, check }, undefined, false);

/** A step for each check, in the order of the month's end. */
const oneStepACheck: readonly ChecklistStep[] = [...(checklistTable.columns.check.labels ?? [])].map(
  ([check, step]) => anew({ step, owner: undefined, check: check as ClosingCheckId }),
);

/** The steps of a period: its own rows, else those that name no period, else a step for each check. */
export function readChecklist(snapshot: Snapshot, settings: Settings, period: Period): Checklist {
  const mapping = mappingFor(checklistTable, settings);
  const bound = bindTable(checklistTable, snapshot, mapping, unheard, asInput);
  const { good, bad } = bound ? readRecords(bound, () => [], unheard) : { good: [], bad: [] };
  const all = [
    ...good.map((fields) => ({ row: fields.row, fields, isUnreadable: false })),
    ...bad.map(({ row, fields }) => ({ row, fields, isUnreadable: true })),
  ].sort((a, b) => a.row - b.row);
  const asked = formatPeriod(period);
  const isOf = (text: string | undefined) => {
    const named = text === undefined ? undefined : periodOfText(text);
    return named !== undefined && formatPeriod(named) === asked;
  };
  const ofPeriod = all.filter(({ fields }) => isOf(fields.period));
  if (ofPeriod.length > 0)
    return {
      bound,
      period,
      steps: ofPeriod.map(({ row, fields, isUnreadable }) => stepOf(fields, row, isUnreadable)),
      isNew: false,
    };
  const common = good.filter((fields) => fields.period === undefined).map(anew);
  return { bound, period, steps: common.length > 0 ? common : oneStepACheck, isNew: true };
}
