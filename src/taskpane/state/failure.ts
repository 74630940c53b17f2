import type { PortFailure, PortResult } from "../../workbook/port/port";
import { recordError } from "./lastError";

/** What a person is told: a failure of the workbook, of the engine, or of the program. */
export interface Failure extends Omit<PortFailure, "code"> {
  readonly code: string;
  /** What had gone through before, and stays: only the reading that followed it has failed. */
  readonly after?: "written" | "undone";
}
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** The engine throws what it expects as an error with a code and a message for people. */
const isExpected = (error: unknown): error is Error & Failure =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  error.name === "SessionFailure";

/** Whatever was thrown, so that it can be shown like any other failure. */
export function failureOf(error: unknown): Failure {
  if (isExpected(error)) {
    const { code, message, at, details } = error;
    return { code, message, ...(at && { at }), ...(details !== undefined && { details }) };
  }
  const details = recordError(error);
  const message = error instanceof Error && error.message !== "" ? error.message : String(error);
  return { code: "UNKNOWN", message, details };
}

/** Waits for work that throws where it fails. */
export async function settle<Value>(work: Promise<Value>): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/** Waits for work of the workbook, whose bugs must not end in a progress bar that stays. */
export async function settlePort<Value>(work: Promise<PortResult<Value>>): Promise<Result<Value>> {
  const settled = await settle(work);
  return settled.ok ? settled.value : settled;
}
