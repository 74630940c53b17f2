import type { Snapshot } from "../../core/api";
import type { Progress } from "../../workbook/port/port";
import type { FailureData } from "./failure";
import type { PackedPlan, PlanPart } from "./packedPlan";
import type { PackedSnapshot } from "./packedSnapshot";
import type { RunChoice } from "./views";

/** What a session is told or asked; on the way to a worker, workbooks in it are packed. */
export type Call<Workbook extends Snapshot | PackedSnapshot = Snapshot> =
  /** From here on, this is the workbook, with the usage of these files; the answer is the places of those to be copied. */
  | { readonly kind: "open"; readonly snapshot: Workbook; readonly files: readonly File[] }
  /** From here on, documents are shown as this run would leave them. */
  | { readonly kind: "preview"; readonly choice: RunChoice }
  | {
      readonly kind: "ask";
      readonly report: string;
      readonly question: string;
      readonly given: readonly unknown[];
    };

/** "review.explain": a call as the details of a failure name it, without what goes along. */
export const callName = (call: Call | Call<PackedSnapshot>): string =>
  call.kind === "ask" ? `${call.report}.${call.question}` : call.kind;

/** A call with its number; answers come back in the order of the calls. */
export interface Request {
  readonly id: number;
  readonly call: Call<PackedSnapshot>;
}

/** Told while a call takes its time. */
export type OnProgress = (progress: Progress) => void;

/** What comes back: how far it is, and then a view as it is, a plan as its head and its parts, or why there is no answer. */
export type Response =
  | { readonly id: number; readonly kind: "progress"; readonly progress: Progress }
  | { readonly id: number; readonly kind: "value"; readonly value: unknown }
  | { readonly id: number; readonly kind: "plan"; readonly head: PackedPlan }
  | { readonly id: number; readonly kind: "part"; readonly part: PlanPart }
  | { readonly id: number; readonly kind: "failure"; readonly failure: FailureData };
