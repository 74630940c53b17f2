import { notExpressible } from "./notExpressible";
import { plain, type Outcome } from "./outcome";
import { run } from "./runners";
import { vectorsOf, type Vector } from "./vector";

/** Expected and found figures of all that an outcome answers for, in the same notation. */
export function compared({ expected }: Vector, { figures, beyond = [] }: Outcome) {
  const names = Object.keys(expected).filter((name) => !beyond.includes(name));
  const pick = (values: Readonly<Record<string, unknown>>) =>
    plain(Object.fromEntries(names.map((name) => [name, values[name]])));
  return { names, expected: pick(expected), found: pick(figures) };
}

/** The tests of a topic: each vector is met by the engine, or listed and in fact not met. */
export function describeTopic(topic: string): void {
  const vectors = vectorsOf(topic);
  const isListed = ({ id }: Vector) => notExpressible.has(id);

  describe(topic, () => {
    for (const vector of vectors.filter((each) => !isListed(each))) {
      it(vector.id, () => {
        const outcome = run(vector);
        if (!outcome)
          throw new Error(
            `the engine has no rule for ${vector.model || topic}, and the vector is not listed`,
          );
        const { names, expected, found } = compared(vector, outcome);
        expect(names).not.toEqual([]);
        expect(found).toEqual(expected);
      });
    }

    for (const vector of vectors.filter(isListed)) {
      it(`${vector.id} is not met: ${notExpressible.get(vector.id)!}`, () => {
        const outcome = run(vector);
        if (!outcome) return;
        const { expected, found } = compared(vector, outcome);
        expect(found).not.toEqual(expected);
      });
    }
  });
}
