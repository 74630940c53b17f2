import type { Snapshot } from "../../core/api";
import { PackageError, type PackageFailure } from "../package/failure";
import { openPackage } from "../package/openPackage";
import type { WorkbookPackage } from "../package/workbookPackage";
import { XmlError } from "../package/xml";
import { readGrids } from "./readGrids";

export interface ReadWorkbookOptions {
  /** Called now and then with the number of rows read so far, of all sheets. */
  readonly onProgress?: (rows: number) => void;
  readonly signal?: AbortSignal;
}

/** Why a workbook could not be read, in one sentence for the user. */
export type ReadFailure = PackageFailure | { readonly code: "CANCELLED"; readonly message: string };

export type WorkbookReading =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly package: WorkbookPackage }
  | { readonly ok: false; readonly failure: ReadFailure };

/** Rows between two looks at the clock of the caller. */
const PROGRESS_STEP = 5000;

/** Reads all worksheets of an .xlsx or .xlsm. What can be wrong with a user's file is a failure, never thrown. */
export async function readWorkbook(
  bytes: Uint8Array,
  options: ReadWorkbookOptions = {},
): Promise<WorkbookReading> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  try {
    return { ok: true, snapshot: await readSnapshot(opened.package, options), package: opened.package };
  } catch (error) {
    return { ok: false, failure: failureOf(error, options.signal) };
  }
}

async function readSnapshot(workbook: WorkbookPackage, options: ReadWorkbookOptions): Promise<Snapshot> {
  let rows = 0;
  const grids = await readGrids(workbook, () => {
    rows++;
    if (rows % PROGRESS_STEP !== 0) return;
    options.signal?.throwIfAborted();
    options.onProgress?.(rows);
  });
  return {
    grids,
    tables: workbook.tables,
    date1904: workbook.date1904,
    pictures: workbook.sheets.flatMap((sheet) => workbook.pictures(sheet)),
  };
}

function failureOf(error: unknown, signal: AbortSignal | undefined): ReadFailure {
  if (signal?.aborted === true) return { code: "CANCELLED", message: "Reading the workbook was stopped." };
  if (error instanceof PackageError) return error.failure;
  if (error instanceof XmlError) {
    return {
      code: "DAMAGED",
      message: `A part of the workbook is damaged (${error.message}); open it in Excel, let Excel repair it and save it again.`,
    };
  }
  throw error;
}
