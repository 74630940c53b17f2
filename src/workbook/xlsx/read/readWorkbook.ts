import {
  GridBuilder,
  type Formulas,
  type Grid,
  type MergedArea,
  type Picture,
  type SheetFormula,
  type Snapshot,
  addAll,
} from "../../../core/api";
import type { FileBytes } from "../../bytes/fileBytes";
import { PackageError, type PackageFailure } from "../../readFailure";
import { openPackage } from "../package/openPackage";
import type { SheetPart } from "../package/sheetList";
import type { WorkbookPackage } from "../package/workbookPackage";
import { finishWithPauses, type Pause } from "../../bytes/steps";
import { parseArea } from "../areaReference";
import { CellSink } from "./cellSink";
import { PlainCells } from "./plainCells";
import { PlainTexts } from "./plainTexts";
import { CellReader } from "./readCells";
import { FormulaCollector } from "./formulaCollector";
import type { FastPath } from "../../xml/xmlByteScanner";
import { readPart } from "./readPart";
import { SharedStringsReader, type SharedTexts } from "./sharedStrings";
import { Spread } from "./spread";
import { readStyleKinds, type StyleKinds } from "./styleKinds";

/** A workbook as it was read before somebody wrote a part of it. */
export interface ReadBefore {
  readonly snapshot: Snapshot;
  /** Whether a sheet is as it was: then it is taken from there and not read again. */
  readonly isUnchanged: (sheet: string) => boolean;
  /** Whether cells of the others may name a text of the table of texts; those of sheets that we write hold theirs. */
  readonly namesTexts: boolean;
}

export interface ReadWorkbookOptions {
  /** Called now and then with the number of rows read so far, of all sheets. */
  readonly onProgress?: (rows: number) => void;
  /** Looked at now and then; once aborted, the reading ends as CANCELLED. */
  readonly signal?: Pick<AbortSignal, "aborted">;
  /** Awaited every few milliseconds of work. What it throws ends the reading and is thrown. */
  readonly pause?: Pause;
  /** Reads the formulas of all sheets as well. */
  readonly withFormulas?: boolean;
  readonly before?: ReadBefore;
}

/** Why a workbook could not be read, in one sentence for the user. */
export type ReadFailure = PackageFailure | { readonly code: "CANCELLED"; readonly message: string };

export type WorkbookReading =
  | {
      readonly ok: true;
      readonly snapshot: Snapshot;
      readonly package: WorkbookPackage;
      /** Empty unless they were asked for. */
      readonly formulas: Formulas;
    }
  | { readonly ok: false; readonly failure: ReadFailure };

/** Rows between two looks at the clock of the caller. */
const PROGRESS_STEP = 5000;
/** Leaves everything to the scanner. */
const NO_FAST_PATH: FastPath = { isReady: false, beginsAt: () => false, read: (_bytes, from) => from };
const TEXT_TABLE = "The text table of the workbook";

/** Reads all worksheets of an .xlsx or .xlsm. What can be wrong with a user's file is a failure, never thrown. */
export async function readWorkbook(
  file: FileBytes,
  options: ReadWorkbookOptions = {},
): Promise<WorkbookReading> {
  const opened = openPackage(file);
  if (!opened.ok) return opened;
  try {
    const formulas = new Map<string, ReadonlyMap<string, SheetFormula>>();
    const snapshot = await readSnapshot(opened.package, options, formulas);
    return { ok: true, snapshot, package: opened.package, formulas };
  } catch (error) {
    return { ok: false, failure: failureOf(error, options.signal) };
  }
}

/** What the sheets of a workbook share while they are read. */
interface Reading {
  readonly workbook: WorkbookPackage;
  readonly texts: SharedTexts;
  readonly kinds: StyleKinds;
  readonly spread: Spread;
  readonly onRow: () => void;
  readonly pause: Pause;
  /** Undefined where formulas are not asked for. */
  readonly formulas: Map<string, ReadonlyMap<string, SheetFormula>> | undefined;
}

const noPause: Pause = () => undefined;

async function readSnapshot(
  workbook: WorkbookPackage,
  options: ReadWorkbookOptions,
  formulas: Map<string, ReadonlyMap<string, SheetFormula>>,
): Promise<Snapshot> {
  const { archive, stylesPart, sharedStringsPart } = workbook;
  const { pause = noPause, before } = options;
  const kinds = stylesPart === undefined ? [] : workbook.parts.read(stylesPart, readStyleKinds);
  const shared = new SharedStringsReader();
  if (sharedStringsPart !== undefined && before?.namesTexts !== false)
    await readPart(archive.raw(sharedStringsPart), TEXT_TABLE, shared, new PlainTexts(shared), pause);
  let rows = 0;
  const onRow = () => {
    rows++;
    if (rows % PROGRESS_STEP !== 0) return;
    if (options.signal?.aborted === true) throw new Error("cancelled");
    options.onProgress?.(rows);
  };
  const spread = new Spread();
  const reading: Reading = {
    workbook,
    texts: shared.texts,
    kinds,
    spread,
    onRow,
    pause,
    formulas: options.withFormulas ? formulas : undefined,
  };
  const grids: Grid[] = [];
  const merges: MergedArea[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.kind !== "worksheet") continue;
    const same = before && unchangedGrid(sheet.name, before, merges);
    grids.push(same ?? (await readGrid(reading, sheet, merges)));
  }
  await finishWithPauses(workbook.findTables(), pause);
  const pictures: Picture[] = [];
  for (const sheet of workbook.sheets) {
    pictures.push(...(await finishWithPauses(workbook.findPictures(sheet), pause)));
    await pause();
  }
  return { grids, tables: workbook.tables, date1904: workbook.date1904, pictures, merges };
}

/** A sheet that is as it was, and its merged areas. */
function unchangedGrid(name: string, before: ReadBefore, merges: MergedArea[]): Grid | undefined {
  const grid = before.isUnchanged(name)
    ? before.snapshot.grids.find(({ sheet }) => sheet === name)
    : undefined;
  if (grid)
    addAll(
      merges,
      (before.snapshot.merges ?? []).filter(({ sheet }) => sheet === name),
    );
  return grid;
}

/** Reads the cells of a sheet, and adds its merged areas to `merges`. */
async function readGrid(
  reading: Reading,
  { name, partName }: SheetPart,
  merges: MergedArea[],
): Promise<Grid> {
  const { workbook, texts, kinds, spread, onRow, pause } = reading;
  const { archive, date1904 } = workbook;
  const label = `The sheet "${name}"`;
  const builder = new GridBuilder(name);
  spread.beginSheet();
  const onMerge = (reference: string) => {
    const area = parseArea(reference);
    if (area) merges.push({ sheet: name, ...area });
  };
  const formulas = reading.formulas && new FormulaCollector();
  const cells = new CellSink({ builder, texts, kinds, date1904, label, spread, onRow });
  const reader = new CellReader(cells, onMerge, formulas);
  // The fast path leaves formulas out.
  const fastPath = formulas ? NO_FAST_PATH : new PlainCells(reader, cells);
  await readPart(archive.raw(partName), label, reader, fastPath, pause);
  if (formulas) reading.formulas?.set(name, formulas.formulas);
  return builder.build();
}

function failureOf(error: unknown, signal: ReadWorkbookOptions["signal"]): ReadFailure {
  if (signal?.aborted === true) return { code: "CANCELLED", message: "Reading the workbook was stopped." };
  if (error instanceof PackageError) return error.failure;
  throw error;
}
