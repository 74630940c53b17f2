import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const POINTS = 40;

const rows = readFileSync(join(ROOT, "docs/quality.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, number, point, state, tests, missing]) => ({
    number: Number(number),
    point: point!,
    state: state!,
    tests: [...tests!.matchAll(/`([^`]+)`/g)].map(([, path]) => path!),
    missing: missing!,
  }));

describe("the page of quality", () => {
  it("has every point once, with a state", () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: POINTS }, (_, index) => index + 1));
    expect(rows.filter(({ state }) => !["proven", "partly", "not yet"].includes(state))).toEqual([]);
  });

  it("names tests that are there, and says what is missing where a point is not proven", () => {
    const gone = rows.flatMap(({ tests }) => tests).filter((path) => !existsSync(join(ROOT, path)));
    expect(gone).toEqual([]);
    expect(rows.filter(({ state, tests }) => state !== "not yet" && tests.length === 0)).toEqual([]);
    expect(rows.filter(({ state, missing }) => state !== "proven" && missing === "")).toEqual([]);
  });
});
