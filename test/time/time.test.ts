import { billStep, readCase, type Step } from "./chain";
import expected from "./cases/expected.json";
import { answerOf, answerOfChain, type TimeCase } from "./judge";

const cases = Object.entries(expected as unknown as Readonly<Record<string, TimeCase>>);

describe("runs in a row bill what one exact calculation of the year bills", () => {
  test.each(cases)("%s", async (_name, each) => {
    const steps: Step[] = [];
    for (const { input, options, expect: wanted } of each.steps) {
      const book = input.endsWith(".xlsx") ? readCase(input) : steps.at(-1)!.bytes;
      const step = await billStep(book, options);
      steps.push(step);
      expect({ step: options, ...answerOf(step, wanted) }).toEqual({ step: options, ...wanted });
    }
    expect(answerOfChain(steps, each)).toEqual({ sumOfAllSteps: each.sumOfAllSteps, notBilledOnce: [] });
  });
});
