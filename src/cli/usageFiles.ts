import { basename } from "node:path";
import { appendUsage, type Grid, type Snapshot, type WithUsage } from "../core/api";
import { readCsv } from "../workbook/formats/csv/readCsv";
import { CommandFailure } from "./exit";
import { readBytes } from "./openWorkbookFile";

/** A workbook with the rows of usage files; one that cannot be taken ends the command with a sentence. */
export async function withUsageFiles(snapshot: Snapshot, files: readonly string[]): Promise<WithUsage> {
  const grids: Grid[] = [];
  for (const file of files) {
    const read = readCsv(await readBytes(file), basename(file));
    if (!read.ok) throw new CommandFailure(`${file}: ${read.failure.message}`);
    grids.push(read.grid);
  }
  const added = appendUsage(snapshot, grids);
  if (!added.ok) throw new CommandFailure(`${added.source}: ${added.reason}`);
  return added.value;
}
