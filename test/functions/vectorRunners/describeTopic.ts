import type { AddInFunctions } from "../../../simulatedExcel";
import { compared } from "../../vectors/describeTopic";
import type { Outcome } from "../../vectors/outcome";
import { vectorsOf, type Vector } from "../../vectors/vector";
import { runFunctions } from ".";
import { notExpressible } from "./notExpressible";
import { ErrorShown, Sheet } from "./sheet";

/** The outcome of a vector that no function need answer; a formula may show an error then. */
async function outcomeIfAny(vector: Vector, sheet: Sheet): Promise<Outcome | undefined> {
  try {
    return await runFunctions(vector, sheet);
  } catch (fault) {
    if (fault instanceof ErrorShown) return undefined;
    throw fault;
  }
}

/** The tests of a topic: each vector is met by functions in cells, or listed and in fact not met. */
export function describeTopic(topic: string, functions: () => AddInFunctions): void {
  const vectors = vectorsOf(topic);
  const isListed = ({ id }: Vector) => notExpressible.has(id);

  describe(topic, () => {
    for (const vector of vectors.filter((each) => !isListed(each))) {
      it(vector.id, async () => {
        const sheet = new Sheet(functions());
        const outcome = await runFunctions(vector, sheet);
        if (!outcome)
          throw new Error(
            `no function has a rule for ${vector.model || topic}, and the vector is not listed`,
          );
        const { names, expected, found } = compared(vector, outcome);
        expect(names).not.toEqual([]);
        expect(found).toEqual(expected);
        expect(sheet.formulas).toBeGreaterThan(0);
      });
    }

    for (const vector of vectors.filter(isListed)) {
      it(`${vector.id} is not met: ${notExpressible.get(vector.id)!}`, async () => {
        const outcome = await outcomeIfAny(vector, new Sheet(functions()));
        if (!outcome) return;
        const { expected, found } = compared(vector, outcome);
        expect(found).not.toEqual(expected);
      });
    }
  });
}
