import { runCase, type FuzzKind } from "./fuzzCase";

/** The same cases on every run; `npm run fuzz` looks at as many others as one likes. */
const SEED = 2026;
const CASES: readonly (readonly [FuzzKind, number])[] = [
  ["packages", 25],
  ["files", 35],
];

test.each(CASES)(
  "%s that are damaged are billed right, refused in one line, or named by an issue",
  async (kind, count) => {
    const faults: string[] = [];
    for (let index = 0; index < count; index++) {
      const { result, how, fault } = await runCase(kind, SEED, index);
      if (result === "fault")
        faults.push(`${kind} ${String(SEED)}/${String(index)}: ${how}: ${fault.slice(0, 1000)}`);
    }
    expect(faults).toEqual([]);
  },
);

test("a time behind a day that no calendar has, once lost where rows were added up, is told", async () => {
  const { result, how, fault } = await runCase("files", 2611, 435);
  expect({ how, fault: result === "fault" ? fault : "" }).toMatchObject({ fault: "" });
});
