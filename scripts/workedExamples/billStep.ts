import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  appendUsage,
  billPeriod,
  parseIsoDay,
  parsePeriod,
  planWrites,
  withUsageRows,
  type BillingRun,
  type Snapshot,
} from "../../src/core/api";
import { readDataFile } from "../../src/workbook/formats/readDataFile";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";

/** What a step of a chain bills, and the workbook that it writes, which the next step reads. */
export interface Step {
  readonly run: BillingRun;
  readonly bytes: Uint8Array;
}

/** The words after `bill BOOK`, as the case writes them: --period 2026-11 --as-of 2026-11-30 --usage more.csv. */
interface StepOptions {
  readonly period: string | undefined;
  readonly asOf: string | undefined;
  readonly usage: string | undefined;
  readonly giveNumbers: boolean;
}

function parseOptions(text: string): StepOptions {
  const words = text.split(" ");
  const after = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  return {
    period: after("--period"),
    asOf: after("--as-of"),
    usage: after("--usage"),
    giveNumbers: words.includes("--number"),
  };
}

function withUsage(snapshot: Snapshot, file: string | undefined, folder: string) {
  const read = file === undefined ? undefined : readDataFile(readFileSync(join(folder, file)), file);
  if (read && !read.ok) throw new Error(read.failure.message);
  const added = appendUsage(snapshot, read ? [read.grid] : []);
  if (!added.ok) throw new Error(added.reason);
  return added.value;
}

/** Bills a workbook as the command line does, from bytes to bytes; `folder` holds the files of `--usage`. */
export async function billStep(book: Uint8Array, optionsText: string, folder = "."): Promise<Step> {
  const { period, asOf, usage, giveNumbers } = parseOptions(optionsText);
  const reading = await readWorkbook(book);
  if (!reading.ok) throw new Error(reading.failure.message);
  const input = withUsage(reading.snapshot, usage, folder);
  const result = billPeriod(input.snapshot, {
    period: period === undefined ? undefined : parsePeriod(period),
    asOf: asOf === undefined ? undefined : parseIsoDay(asOf),
    giveNumbers,
  });
  if (!result.ok) throw new Error(result.reason);
  const { run } = result;
  const { plan } = planWrites(run, input.snapshot, {
    when: { day: run.book.asOf, time: 0 },
    who: "",
    engineVersion: "",
    sha256: () => "",
    parameters: "",
    sheetLimit: 0,
    logo: undefined,
  });
  const bytes = applyPlan(reading.package, withUsageRows(plan, input), { format: "xlsx" });
  return { run, bytes };
}
