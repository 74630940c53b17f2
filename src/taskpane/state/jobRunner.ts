import type { Work } from "../../workbook/port/port";
import { isBusy, type BillAction, type BillState, type Busy, type Resting } from "./billState";
import type { Failure } from "./failure";
import type { Store } from "./store";

/** Where a job leads: to its next screen or, when it fails, back to where it began unless it names another one. */
export type Outcome =
  | { readonly ok: true; readonly value: Resting }
  | { readonly ok: false; readonly failure: Failure; readonly behind?: Resting };

export type Job = (work: Work) => Promise<Outcome>;

/** Shows a step of a run while its job goes on, and then what has come of it. */
export type RunJob = (step: Busy["step"], job: Job) => Promise<void>;

/** Runs one job after another over the state; a later one makes the results of an earlier one void. */
export function jobRunner(store: Store<BillState, BillAction>): RunJob {
  let latest = 0;
  return async (step, job) => {
    const task = ++latest;
    store.dispatch({ type: "begin", step, task });
    const isCancelled = () => {
      const state = store.get();
      return !isBusy(state) || state.task !== task || (state.step === "writing" && state.isCancelling);
    };
    const onProgress: Work["onProgress"] = (progress) => store.dispatch({ type: "progress", task, progress });
    const outcome = await job({ onProgress, isCancelled });
    if (outcome.ok) store.dispatch({ type: "finish", task, next: outcome.value });
    else store.dispatch({ type: "fail", task, failure: outcome.failure, behind: outcome.behind });
  };
}
