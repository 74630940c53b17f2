import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { billPeriod, parsePeriod, type Snapshot } from "../../src/core/api";
import { caseBytes, openCase, type CaseInput } from "./caseBook";
import { judge, type Expected, type Outcome } from "./judge";

interface Case {
  readonly id: string;
  readonly title: string;
  readonly command: string;
  readonly input: CaseInput;
  readonly expected: Expected;
}

const small = join(__dirname, "small");
const cases = readdirSync(small)
  .sort()
  .flatMap((file) => (JSON.parse(readFileSync(join(small, file), "utf8")) as { cases: Case[] }).cases);

/** Names of the files that a command adds to Usage, without the case's own prefix. */
function usageFiles(command: string, id: string): string[] {
  return [...command.matchAll(/--usage (\S+)/g)].map(([, name]) => name!.replace(`${id}-`, ""));
}

function bill(snapshot: Snapshot, command: string): Outcome {
  const period = /--period (\S+)/.exec(command)?.[1];
  const result = billPeriod(snapshot, {
    period: period === undefined ? undefined : parsePeriod(period),
    asOf: undefined,
    giveNumbers: /--number\b/.test(command),
  });
  if (!result.ok)
    return { run: undefined, issues: result.issues, notRead: result.notRead, stopped: result.reason };
  const { run } = result;
  return { run, issues: run.issues, notRead: run.book.notRead, stopped: undefined };
}

const stoppedBy = (error: unknown): Outcome => ({
  run: undefined,
  issues: [],
  notRead: [],
  stopped: error instanceof Error ? error.message : String(error),
});

async function run({ id, command, input }: Case): Promise<Outcome> {
  const files = usageFiles(command, id).map((name) => [name, input.csv![name]!] as const);
  try {
    const { snapshot } = await openCase(await caseBytes(input), files);
    return bill(snapshot, command);
  } catch (error) {
    return stoppedBy(error);
  }
}

describe("small cases of books as people keep them", () => {
  test.each(cases.map((one) => [one.id, one.title, one] as const))("%s %s", async (_id, _title, one) => {
    const outcome = await run(one);
    expect([...judge(outcome, one.expected)]).toEqual([]);
  });
});

interface Book {
  readonly id: string;
  readonly good: { readonly command: string; readonly expected: Expected };
  readonly twin: { readonly command: string; readonly expected: Expected };
}

const books = join(__dirname, "books");
const wholeBooks = readdirSync(books)
  .filter((file) => file.endsWith(".expected.json"))
  .map((file) => JSON.parse(readFileSync(join(books, file), "utf8")) as Book)
  .flatMap(({ id, good, twin }) => [
    { name: id, ...good },
    { name: `${id}-twin`, ...twin },
  ]);

async function runBook(name: string, command: string): Promise<Outcome> {
  const files = [...command.matchAll(/--usage (\S+)/g)].map(
    ([, file]) => [file!, new Uint8Array(readFileSync(join(books, file!)))] as const,
  );
  try {
    const { snapshot } = await openCase(new Uint8Array(readFileSync(join(books, `${name}.xlsx`))), files);
    return bill(snapshot, command);
  } catch (error) {
    return stoppedBy(error);
  }
}

describe("whole books", () => {
  test.each(wholeBooks.map((book) => [book.name, book] as const))(
    "%s",
    async (name, { command, expected }) => {
      const outcome = await runBook(name, command);
      expect([...judge(outcome, expected)]).toEqual([]);
    },
  );
});
