import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const DIST = join(__dirname, "../../dist");
/** Licences that ask for no more than to be named. */
const PERMISSIVE = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"]);

const listed = [
  ...readFileSync(join(DIST, "THIRD-PARTY-LICENSES.txt"), "utf8").matchAll(/^(\S+) (\d\S+): (.+)$/gm),
].map(([, name, version, licence]) => ({ name: name!, version: version!, licence: licence! }));

/** Packages by the source maps, which webpack makes of what each bundle really holds. */
function bundledPackages(): string[] {
  const maps = readdirSync(DIST).filter((file) => file.endsWith(".js.map"));
  const sources = maps.flatMap(
    (file) => (JSON.parse(readFileSync(join(DIST, file), "utf8")) as { sources: string[] }).sources,
  );
  const names = sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

describe("the licences of what is shipped", () => {
  it("name every package of every bundle", () => {
    const bundled = bundledPackages();
    expect(bundled).toContain("react-dom");
    const names = new Set(listed.map(({ name }) => name));
    expect(bundled.filter((name) => !names.has(name))).toEqual([]);
  });

  it("are permissive", () => {
    expect(listed.filter(({ licence }) => !PERMISSIVE.has(licence))).toEqual([]);
  });
});
