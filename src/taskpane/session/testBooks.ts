import type { Snapshot, WritePlan } from "../../core/api";
import { applyPlan } from "../../workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../workbook/xlsx/package/emptyPackage";
import type { WorkbookPackage } from "../../workbook/xlsx/package/workbookPackage";
import { readWorkbook } from "../../workbook/xlsx/read/readWorkbook";
import { Session, type Edits } from "./session";
import { surroundings } from "./surroundings";
import type { RunChoice } from "./views";

/** A workbook as a port has it: its bytes, and what was read of them. */
export interface TestBook {
  readonly snapshot: Snapshot;
  readonly package: WorkbookPackage;
}

export const byDefault: RunChoice = {
  period: undefined,
  asOf: undefined,
  giveNumbers: false,
  sheetLimit: 50,
};

export async function readBook(bytes: Uint8Array): Promise<TestBook> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.failure.message);
  return reading;
}

/** What edits come to as a plan; the page hands single cells to `edit`, which does the same. */
function planOf(edits: Edits): WritePlan {
  return "removedSheets" in edits ? edits : { sheets: [], removedSheets: [], appended: [], edits };
}

/** The workbook after a plan, written and read as a file. */
export function written(book: Pick<TestBook, "package">, edits: Edits): Promise<TestBook> {
  return readBook(applyPlan(book.package, planOf(edits)));
}

/** A new workbook of rows of cells. */
export function bookOfSheets(
  sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Promise<TestBook> {
  const planned = Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
    widths: [],
  }));
  return written({ package: emptyPackage() }, { sheets: planned, removedSheets: [], appended: [] });
}

export const sampleBook = (): Promise<TestBook> =>
  written({ package: emptyPackage() }, new Session(surroundings).sampleBook());

export function sessionOf({ snapshot }: Pick<TestBook, "snapshot">): Session {
  const session = new Session(surroundings);
  session.open(snapshot);
  return session;
}
