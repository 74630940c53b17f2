import { readFileSync } from "node:fs";
import { join } from "node:path";
import { billStep, type Step } from "../../scripts/workedExamples/billStep";

const CASES = join(__dirname, "cases");

/** Bills a step of a case of this folder, whose usage files are here too. */
export function billCase(book: Uint8Array, options: string): Promise<Step> {
  return billStep(book, options, CASES);
}

export function readCase(file: string): Uint8Array {
  return readFileSync(join(CASES, file));
}
