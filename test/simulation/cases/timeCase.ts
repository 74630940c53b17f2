import type { SimulatedYear } from "../year/simulatedYear";

/** A case of billing over time with the figures of its hand-made arithmetic. */
export interface TimeCase {
  readonly year: SimulatedYear;
  /** Net by run and contract; a contract that is not named is not looked at. */
  readonly nets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What a run that never happened would have billed: the amount of its finding. */
  readonly missing?: Readonly<Record<string, string>>;
  /** What the days billed up to a run cost now beyond what they were billed. */
  readonly repriced?: { readonly by: string; readonly billed: string; readonly difference: string };
}
