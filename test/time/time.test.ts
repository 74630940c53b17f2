import type { Step } from "../../scripts/workedExamples/billStep";
import expected from "./cases/expected.json";
import { billCase, readCase } from "./chain";
import { answerOf, answerOfChain, type TimeCase } from "./judge";

const cases = Object.entries(expected as unknown as Readonly<Record<string, TimeCase>>);

async function runCase({ steps }: TimeCase, isRight: (step: Step, index: number) => void): Promise<Step[]> {
  const done: Step[] = [];
  for (const [index, { input, options }] of steps.entries()) {
    const book = input.endsWith(".xlsx") ? readCase(input) : done.at(-1)!.bytes;
    const step = await billCase(book, options);
    isRight(step, index);
    done.push(step);
  }
  return done;
}

describe("runs in a row bill what one exact calculation of the year bills", () => {
  test.each(cases)("%s", async (_name, timeCase) => {
    const steps = await runCase(timeCase, (step, index) => {
      const { options, expect: wanted } = timeCase.steps[index]!;
      expect({ options, ...answerOf(step, wanted) }).toEqual({ options, ...wanted });
    });
    expect(answerOfChain(steps, timeCase)).toEqual({
      sumOfAllSteps: timeCase.sumOfAllSteps,
      notBilledOnce: [],
    });
  });
});
