import type { BigIntStats } from "node:fs";
import { basename } from "node:path";
import { appendUsage, type Grid, type Snapshot, type WithUsage } from "../core/api";
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

/** The workbook with the rows of every usage file beside its own; a file that cannot be taken ends the command. */
export async function withUsageFiles(snapshot: Snapshot, files: readonly string[] = []): Promise<WithUsage> {
  const grids: Grid[] = [];
  for (const file of files) {
    const read = readDataFile(await readBytes(file), basename(file));
    if (!read.ok) throw new CommandFailure(`${file}: ${read.failure.message}`);
    grids.push(read.grid);
  }
  await refuseRepeated(files);
  const added = appendUsage(snapshot, grids);
  if (!added.ok) throw new CommandFailure(`${added.source}: ${added.reason}`);
  return added.value;
}
