import type { BigIntStats } from "node:fs";
import { basename } from "node:path";
import { appendUsage, type Snapshot, type WithUsage } from "../core/api";
import { readDataFile } from "../workbook/formats/readDataFile";
import { CommandFailure } from "./exit";
import { readBytes } from "./readBytes";
import { fileAt, isSameFile } from "./sameFile";

/** A file that is named twice would be billed twice. */
async function refuseRepeated(files: readonly string[]): Promise<void> {
  const found: BigIntStats[] = [];
  for (const file of files) {
    const here = await fileAt(file);
    if (!here) continue;
    if (found.some((other) => isSameFile(other, here)))
      throw new CommandFailure(`--usage ${file}: this file is given twice; name it once`);
    found.push(here);
  }
}

/** The workbook with the rows of every usage file below its own; a file that cannot be taken ends the command. */
export async function withUsageFiles(snapshot: Snapshot, files: readonly string[] = []): Promise<WithUsage> {
  let value: WithUsage = { snapshot, appended: [], sheets: [] };
  for (const file of files) {
    const read = readDataFile(await readBytes(file), basename(file));
    if (!read.ok) throw new CommandFailure(`${file}: ${read.failure.message}`);
    const added = appendUsage(value.snapshot, read.grid);
    if (!added.ok) throw new CommandFailure(`${file}: ${added.missing}`);
    const sheets = [...value.sheets, ...added.value.sheets];
    value = { ...added.value, appended: [...value.appended, ...added.value.appended], sheets };
  }
  await refuseRepeated(files);
  return value;
}
