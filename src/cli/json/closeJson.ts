import { checklistTable, formatPeriod, type JudgedStep, type Period } from "../../core/api";

/** A step as people see it. */
export interface ShownStep {
  readonly step: string;
  readonly state: string;
  readonly passed: boolean;
  readonly message: string;
}

/** A step with its state as it is written in the sheet. */
export function shownStep({
  step,
  state,
  passed,
  message,
}: Pick<JudgedStep, "step" | "state" | "passed" | "message">): ShownStep {
  return { step, state: checklistTable.columns.state.labels?.get(state) ?? state, passed, message };
}

/** What a closing came to. */
export function closeJson({
  period,
  closed,
  steps,
  head,
  output,
}: {
  readonly period: Period;
  readonly closed: boolean;
  readonly steps: readonly ShownStep[];
  readonly head: string;
  readonly output: string;
}): string {
  return `${JSON.stringify({ period: formatPeriod(period), closed, steps, head, output }, null, 2)}\n`;
}
