import { dirname, join } from "node:path";
import { listedFiles, type Snapshot } from "../../core/api";
import { orUnread } from "../fileFault";
import { fileAt } from "../sameFile";
import type { UsageOpener } from "./openUsage";
import { sha256OfFile, type UsageFile } from "./usageSource";

/** The files that a workbook names under Usage files, as far as they are at hand. */
export interface ListedSources {
  readonly sources: readonly UsageFile[];
  /** Names of those that are there with another content. */
  readonly changed: readonly string[];
}

interface Found {
  readonly source?: UsageFile;
  readonly isChanged: boolean;
}

async function find(
  opener: UsageOpener,
  name: string,
  sha256: string,
  folders: readonly string[],
): Promise<Found> {
  let isChanged = false;
  for (const folder of folders) {
    const path = join(folder, name);
    const here = await orUnread(path, fileAt(path));
    if (!here?.isFile()) continue;
    if ((await sha256OfFile(path)) === sha256)
      return { source: await opener.file(path, Number(here.size)), isChanged: false };
    isChanged = true;
  }
  return { isChanged };
}

/** A name is no path: what a workbook says leads to no other folder. */
const isPlainName = (name: string): boolean => !/[/\\]/.test(name) && name !== ".." && name !== ".";

/** Looks for the files that a workbook names: beside it, in the folder where the command runs, and among those given. */
export async function listedSources(
  opener: UsageOpener,
  snapshot: Snapshot,
  bookPath: string,
  given: ReadonlyMap<string, UsageFile> = new Map(),
): Promise<ListedSources> {
  const sources: UsageFile[] = [];
  const changed: string[] = [];
  for (const { file, sha256 } of listedFiles(snapshot)) {
    const known = given.get(sha256);
    const folders = [...new Set([dirname(bookPath), "."])];
    const isAnother = [...given.values()].some(({ name }) => name === file && !isPlainName(file));
    const found: Found = known
      ? { source: known, isChanged: false }
      : isPlainName(file)
        ? await find(opener, file, sha256, folders)
        : { isChanged: isAnother };
    if (found.source) sources.push(found.source);
    else if (found.isChanged) changed.push(file);
  }
  return { sources, changed };
}
