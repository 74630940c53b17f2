import { Decimal } from "../../src/core/money/decimal";
import type { Vector } from "./vector";

/** What the engine makes of a vector. */
export interface Outcome {
  /** By the names that `expected` gives them. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** Names in `expected` of what the engine does not say yet; all others are compared. */
  readonly beyond?: readonly string[];
}

/** Runs a vector through the engine; undefined where the engine has no such rule. */
export type Runner = (vector: Vector) => Outcome | undefined;

/** Numbers in their shortest text, so that 100, "100.00" and a decimal of 100 are the same. */
export function plain(value: unknown): unknown {
  if (Decimal.isDecimal(value)) return value.isZero() ? "0" : value.toString();
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return plain(new Decimal(value));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
  }
  return value;
}
