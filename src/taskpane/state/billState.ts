import type { Snapshot } from "../../core/api";
import type { Progress, WriteReceipt } from "../../workbook/port/port";
import type { ViewOf } from "../client/sessionClient";
import type { RunChoice } from "../session/views";
import type { Failure } from "./failure";

/** Files of usage that were given for a workbook; they stay while it is read again. */
export interface ChosenUsage {
  readonly files: readonly File[];
  /** Those whose rows the next write copies into Usage; the others are billed where they are. */
  readonly copied: readonly File[];
}

/** The workbook as it was read, what was found in it, and what the run is to be. */
export interface Book {
  readonly snapshot: Snapshot;
  readonly sheets: ViewOf<"sheets">;
  readonly choice: RunChoice;
  readonly usage: ChosenUsage;
  /** A sheet that a person has edited since; what follows from the old reading is no longer to be trusted. */
  readonly edited: string | undefined;
  /** The last run that was written and not undone. It outlives its screen, so that it can be undone later. */
  readonly lastRun: WrittenRun | undefined;
}

/** A run as it was written, with what its undoing needs. */
export interface WrittenRun {
  readonly receipt: WriteReceipt;
  readonly preview: ViewOf<"preview">;
  /** As it was before: copied rows are no longer those of files. */
  readonly usage: ChosenUsage;
}

interface Checked {
  readonly book: Book;
  readonly check: ViewOf<"check">;
}

interface Previewed extends Checked {
  readonly preview: ViewOf<"preview">;
}

/** Where a run can rest: what a person sees and acts on. */
export type Resting =
  | { readonly step: "idle" }
  | { readonly step: "sheets"; readonly book: Book }
  | { readonly step: "mapping"; readonly book: Book; readonly mapping: ViewOf<"mapping"> }
  | ({ readonly step: "checked" } & Checked)
  | ({ readonly step: "previewed" } & Previewed)
  | { readonly step: "done"; readonly book: Book; readonly run: WrittenRun };

/** What is being worked on. A result for any other task than this one comes too late and is dropped. */
interface Task {
  readonly task: number;
  readonly progress: Progress | undefined;
  /** Where a cancelled or failed task leads back to. */
  readonly behind: Resting;
}

export type Busy =
  | ({ readonly step: "reading" | "checking" | "previewing" | "undoing" } & Task)
  | ({ readonly step: "writing"; readonly isCancelling: boolean } & Task);

/** A run from the sheets to written invoices. */
export type BillState =
  | Resting
  | Busy
  | {
      readonly step: "failed";
      readonly failure: Failure;
      /** The screen that the message stands above. */
      readonly behind: Resting;
    };

export type BillAction =
  | { readonly type: "begin"; readonly step: Busy["step"]; readonly task: number }
  | { readonly type: "progress"; readonly task: number; readonly progress: Progress }
  | { readonly type: "cancel" }
  | { readonly type: "finish"; readonly task: number; readonly next: Resting }
  | {
      readonly type: "fail";
      readonly task: number;
      readonly failure: Failure;
      /** The screen to come back to, where it is another than the one that the task began at. */
      readonly behind?: Resting | undefined;
    }
  | { readonly type: "choose"; readonly change: Partial<RunChoice> }
  | { readonly type: "edited"; readonly sheet: string }
  | { readonly type: "back" }
  | { readonly type: "dismiss" };

/** A run begins with the reading of the workbook: `bill.open()` takes over from here. */
export const opening: BillState = { step: "reading", task: 0, progress: undefined, behind: { step: "idle" } };

export const isBusy = (state: BillState): state is Busy => "task" in state;

/** The screen that is shown, or that lies under a message or behind a progress bar. */
export const restingOf = (state: BillState): Resting => ("behind" in state ? state.behind : state);

export function bookOf(state: BillState): Book | undefined {
  const resting = restingOf(state);
  return resting.step === "idle" ? undefined : resting.book;
}

export const stepsOfRun = ["sheets", "check", "preview", "done"] as const;

/** The step of a run as people count them. */
export function stepOf(state: BillState): (typeof stepsOfRun)[number] {
  if (state.step === "checking" || state.step === "checked") return "check";
  if (state.step === "previewing" || state.step === "previewed" || state.step === "writing") return "preview";
  if (state.step === "undoing" || state.step === "done") return "done";
  return state.step === "failed" ? stepOf(state.behind) : "sheets";
}
