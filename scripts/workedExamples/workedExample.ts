import { readFileSync } from "node:fs";
import { join } from "node:path";
import { billStep, type Step } from "./billStep";

const FOLDER = "examples/terms";

/** One run of an example: a book, or what the run before wrote; `Expectation` is what it must give. */
export interface ExampleStep<Expectation> {
  readonly input: string;
  readonly options: string;
  readonly expect: Expectation;
}

/** A small book with a term of a contract, the arithmetic by hand, and the runs that bill it. */
export interface WorkedExample<Expectation> {
  readonly section: string;
  readonly arithmetic: string;
  readonly steps: readonly ExampleStep<Expectation>[];
}

/** Every worked example by the name of its book. */
export function workedExamples<Expectation>(): Readonly<Record<string, WorkedExample<Expectation>>> {
  return JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as never;
}

export function exampleBook(file: string): Uint8Array {
  return readFileSync(join(FOLDER, file));
}

/** Bills the runs of an example in a row, each over what the one before wrote. */
export async function* billExample<Expectation>({ steps }: WorkedExample<Expectation>): AsyncGenerator<{
  readonly asked: ExampleStep<Expectation>;
  readonly step: Step;
}> {
  let last: Step | undefined;
  for (const asked of steps) {
    const book = asked.input.endsWith(".xlsx") ? exampleBook(asked.input) : last?.bytes;
    if (!book) throw new Error(`${asked.input}: nothing was billed before`);
    last = await billStep(book, asked.options, FOLDER);
    yield { asked, step: last };
  }
}
