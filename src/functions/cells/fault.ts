import { shortened } from "../../core/api";

/** What Excel can show in place of a value; the message shows only beside #VALUE! and #N/A. */
export type FaultKind = "value" | "notAvailable" | "number" | "division";

/**
 * Why a function has no answer. It travels as an exception from the argument that is wrong to `answer`, the one place
 * that tells Excel.
 */
export class Fault extends Error {
  constructor(
    readonly kind: FaultKind,
    message: string,
  ) {
    super(message);
  }
}

const LONGEST_QUOTED = 40;

/** A value as a message quotes it, cut where it is long. */
function quoted(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `“${shortened(text, LONGEST_QUOTED)}”`;
}

/** #VALUE!: the argument, its value and what would be right. */
export function wrongValue(name: string, value: unknown, right: string): Fault {
  return new Fault("value", `${name}: ${quoted(value)} ${right}`);
}

export function notFound(message: string): Fault {
  return new Fault("notAvailable", message);
}

export function dividedByNothing(divisor: string): Fault {
  return new Fault("division", `${divisor} is 0, and nothing can be divided by it.`);
}
