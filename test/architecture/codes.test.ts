import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findingCodes, issueCodes } from "../../src/core/api";

const ROOT = join(__dirname, "../../src");

/** The sources but those that define codes, which name all of them. */
const sources = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .filter((path) => !/^core\/issues\/\w+Codes\.ts$|^core\/reconciliation\/finding\.ts$/.test(path))
  .map((path) => readFileSync(join(ROOT, path), "utf8"));

describe.each([
  ["issue", Object.keys(issueCodes)],
  ["finding", Object.keys(findingCodes)],
])("every code of an %s", (_kind, codes) => {
  it("is reported somewhere: one that nothing reports is retired, never left over", () => {
    const unused = codes.filter((code) => !sources.some((source) => source.includes(`"${code}"`)));
    expect(unused.map((code) => `${code} is reported nowhere`)).toEqual([]);
  });
});
