import { Decimal } from "../../src/core/money/decimal";
import type { Sheet } from "./cells/sheet";
import type { Vector } from "./vector";

/** What comes out when a vector is put to the product. */
export interface Outcome {
  /** By the names that `expected` gives them. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** Names in `expected` of what is not said; all others are compared. */
  readonly beyond?: readonly string[];
}

/** Puts a vector to the engine; undefined where it has no such rule. */
export type ByEngine = (vector: Vector) => Outcome | undefined;

/** Puts a vector to the functions, in cells; undefined where they have no such rule. */
export type ByFunctions = (vector: Vector, sheet: Sheet) => Promise<Outcome | undefined>;

/** The ways in which a vector is put to the product; one is left out where there is no such rule. */
export interface Ways {
  readonly engine?: ByEngine;
  readonly functions?: ByFunctions;
}

export type Way = keyof Ways;

/** By the vectors' names of the models. */
export type WaysByModel = Readonly<Record<string, Ways>>;

/** For vectors that name no model: what is given tells the cases apart. */
export type WaysByGiven = (vector: Vector) => Ways | undefined;

/** Numbers in their shortest text, so that 100, "100.00" and a decimal of 100 are the same. */
export function plain(value: unknown): unknown {
  if (Decimal.isDecimal(value)) return value.isZero() ? "0" : value.toString();
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return plain(new Decimal(value));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
  }
  return value;
}
