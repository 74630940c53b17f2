import { createHash } from "node:crypto";
import { checkChain } from "./checkChain";
import type { ChainRow } from "./chainRows";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** Rows RUN-1 and so on, each with the hash of the one before. */
function chain(...names: readonly string[]): ChainRow[] {
  let previousHash = "";
  return names.map((who, index) => {
    const computedHash = hashOf(`${who}|${previousHash}`);
    const row = rowOf(`RUN-${String(index + 1)}`, who, previousHash, computedHash, index + 1);
    previousHash = computedHash;
    return row;
  });
}

function rowOf(
  runId: string,
  who: string,
  previousHash: string,
  computedHash: string,
  row: number,
): ChainRow {
  const texts = new Map([["who", who]]);
  return {
    runId,
    previousHash,
    hash: computedHash,
    computedHash,
    texts,
    at: () => ({ sheet: "Run log", row, column: 0 }),
  };
}

const codes = (rows: readonly ChainRow[]) =>
  checkChain("Run log", rows).map(({ code, key }) => `${key} ${code}`);

describe("a chain", () => {
  const [a, b, c, d] = chain("Ann", "Ben", "Cleo", "Dora") as [ChainRow, ChainRow, ChainRow, ChainRow];

  it("is whole as it was written, and when it is empty", () => {
    expect([codes([a, b, c, d]), codes([])]).toEqual([[], []]);
  });

  it("tells rows that are gone, also the first, and those in another order", () => {
    expect(codes([a, c, d])).toEqual(["RUN-3 LOG_MISSING"]);
    expect(codes([b, c, d])).toEqual(["RUN-2 LOG_MISSING"]);
    expect(codes([a, c, b, d])).toContain("RUN-3 LOG_REORDERED");
  });

  it("tells a row whose cells changed, also when its own hash was made anew", () => {
    expect(codes([a, { ...b, computedHash: hashOf("other") }, c, d])).toEqual(["RUN-2 LOG_ALTERED"]);
    const again = hashOf("other");
    expect(codes([a, { ...b, hash: again, computedHash: again }, c, d])).toEqual(["RUN-2 LOG_ALTERED"]);
  });

  it("tells a note that somebody typed, and takes it for no link", () => {
    const note = { ...rowOf("see mail", "", "", hashOf("note"), 9), hash: "" };
    expect(codes([a, b, note, c, d, note])).toEqual(["see mail LOG_ALTERED", "see mail LOG_ALTERED"]);
    expect(codes([a, { ...b, hash: "" }, c])).toContain("RUN-2 LOG_ALTERED");
  });

  it("tells two rows that follow one, with who wrote them", () => {
    const other = rowOf("RUN-3", "Max", b.hash, hashOf("Max"), 9);
    const found = checkChain("Run log", [a, b, c, d, other]);
    expect(found.map(({ code }) => code)).toEqual(["LOG_FORKED", "LOG_FORKED"]);
    expect(found[0]!.message).toContain("RUN-3 by Cleo and RUN-3 by Max");
  });
});
