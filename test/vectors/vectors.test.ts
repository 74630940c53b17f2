import { builtFunctions } from "../support/builtFunctions";
import { describeTopic } from "./describeTopic";
import { notExpressible } from "./notExpressible";
import { topics, vectorsOf } from "./vector";
import type { Way } from "./ways";

const vectors = topics.flatMap(vectorsOf);
const functions = builtFunctions();
/** In how many vectors each way meets what other projects state; a change may only raise it. */
const met: readonly (readonly [way: Way, count: number])[] = [
  ["engine", 265],
  ["functions", 257],
];

it("has an id for each vector, and only one", () => {
  expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
});

describe.each(met)("the list of what the %s cannot express", (way, count) => {
  const gaps = notExpressible(way);
  const listed = gaps.flatMap(({ topic, ids }) => ids.map((id) => `${topic} ${id}`));

  it("names each vector once, under its topic, and none that is not there", () => {
    expect(new Set(listed).size).toBe(listed.length);
    expect(vectors.map(({ topic, id }) => `${topic} ${id}`)).toEqual(expect.arrayContaining(listed));
  });

  it("is told with the number of vectors that are met", () => {
    const found = vectors.length - listed.length;
    const lines = gaps.map(({ topic, reason, ids }) => `${topic}: ${reason}: ${ids.join(", ")}`);
    const summary = `${String(found)} of ${String(vectors.length)} vectors are met by the ${way}; not expressible:`;
    process.stdout.write(`${[summary, ...lines].join("\n  ")}\n`);
    expect(found).toBeGreaterThanOrEqual(count);
  });
});

for (const topic of topics) for (const [way] of met) describeTopic(topic, way, functions);
