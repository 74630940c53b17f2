import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bytesOf, type RealBook } from "../../scripts/realData/book";
import { realDataSets, type RealDataSet } from "../../scripts/realData/sets";
import { billPeriod, Decimal, parsePeriod, type BillingRun, type Snapshot } from "../../src/core/api";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { realDataFolder, type RealDataFolder } from "../support/realDataFolder";

export interface RealData extends RealDataFolder {
  /** A workbook made of the set, read back from the bytes of its file. */
  readonly open: (book: string) => Promise<Snapshot>;
  /** The set's independently computed answers. */
  readonly answers: <Answers>() => Answers;
}

export function realData(set: RealDataSet): RealData {
  const data = realDataFolder(set);
  let books: readonly RealBook[] | undefined;
  return {
    ...data,
    open: async (name) => {
      books ??= realDataSets[set](data.folder);
      const book = books.find((candidate) => candidate.name === name);
      if (!book) throw new Error(`${set} makes no workbook ${name}`);
      const reading = await readWorkbook(bytesOf(book));
      if (!reading.ok) throw new Error(reading.failure.message);
      return reading.snapshot;
    },
    answers: <Answers>() => JSON.parse(readFileSync(join(data.folder, "expected.json"), "utf8")) as Answers,
  };
}

/** What is true of these books: columns that their prices do not need, and meters that some contracts did not use. */
const trueWarnings = new Set(["COLUMN_NOT_READ", "PRICE_WITHOUT_USAGE", "CONTRACT_WITHOUT_PRICE"]);

/** A run that nothing keeps from billing: no error, nothing held, and no warning about a book that is in order. */
export function bill(snapshot: Snapshot, period: string): BillingRun {
  const result = billPeriod(snapshot, {
    period: parsePeriod(period),
    asOf: undefined,
    giveNumbers: false,
  });
  if (!result.ok) throw new Error(`${period} is no period`);
  const errors = result.run.issues.filter(({ severity }) => severity === "error");
  expect(errors).toEqual([]);
  const alarms = result.run.issues.filter(
    ({ severity, code }) => severity === "warning" && !trueWarnings.has(code),
  );
  expect(alarms).toEqual([]);
  expect(result.run.held).toEqual([]);
  return result.run;
}

/** A number in one way of writing it: 19976.320 and 19976.32 are the same. */
export function plain(value: string | number | Decimal): string {
  return new Decimal(value).toFixed();
}

export function total(values: readonly (string | Decimal)[]): Decimal {
  return values.reduce<Decimal>((sum, value) => sum.plus(value), new Decimal(0));
}
