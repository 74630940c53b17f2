import expected from "./cases/expected.json";
import { billStep, readCase, type Step } from "./chain";
import { answerOf, answerOfChain, type TimeCase } from "./judge";

const cases = Object.entries(expected as unknown as Readonly<Record<string, TimeCase>>);

async function runCase({ steps }: TimeCase, isRight: (step: Step, index: number) => void): Promise<Step[]> {
  const done: Step[] = [];
  for (const [index, { input, options }] of steps.entries()) {
    const book = input.endsWith(".xlsx") ? readCase(input) : done.at(-1)!.bytes;
    const step = await billStep(book, options);
    isRight(step, index);
    done.push(step);
  }
  return done;
}

describe("runs in a row bill what one exact calculation of the year bills", () => {
  test.each(cases)("%s", async (_name, each) => {
    const steps = await runCase(each, (step, index) => {
      const { options, expect: wanted } = each.steps[index]!;
      expect({ options, ...answerOf(step, wanted) }).toEqual({ options, ...wanted });
    });
    expect(answerOfChain(steps, each)).toEqual({ sumOfAllSteps: each.sumOfAllSteps, notBilledOnce: [] });
  });
});
