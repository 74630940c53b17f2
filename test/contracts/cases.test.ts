import { readFileSync } from "node:fs";
import { join } from "node:path";
import { billStep, type Step } from "../time/chain";
import expected from "./cases/expected.json";
import { disagreements } from "./agreement";
import { answerOf, type ContractCase } from "./judge";

const CASES = join(__dirname, "cases");
const cases = Object.entries(expected as unknown as Readonly<Record<string, ContractCase>>);

/** Bills the runs of a case; the book that the last one wrote agrees with itself. */
async function runCase({ steps }: ContractCase): Promise<void> {
  let period = "";
  let last: Step | undefined;
  for (const { input, options, expect: wanted } of steps) {
    const book = input.endsWith(".xlsx") ? readFileSync(join(CASES, input)) : last!.bytes;
    last = await billStep(book, options, CASES);
    period = /--period (\S+)/.exec(options)![1]!;
    const answer = await answerOf(last, wanted);
    expect({ options, ...answer }).toEqual({ options, issues: [], ...wanted });
  }
  expect(await disagreements(last!.bytes, period)).toEqual([]);
}

describe("what is agreed with a client is billed so", () => {
  it.each(cases)("%s", (_name, contractCase) => runCase(contractCase));
});
