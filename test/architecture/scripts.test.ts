import { spawnSync } from "node:child_process";
import { join } from "node:path";
import manifest from "../../package.json";

const ROOT = join(__dirname, "../..");

function run(file: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...words], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** The scripts that take options, by the file that npm runs. */
const scripts = [
  ["fuzz", "dist/node/fuzz.cjs"],
  ["simulate", "dist/node/simulate.cjs"],
  ["months", "dist/node/cashMonth.cjs"],
  ["bench", "dist/node/bench.cjs"],
  ["mutate", "scripts/mutate.mjs"],
] as const;

describe.each(scripts)("npm run %s", (name, file) => {
  it("runs this file", () => {
    expect(manifest.scripts[name]).toMatch(new RegExp(`${file.replace(/[/.]/g, "\\$&")}$`));
  });

  it("says for --help in a screen what it takes, and does nothing", () => {
    const { status, stdout, stderr } = run(file, "--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")[0]).toMatch(new RegExp(`^npm run ${name} -- .*\\[OPTIONS\\]$`));
    expect(stdout).toMatch(/^ {2}--\w+/m);
    expect(stdout.split("\n").length).toBeLessThan(40);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(112);
  });

  it("ends a wrong call in one line", () => {
    expect(run(file, "--nothing")).toEqual({
      status: 2,
      stdout: "",
      stderr: `Unknown option '--nothing' (npm run ${name} -- --help lists what there is)\n`,
    });
  });
});

it("-h asks for help as well, whatever else is said", () => {
  const [, file] = scripts.at(-1)!;
  expect(run(file, "--books", "many", "-h")).toEqual(run(file, "--help"));
});

describe("a value that an option cannot have", () => {
  it.each([
    ["scripts/mutate.mjs", ["--books", "many"], "--books takes a whole number, not “many”"],
    ["scripts/mutate.mjs", ["more"], "Unexpected argument 'more'"],
    ["dist/node/fuzz.cjs", ["--count"], "Option '--count <value>' argument missing"],
    ["dist/node/fuzz.cjs", ["--kind", "books"], "--kind cannot be “books”"],
    ["dist/node/simulate.cjs", ["--without", "late,early"], "--without cannot be “early”"],
    ["dist/node/cashMonth.cjs", ["--bank", "none"], "--bank cannot be “none”"],
    ["dist/node/bench.cjs", ["reading", "writing"], "NAME cannot be “writing”"],
    ["scripts/start.mjs", ["excel", "word"], "HOST cannot be “word”"],
  ])("%s %j: %s", (file, words, fault) => {
    const { status, stdout, stderr } = run(file, ...words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^[^\n]+ \([^\n]+ --help lists what there is\)\n$/);
    expect(stderr.startsWith(`${fault} (`)).toBe(true);
  });
});
