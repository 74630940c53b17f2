import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { catalog } from "../../src/functions/catalog";
import { openFunctionsHost } from "../functionsHost/functionsHost";
import { runOutsideExcel } from "../functionsHost/runOutsideExcel";

const dist = join(__dirname, "../../dist");
const script = join(dist, "functions.js");
const MOST_KILOBYTES = 40;

interface SourceMap {
  readonly sources: readonly string[];
}
const sources = (file: string) => (JSON.parse(readFileSync(join(dist, file), "utf8")) as SourceMap).sources;

describe("dist/functions.js", () => {
  it(`has at most ${String(MOST_KILOBYTES)} kB when it is sent`, () => {
    expect(gzipSync(readFileSync(script)).length).toBeLessThanOrEqual(MOST_KILOBYTES * 1000);
  });

  it("holds no package but decimal.js", () => {
    const packages = sources("functions.js.map").flatMap(
      (source) => /node_modules\/([^/]+)/.exec(source)?.[1] ?? [],
    );
    expect([...new Set(packages)]).toEqual(["decimal.js"]);
  });

  it("registers every function as soon as it has run, once each", async () => {
    const host = await openFunctionsHost();
    expect([...host.associated].sort()).toEqual(Object.keys(catalog).sort());
    expect(host.faults).toEqual([]);
    expect(host.logged).toEqual([]);
    host.close();
  });

  it("runs outside Excel without an error or a word", () => {
    expect(runOutsideExcel(script)).toEqual({ logged: [], thrown: undefined });
  });
});

it("taskpane.js holds the functions, which run in its page", () => {
  expect(sources("taskpane.js.map").some((source) => source.endsWith("src/functions/functions.ts"))).toBe(
    true,
  );
});
