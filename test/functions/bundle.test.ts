import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { catalog } from "../../src/functions/catalog";
import { openOfficeHost } from "../../simulatedExcel";
import { DIST, withBuiltFunctions } from "../support/builtFunctions";

const script = join(DIST, "functions.js");
const MOST_KILOBYTES = 40;

interface SourceMap {
  readonly sources: readonly string[];
}
const sources = (file: string) => (JSON.parse(readFileSync(join(DIST, file), "utf8")) as SourceMap).sources;

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
    // The library warns of a name that is taken.
    const warn = jest.spyOn(console, "warn");
    const host = await openOfficeHost(withBuiltFunctions);
    expect([...host.functions.associated].sort()).toEqual(Object.keys(catalog).sort());
    await host.close();
    expect(host.faults).toEqual([]);
    expect(warn.mock.calls).toEqual([]);
    warn.mockRestore();
  });

  it("runs outside Excel, with nothing but the language, without an error or a word", () => {
    const said: unknown[] = [];
    const console = new Proxy(
      {},
      {
        get:
          () =>
          (...words: unknown[]) =>
            said.push(words),
      },
    );
    runInNewContext(readFileSync(script, "utf8"), { console });
    expect(said).toEqual([]);
  });
});

it("taskpane.js holds the functions, which run in its page", () => {
  expect(sources("taskpane.js.map").some((source) => source.endsWith("src/functions/functions.ts"))).toBe(
    true,
  );
});
