import { formatPeriod, type Period } from "../../../calendar/period";
import { closedByName, closedPeriodOf } from "../../../review/closing/closedPeriods";
import { notNamedAs } from "../../../review/policy";
import { usageOfPeriod, type UsageOfPeriod } from "../../../review/closing/usageOfPeriod";
import type { Moment } from "../../../schema/momentCell";
import { formatDay } from "../../../calendar/day";
import type { OpenedReview } from "../openReview";
import type { ClosingSurroundings } from "./closingFacts";
import { documentsOf } from "./closingFacts";
import { judgeChecklist, type JudgedChecklist, type JudgedStep } from "./judgeChecklist";
import type { RegisteredInvoice } from "../../../documents/register";

/** A closing, or a reopening, that somebody asks for. */
export interface CloseOptions extends ClosingSurroundings {
  readonly period: Period;
  readonly action: "close" | "reopen";
  readonly by: string;
  readonly when: Moment;
  /** Why a closed period is opened again. */
  readonly reason: string;
}

/** What a closing came to; nothing is written yet. */
export interface CloseRun {
  readonly options: CloseOptions;
  readonly opened: OpenedReview;
  /** It is done: otherwise some of `steps` say why not, and there is nothing to write. */
  readonly isDone: boolean;
  /** Undefined for a reopening, which asks for no steps. */
  readonly checklist: JudgedChecklist | undefined;
  /** First what keeps the period open besides its checklist, then the checklist. */
  readonly steps: readonly Pick<JudgedStep, "step" | "state" | "passed" | "message">[];
  readonly documents: readonly RegisteredInvoice[];
  readonly usage: UsageOfPeriod;
}

export type CloseResult =
  | { readonly ok: true; readonly run: CloseRun }
  /** Why nothing can be asked for, in half a sentence. */
  | { readonly ok: false; readonly reason: string };

/** Why a period cannot be closed, or opened again, whoever asks. */
function impossible(
  { snapshot }: OpenedReview,
  { period, action, reason }: CloseOptions,
): string | undefined {
  const name = formatPeriod(period);
  const byName = closedByName(snapshot);
  const closed = byName.get(name) ?? closedPeriodOf(byName)(period);
  if (action === "reopen") {
    if (!byName.has(name)) return `${name} is not closed`;
    return reason === "" ? "reopening a period needs a reason: --reason TEXT" : undefined;
  }
  if (!closed) return undefined;
  const who = closed.who || "somebody";
  const since = closed.when === undefined ? "" : ` on ${formatDay(closed.when.day)}`;
  return `${formatPeriod(closed.period)} was closed by ${who}${since}; --reopen --reason TEXT opens it again`;
}

/** The Policy has to name who closes. */
function roleStep({ policy }: OpenedReview, by: string): CloseRun["steps"] {
  if (policy.hasRole(by, "closer")) return [];
  const message = `NOT_ALLOWED: ${notNamedAs(by, "closer")}`;
  return [{ step: "Closer", state: "open", passed: false, message }];
}

/** Judges whether a period can be closed, or opened again, by somebody. */
export function closePeriod(opened: OpenedReview, asked: CloseOptions): CloseResult {
  const options = { ...asked, reason: asked.reason.trim() };
  const { period, action, by } = options;
  const reason = impossible(opened, options);
  if (reason !== undefined) return { ok: false, reason };
  const checklist = action === "close" ? judgeChecklist(opened, period, options) : undefined;
  const before = [...roleStep(opened, by), ...(checklist?.blockers ?? [])];
  const isDone = before.length === 0 && (checklist === undefined || checklist.isReady);
  const done = (step: JudgedStep) =>
    isDone && step.state === "open" ? { ...step, state: "done" as const } : step;
  return {
    ok: true,
    run: {
      options,
      opened,
      isDone,
      checklist,
      steps: [...before, ...(checklist?.steps ?? []).map(done)],
      documents: documentsOf(opened, period),
      usage: usageOfPeriod(opened, period),
    },
  };
}
