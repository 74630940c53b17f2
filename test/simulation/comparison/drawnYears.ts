import type { Snapshot } from "../../../src/core/api";
import { runYear } from "../engine/runYear";
import { features, type Feature } from "../generate/features";
import { generateYear } from "../generate/generateYear";
import type { SimulatedYear } from "../year/simulatedYear";
import { fewRuns } from "./changedYear";

/** As many seeds as a test takes; `COMPARED_PAIRS=2000 npx jest test/simulation/comparison` looks further. */
export function drawnSeeds(count: number): number[] {
  const first = Number(process.env.COMPARED_SEED ?? 61);
  const length = Number(process.env.COMPARED_PAIRS ?? count);
  return Array.from({ length }, (_, index) => first + index);
}

/** The year of a seed, with so many runs, without some features. */
export function drawnYear(seed: number, runs: number, leftOut: readonly Feature[] = []): SimulatedYear {
  const drawn = new Set(features.filter((feature) => !leftOut.includes(feature)));
  return fewRuns(generateYear(seed, drawn), runs);
}

/** The book behind the last run of a year. */
export function billed(year: SimulatedYear): Snapshot {
  const runs = runYear(year);
  return runs[runs.length - 1]!.book;
}
