import {
  closedByName,
  closePeriod,
  formatDay,
  formatPeriod,
  judgeChecklist,
  parsePeriod,
  planClose,
  planStep,
  type Closed,
  type Period,
  type StepState,
  type WritePlan,
} from "../../../core/api";
import type { SheetFormulas } from "../../../workbook/port/port";
import { momentOf, type RunDetails } from "../../session/choice";
import { SessionFailure } from "../../session/failure";
import type { SessionWorkbook } from "../../session/sessionWorkbook";

/** A period that was billed, or closed. */
export interface PeriodView {
  readonly id: string;
  readonly isClosed: boolean;
}

export interface StepView {
  readonly step: string;
  readonly owner: string;
  readonly due: string;
  readonly state: StepState;
  /** Ratebook looks at it: nobody can say that it is done. */
  readonly isChecked: boolean;
  readonly passed: boolean;
  readonly message: string;
}

export interface ChecklistView {
  readonly period: string;
  /** Who closed it, and when; undefined while it is open. */
  readonly closed: { readonly who: string; readonly day: string } | undefined;
  readonly steps: readonly StepView[];
  /** What keeps it open besides its steps. */
  readonly blockers: readonly string[];
  readonly isReady: boolean;
}

/** A closing, or a reopening with its reason. */
export interface CloseRequest {
  readonly period: string;
  readonly action: "close" | "reopen";
  readonly reason: string;
  /** Of the sheet of Invoices; undefined where they cannot be told. */
  readonly formulas: SheetFormulas | undefined;
}

/** The sheet whose formulas are looked at; undefined where there are no invoices. */
export function sheet({ survey }: SessionWorkbook): string | undefined {
  return survey.inputs.register.invoicesBound?.grid.sheet;
}

/** Periods that were billed or closed, the latest first. */
export function periods({ survey, snapshot }: SessionWorkbook): readonly PeriodView[] {
  const closed = closedByName(snapshot);
  const billed = survey.inputs.register.invoices.flatMap(({ periodStart: from, periodEnd: to }): Period[] =>
    from === undefined || to === undefined ? [] : [{ from, to }],
  );
  const all = [...billed, ...[...closed.values()].map(({ period }) => period)];
  return [...new Map(all.map((period) => [formatPeriod(period), period]))]
    .sort(([, a], [, b]) => b.from - a.from || b.to - a.to)
    .map(([id]) => ({ id, isClosed: closed.has(id) }));
}

function periodOf(text: string): Period {
  const period = parsePeriod(text);
  if (period) return period;
  throw new SessionFailure({ code: "BAD_PERIOD", message: `“${text}” is no period.` });
}

const surroundingsOf = (workbook: SessionWorkbook, formulas: SheetFormulas | undefined) => {
  const name = sheet(workbook);
  const { engineVersion } = workbook;
  return {
    engineVersion,
    formulas: formulas && name !== undefined ? new Map([[name, formulas]]) : undefined,
  };
};

const closedView = ({ who, when }: Closed) => ({
  who,
  day: when ? formatDay(when.day) : "",
});

/** The steps of a period, each with what its check says or who did it. */
export function steps(
  workbook: SessionWorkbook,
  text: string,
  formulas: SheetFormulas | undefined,
): ChecklistView {
  const period = periodOf(text);
  const judged = judgeChecklist(workbook.review.opened, period, surroundingsOf(workbook, formulas));
  return {
    period: text,
    closed: judged.closed && closedView(judged.closed),
    steps: judged.steps.map(({ step, owner, due, state, check, passed, message }) => ({
      step,
      owner: owner ?? "",
      due: due === undefined ? "" : formatDay(due),
      state,
      isChecked: check !== undefined,
      passed,
      message,
    })),
    blockers: judged.blockers.map(({ step, message }) => `${step}: ${message}`),
    isReady: judged.isReady,
  };
}

/** Sets the state of a step. */
export function stepPlan(
  { review }: SessionWorkbook,
  text: string,
  index: number,
  state: StepState,
  { at, user }: RunDetails,
): WritePlan {
  return planStep(review.opened, periodOf(text), index, { state, by: user, when: momentOf(at) });
}

/** Closes a period, or opens it again. */
export function closePlan(
  workbook: SessionWorkbook,
  request: CloseRequest,
  { at, user }: RunDetails,
): WritePlan {
  const { period, action, reason, formulas } = request;
  const when = momentOf(at);
  const surroundings = surroundingsOf(workbook, formulas);
  const asked = { ...surroundings, period: periodOf(period), action, by: user, when, reason };
  const result = closePeriod(workbook.review.opened, asked);
  if (!result.ok)
    throw new SessionFailure({ code: "MISSING", message: `Nothing is written: ${result.reason}.` });
  const failed = result.run.steps.find(({ passed }) => !passed);
  if (!result.run.isDone && failed)
    throw new SessionFailure({ code: "BAD_VALUE", message: `${failed.step}: ${failed.message}.` });
  const { engineVersion, sha256 } = workbook;
  return planClose(result.run, { when, who: user, engineVersion, sha256, logo: undefined });
}
