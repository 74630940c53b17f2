import type { FailureData } from "./failure";
import type { PackedPlan, PlanPart } from "./packedPlan";
import type { Session } from "./session";

/** What can be asked of a session, on either side of a worker. */
export const sessionCalls = [
  "open",
  "mapping",
  "mappingEdits",
  "check",
  "issues",
  "preview",
  "plan",
  "invoices",
  "invoice",
  "explain",
  "usageCells",
  "reconcile",
  "settings",
  "settingEdit",
  "sampleBook",
  "lineAt",
] as const satisfies readonly (keyof Session)[];
export type SessionCall = (typeof sessionCalls)[number];

export type Arguments<Call extends SessionCall> = Parameters<Session[Call]>;
export type Answer<Call extends SessionCall> = ReturnType<Session[Call]>;

/** A question; answers come back in the order of the questions, each with its number. */
export interface Request {
  readonly id: number;
  readonly call: SessionCall;
  readonly arguments: readonly unknown[];
}

/** What comes back: a view as it is, a plan as its head and then its parts, or why there is no answer. */
export type Response =
  | { readonly id: number; readonly kind: "value"; readonly value: unknown }
  | { readonly id: number; readonly kind: "plan"; readonly head: PackedPlan }
  | { readonly id: number; readonly kind: "part"; readonly part: PlanPart }
  | { readonly id: number; readonly kind: "failure"; readonly failure: FailureData };

/** Asks a session by the name of the call. */
export function ask(session: Session, call: SessionCall, given: readonly unknown[]): unknown {
  const calls = session as unknown as Readonly<
    Record<SessionCall, (...given: readonly unknown[]) => unknown>
  >;
  return calls[call](...given);
}
