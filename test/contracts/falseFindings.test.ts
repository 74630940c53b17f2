import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePeriod, reconcileBook, verifyBook } from "../../src/core/api";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { billStep, type Step } from "../time/chain";
import expected from "./cases/expected.json";
import type { ContractCase } from "./judge";

const CASES = join(__dirname, "cases");
const cases = Object.entries(expected as unknown as Readonly<Record<string, ContractCase>>);

/** What verify and the reconciliation of the last run's period say of the books that a chain wrote. */
async function saidOf({ steps }: ContractCase): Promise<string[]> {
  let last: Step | undefined;
  let period = "";
  for (const { input, options } of steps) {
    const book = input.endsWith(".xlsx") ? readFileSync(join(CASES, input)) : last!.bytes;
    last = await billStep(book, options, CASES);
    period = /--period (\S+)/.exec(options)![1]!;
  }
  const reading = await readWorkbook(last!.bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  const reconciled = reconcileBook(reading.snapshot, { period: parsePeriod(period), asOf: undefined });
  const verified = verifyBook(reading.snapshot, {
    sha256: () => "",
    engineVersion: "",
    head: undefined,
    numbers: undefined,
    formulas: undefined,
  });
  if (!reconciled.ok || typeof verified === "string") throw new Error("nothing to compare");
  const { findings } = reconciled.run.reconciliation;
  return [
    ...findings.filter(({ severity }) => severity !== "info").map(({ code, cause }) => `${code} ${cause}`),
    ...verified.invoices
      .flatMap(({ differences }) => differences)
      // The runs of these tests log no parameters, so who gave the numbers is not known.
      .filter(({ code }) => code !== "STATE_NOT_LOGGED")
      .map(({ code, message }) => `${code} ${message}`),
  ];
}

describe("books of what is agreed with a client agree with themselves", () => {
  test.each(cases)("%s", async (_name, contractCase) => {
    expect(await saidOf(contractCase)).toEqual([]);
  });
});
