import { type Period } from "../../../calendar/period";
import { readChecklist, type Checklist, type ChecklistStep } from "../../../review/closing/checklist";
import { closedByName, type Closed } from "../../../review/closing/closedPeriods";
import { formatPeriod } from "../../../calendar/period";
import type { OpenedReview } from "../openReview";
import { allFinal, closingChecks } from "./checks";
import { closingFacts, type ClosingFacts, type ClosingSurroundings } from "./closingFacts";

/** A step with what its check says. */
export interface JudgedStep extends ChecklistStep {
  /** It does not keep the period from being closed. */
  readonly passed: boolean;
  readonly message: string;
}

/** The checklist of a period as it stands. */
export interface JudgedChecklist extends Omit<Checklist, "steps"> {
  readonly facts: ClosingFacts;
  /** Who closed the period, and when; undefined while it is open. */
  readonly closed: Closed | undefined;
  readonly steps: readonly JudgedStep[];
  /** Why the period cannot be closed besides its steps: documents that are not final. */
  readonly blockers: readonly Pick<JudgedStep, "step" | "state" | "passed" | "message">[];
  /** Nothing keeps the period from being closed. */
  readonly isReady: boolean;
}

function judgeStep(step: ChecklistStep, facts: ClosingFacts): JudgedStep {
  const { state, check, doneBy, isUnreadable } = step;
  if (isUnreadable)
    return { ...step, passed: false, message: "a cell of its row cannot be read; Check shows which" };
  if (state === "not_needed") return { ...step, passed: true, message: "not needed" };
  if (check !== undefined) return { ...step, ...closingChecks[check](facts) };
  if (state === "done")
    return { ...step, passed: true, message: doneBy === undefined ? "done" : `done by ${doneBy}` };
  const { owner } = step;
  return {
    ...step,
    passed: false,
    message: `to be done${owner === undefined ? "" : ` by ${owner}`}: set its State to Done or Not needed`,
  };
}

/** Judges every step of a period: what its check says, else the state that somebody gave it. */
export function judgeChecklist(
  opened: OpenedReview,
  period: Period,
  surroundings: ClosingSurroundings,
): JudgedChecklist {
  const { snapshot, settings } = opened;
  const checklist = readChecklist(snapshot, settings, period);
  const facts = closingFacts(opened, period, surroundings);
  const steps = checklist.steps.map((step) => judgeStep(step, facts));
  const final = allFinal(facts);
  const blockers = final.passed ? [] : [{ step: "All documents final", state: "open" as const, ...final }];
  return {
    ...checklist,
    facts,
    steps,
    blockers,
    closed: closedByName(snapshot).get(formatPeriod(period)),
    isReady: blockers.length === 0 && steps.every(({ passed }) => passed),
  };
}
