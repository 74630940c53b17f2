import { builtFunctions } from "../support/builtFunctions";
import { topics, vectorsOf } from "../vectors/vector";
import { describeTopic } from "./vectorRunners/describeTopic";
import { gapIds, gapLines, notExpressible } from "./vectorRunners/notExpressible";

const vectors = topics.flatMap(vectorsOf);

const functions = builtFunctions();

describe("the list of what functions cannot express", () => {
  it("names each vector once, under its topic, and none that is not there", () => {
    expect(notExpressible.size).toBe(gapIds.length);
    const known = vectors.map(({ topic, id }) => [topic, id]);
    expect(known).toEqual(expect.arrayContaining([...gapIds]));
  });

  it("is told with the number of vectors that are met", () => {
    const met = vectors.length - gapIds.length;
    const lines = [
      `${String(met)} of ${String(vectors.length)} vectors are met by functions; not expressible:`,
      ...gapLines,
    ];
    process.stdout.write(`${lines.join("\n  ")}\n`);
    expect(met).toBeGreaterThan(0);
  });
});

for (const topic of topics) describeTopic(topic, functions);
