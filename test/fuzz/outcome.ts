import { appendUsage, billPeriod, planWrites, type Grid, type Snapshot } from "../../src/core/api";
import { sha256 } from "../../src/cli/sha256";
import { foldFiles } from "../../src/workbook/formats/csv/fold/foldFiles";
import type { TextSource } from "../../src/workbook/formats/csv/fold/usageSource";
import { readDataFile } from "../../src/workbook/formats/readDataFile";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import type { WorkbookPackage } from "../../src/workbook/xlsx/package/workbookPackage";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";

/** What came of a file: a bill, or one line that says why not. */
export type Outcome =
  | { readonly refused: string }
  | { readonly figures: string; readonly issues: string; readonly controlTotals: string };

/** The last day of the months that the seeds bill: what is damaged does not move the period. */
const PERIOD = { from: 46_296, to: 46_326 };

/** Bills a workbook as the command does, up to the file that it would write. */
function billed(snapshot: Snapshot, grids: readonly Grid[], source?: WorkbookPackage): Outcome {
  const added = appendUsage(snapshot, grids);
  if (!added.ok) return { refused: added.reason };
  const result = billPeriod(added.value.snapshot, {
    period: PERIOD,
    asOf: undefined,
    giveNumbers: false,
    review: { by: "Ann", sha256 },
  });
  if (!result.ok) return { refused: result.reason };
  const { run } = result;
  if (run.closedPeriod === undefined) {
    const { plan } = planWrites(run, added.value.snapshot, {
      when: { day: PERIOD.to, time: 0 },
      who: "Ann",
      engineVersion: "1",
      sha256,
      parameters: "",
      sheetLimit: 2,
    });
    if (source) applyPlan(source, plan);
  }
  const documents = run.invoices.map(
    ({ number, currency, total, lines }) =>
      `${number} ${currency} ${total.toString()} ${lines.map(({ quantity, amount, sourceRows }) => `${quantity.toString()} ${amount.toString()} ${String(sourceRows)}`).join("; ")}`,
  );
  const held = run.held.map(({ contractId }) => `held ${contractId}`);
  return {
    figures: [...documents, ...held].join("\n"),
    issues: [...new Set(run.issues.map(({ code, severity, value }) => `${code} ${severity} ${value}`))]
      .sort()
      .join("\n"),
    controlTotals: run.controlTotals.map((total) => JSON.stringify(total)).join("\n"),
  };
}

/** What comes of a workbook. */
export async function outcomeOfPackage(bytes: Buffer): Promise<Outcome> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) return { refused: reading.failure.message };
  return billed(reading.snapshot, [], reading.package);
}

/** What comes of a usage file whose rows are copied into a workbook. */
export function outcomeOfRows(bytes: Buffer, snapshot: Snapshot): Outcome {
  const reading = readDataFile(bytes, "usage.csv");
  if (!reading.ok) return { refused: reading.failure.message };
  return billed(snapshot, [reading.grid]);
}

/** What comes of the same file where its rows are added up as it is read, in pieces of a size. */
export async function outcomeOfSums(bytes: Buffer, snapshot: Snapshot, piece: number): Promise<Outcome> {
  const source: TextSource = {
    name: "usage.csv",
    size: bytes.length,
    sha256: () => sha256([bytes]),
    open: async function* () {
      await Promise.resolve();
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
  const folded = await foldFiles(snapshot, [source]);
  return folded.ok ? billed(snapshot, folded.grids) : { refused: folded.message };
}
