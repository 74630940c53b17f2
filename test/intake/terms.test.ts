import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { differences, type ExpectedRun } from "./compareCase";
import { bookOf, readBytes, runEngine, type CaseInput } from "./engineRun";

const folder = join(__dirname, "cases");
const RULES = Array.from({ length: 14 }, (_, index) => `P${String(index + 1)}`);
/** Books of plans, plan changes and credits; each has a twin in which one thing is broken. */
const BOOKS = ["override", "planchange", "credits"];

interface Expectation {
  readonly command: string;
  readonly expected: ExpectedRun;
}

interface SmallCase extends Expectation {
  readonly id: string;
  readonly title: string;
  readonly input: CaseInput;
}

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), "utf8"));

function argumentsOf(command: string) {
  return { period: /--period (\S+)/.exec(command)?.[1], giveNumbers: command.includes("--number") };
}

describe.each(RULES)("%s", (rule) => {
  const { cases } = read("small", `${rule}.json`) as { readonly cases: readonly SmallCase[] };

  it.each(cases.map((each) => [each.id, each.title, each] as const))("%s: %s", async (_id, _title, each) => {
    const run = runEngine(await bookOf(each.input), argumentsOf(each.command));
    expect(differences(run, each.expected)).toEqual([]);
  });
});

describe.each(BOOKS)("the book %s", (name) => {
  const { good, twin } = read("books", `${name}.expected.json`) as Readonly<Record<string, Expectation>>;

  it.each([
    ["as kept", `${name}.xlsx`, good!],
    ["its twin", `${name}-twin.xlsx`, twin!],
  ])("%s", async (_which, file, { command, expected }) => {
    const bytes = new Uint8Array(readFileSync(join(folder, "books", file)));
    expect(differences(runEngine(await readBytes(bytes), argumentsOf(command)), expected)).toEqual([]);
  });
});

it("finds no case without a test", () => {
  const rules = readdirSync(join(folder, "small")).filter((file) => /^P\d/.test(file));
  expect(rules.map((file) => file.replace(".json", "")).sort()).toEqual([...RULES].sort());
});
