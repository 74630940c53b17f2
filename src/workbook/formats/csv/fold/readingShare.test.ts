import { toldSource, type ReadingShare } from "./readingShare";

/** A file of so many pieces of the same size. */
function sourceOf(pieces: number, size: number) {
  return {
    name: "usage.csv",
    size: pieces * size,
    sha256: () => "",
    open: async function* () {
      for (let piece = 0; piece < pieces; piece++)
        yield await Promise.resolve(new Uint8Array(size).fill(piece));
    },
  };
}

async function readAll(source: ReturnType<typeof sourceOf>): Promise<number[]> {
  const first: number[] = [];
  for await (const piece of source.open()) first.push(piece[0]!);
  return first;
}

describe("a source that tells how far it is read", () => {
  it("passes its pieces on, and tells its share behind each", async () => {
    const told: ReadingShare[] = [];
    const source = toldSource(sourceOf(4, 10), (reading) => told.push(reading));
    expect(await readAll(source)).toEqual([0, 1, 2, 3]);
    expect(told).toEqual([0.25, 0.5, 0.75, 1].map((share) => ({ file: "usage.csv", share })));
  });

  it("begins anew when it is read again, and says nothing of what is not read", async () => {
    const shares: number[] = [];
    const source = toldSource(sourceOf(4, 10), ({ share }) => shares.push(share));
    for await (const piece of source.open()) if (piece[0] === 1) break;
    await readAll(source);
    expect(shares).toEqual([0.25, 0.25, 0.5, 0.75, 1]);
  });

  it("tells each hundredth once, and never more than all", async () => {
    const shares: number[] = [];
    const estimated = { ...sourceOf(5000, 1), size: 4000 };
    await readAll(toldSource(estimated, ({ share }) => shares.push(share)));
    expect(shares).toHaveLength(100);
    expect(Math.max(...shares)).toBe(1);
  });
});
