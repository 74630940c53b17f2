import { describeTopic } from "./describeTopic";
import { gapIds, gapLines, notExpressible } from "./notExpressible";
import { topics, vectorsOf } from "./vector";

const vectors = topics.flatMap(vectorsOf);

describe("the list of what is not expressible", () => {
  it("names each vector once, and none that is not there", () => {
    expect(notExpressible.size).toBe(gapIds.length);
    const ids = vectors.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...gapIds]));
  });

  it("is told with the number of vectors that are met", () => {
    const met = vectors.length - gapIds.length;
    const lines = [
      `${String(met)} of ${String(vectors.length)} vectors are met; not expressible:`,
      ...gapLines,
    ];
    process.stdout.write(`${lines.join("\n  ")}\n`);
    expect(met).toBeGreaterThan(0);
  });
});

for (const topic of topics.filter((each) => each !== "reconciliation")) describeTopic(topic);
