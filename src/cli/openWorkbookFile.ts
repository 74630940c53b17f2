import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Snapshot } from "../core/api";
import { readWorkbook } from "../workbook/xlsx/read/readWorkbook";
import type { WorkbookPackage } from "../workbook/xlsx/package/workbookPackage";
import { CommandFailure } from "./exit";
import { ProgressLine } from "./progressLine";

export interface OpenBook {
  readonly snapshot: Snapshot;
  readonly package: WorkbookPackage;
}

/** A file's bytes; one that cannot be read ends the command with a sentence. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === "ENOENT"
        ? "there is no such file"
        : code === "EISDIR"
          ? "it is a folder"
          : `it cannot be read (${code ?? "unknown"})`;
    throw new CommandFailure(`${path}: ${why}`);
  }
}

/** Reads a workbook with a progress line on long work; an unreadable or unsafe one ends the command. */
export async function readBook(path: string): Promise<OpenBook> {
  const bytes = await readBytes(path);
  const progress = new ProgressLine(`Reading ${basename(path)}`, "rows");
  const reading = await readWorkbook(bytes, { onProgress: (rows) => progress.update(rows) });
  progress.stop();
  if (!reading.ok) throw new CommandFailure(`${path}: ${reading.failure.message}`);
  return { snapshot: reading.snapshot, package: reading.package };
}
