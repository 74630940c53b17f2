import { basename } from "node:path";
import type { Formulas, Snapshot } from "../core/api";
import type { FileBytes } from "../workbook/bytes/fileBytes";
import { readWorkbook, type ReadWorkbookOptions } from "../workbook/xlsx/read/readWorkbook";
import type { WorkbookPackage } from "../workbook/xlsx/package/workbookPackage";
import { CommandFailure } from "./exit";
import { ProgressLine } from "./progressLine";
import { refuseAbsent } from "./usage/refuseAbsent";
import { withListedFiles } from "./usage/usageFiles";
import { openBytes } from "./readBytes";

/** A workbook as it was read: its cells, and its parts to carry over into the output. */
export interface WorkbookFile {
  readonly snapshot: Snapshot;
  /** The file as it was. */
  readonly bytes: FileBytes;
  readonly package: WorkbookPackage;
  /** Empty unless they were asked for. */
  readonly formulas: Formulas;
}

interface OpenOptions extends Pick<ReadWorkbookOptions, "withFormulas"> {
  /** Whether files of usage that the workbook names are read as well, and have to be there. */
  readonly usageFiles?: "needed" | "if at hand";
  /** Where else they may be. */
  readonly usage?: readonly string[] | undefined;
}

/** Reads a workbook with a progress line on long work; an unreadable or unsafe one ends the command. */
export async function openWorkbookFile(
  path: string,
  { withFormulas = false, usageFiles, usage }: OpenOptions = {},
): Promise<WorkbookFile> {
  const bytes = await openBytes(path);
  const progress = new ProgressLine(`Reading ${basename(path)}`, "rows");
  const reading = await readWorkbook(bytes, {
    onProgress: (rows) => progress.update(rows),
    withFormulas,
  }).finally(() => progress.stop());
  if (!reading.ok) throw new CommandFailure(`${path}: ${reading.failure.message}`);
  const { package: parts, formulas } = reading;
  const snapshot = usageFiles ? await withListedFiles(reading.snapshot, path, usage) : reading.snapshot;
  if (usageFiles === "needed") refuseAbsent(snapshot, path);
  return { snapshot, bytes, package: parts, formulas };
}
