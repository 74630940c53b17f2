import { billExample, workedExamples } from "../../scripts/workedExamples/workedExample";
import { disagreements } from "./agreement";
import { answerOf, type StepExpectation } from "./judge";

const examples = Object.entries(workedExamples<StepExpectation>());

describe("what is agreed with a client is billed so", () => {
  it.each(examples)("%s", async (_name, example) => {
    let written: { readonly bytes: Uint8Array; readonly period: string } | undefined;
    for await (const { asked, step } of billExample(example)) {
      const { options, expect: wanted } = asked;
      const answer = await answerOf(step, wanted);
      expect({ options, ...answer }).toEqual({ options, issues: [], ...wanted });
      written = { bytes: step.bytes, period: /--period (\S+)/.exec(options)![1]! };
    }
    // The book that the last run wrote agrees with itself.
    expect(await disagreements(written!.bytes, written!.period)).toEqual([]);
  });
});
