import type { PlannedSheet, Snapshot, WritePlan } from "../../src/core/api";
import { applyPlan } from "../../src/workbook/xlsx/write/applyPlan";
import { emptyPackage } from "../../src/workbook/xlsx/package/emptyPackage";
import type { WorkbookPackage } from "../../src/workbook/xlsx/package/workbookPackage";
import { readWorkbook } from "../../src/workbook/xlsx/read/readWorkbook";
import type { ViewOf } from "../../src/taskpane/client/sessionClient";
import { samplePlan } from "../../src/taskpane/reports/sample/view/samplePlan";
import * as views from "../../src/taskpane/reports/reportViews";
import { Session } from "../../src/taskpane/session/session";
import type { Edits } from "../../src/taskpane/session/settingEdits";
import { surroundings } from "../../src/taskpane/session/surroundings";
import type { RunChoice } from "../../src/taskpane/session/views";

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

export async function readTestBook(bytes: Uint8Array): Promise<TestBook> {
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
  return readTestBook(applyPlan(book.package, planOf(edits)));
}

type Cell = string | number | null;

/** A sheet Invoices of documents by number, status, customer and its name, days, currency and total. */
export const invoicesSheet = (...documents: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] => [
  [
    "Invoice number",
    "Status",
    "Customer ID",
    "Customer name",
    "Invoice date",
    "Due date",
    "Currency",
    "Total",
  ],
  ...documents,
];

/** Sheets of rows of cells, as a plan writes them. */
export function plannedSheets(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): PlannedSheet[] {
  return Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.map((row) => row.map((value) => (value === null ? null : { value }))),
    widths: [],
  }));
}

/** A new workbook of rows of cells. */
export function bookOfSheets(sheets: Parameters<typeof plannedSheets>[0]): Promise<TestBook> {
  const plan = { sheets: plannedSheets(sheets), removedSheets: [], appended: [] };
  return written({ package: emptyPackage() }, plan);
}

export const sampleBook = (): Promise<TestBook> => written({ package: emptyPackage() }, samplePlan());

/** A session as the worker has it, before a workbook is opened. */
export const newSession = () => new Session(surroundings, views);
export type TestSession = ReturnType<typeof newSession>;

export function sessionOf({ snapshot }: Pick<TestBook, "snapshot">): TestSession {
  const session = newSession();
  session.open(snapshot);
  return session;
}

/** Previews a run, and what is shown of it. */
export function previewOf(session: TestSession, choice: RunChoice): ViewOf<"preview"> {
  session.preview(choice);
  return session.ask("preview", "view");
}
