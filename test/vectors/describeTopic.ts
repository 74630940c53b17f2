import type { AddInFunctions } from "../../simulatedExcel";
import { ErrorShown, Sheet } from "./cells/sheet";
import { notExpressible } from "./notExpressible";
import { waysOf } from "./topics";
import { vectorsOf, type Vector } from "./vector";
import { plain, type Outcome, type Way } from "./ways";

/** Expected and found figures of all that an outcome answers for, in the same notation. */
function compared({ expected }: Vector, { figures, beyond = [] }: Outcome) {
  const names = Object.keys(expected).filter((name) => !beyond.includes(name));
  const pick = (values: Readonly<Record<string, unknown>>) =>
    plain(Object.fromEntries(names.map((name) => [name, values[name]])));
  return { names, expected: pick(expected), found: pick(figures) };
}

/** What a vector comes to in a way; undefined where there is no such rule. */
async function outcomeOf(way: Way, vector: Vector, sheet: Sheet): Promise<Outcome | undefined> {
  const ways = waysOf(vector);
  return way === "engine" ? ways.engine?.(vector) : await ways.functions?.(vector, sheet);
}

/** The same where no rule need answer; a formula may show an error then. */
async function outcomeIfAny(way: Way, vector: Vector, sheet: Sheet): Promise<Outcome | undefined> {
  try {
    return await outcomeOf(way, vector, sheet);
  } catch (fault) {
    if (fault instanceof ErrorShown) return undefined;
    throw fault;
  }
}

/** The tests of a topic in a way: each vector is met, or listed and in fact not met. */
export function describeTopic(topic: string, way: Way, functions: () => AddInFunctions): void {
  const reasons = new Map(notExpressible(way).flatMap(({ ids, reason }) => ids.map((id) => [id, reason])));

  describe(`${topic}, by the ${way}`, () => {
    for (const vector of vectorsOf(topic)) {
      const reason = reasons.get(vector.id);
      if (reason === undefined)
        it(vector.id, async () => {
          const sheet = new Sheet(functions());
          const outcome = await outcomeOf(way, vector, sheet);
          if (!outcome) throw new Error(`there is no rule for ${vector.model || topic}; list the vector`);
          const { names, expected, found } = compared(vector, outcome);
          expect(names).not.toEqual([]);
          expect(found).toEqual(expected);
          expect(sheet.formulas > 0).toBe(way === "functions");
        });
      else
        it(`${vector.id} is not met: ${reason}`, async () => {
          const outcome = await outcomeIfAny(way, vector, new Sheet(functions()));
          if (!outcome) return;
          const { expected, found } = compared(vector, outcome);
          expect(found).not.toEqual(expected);
        });
    }
  });
}
