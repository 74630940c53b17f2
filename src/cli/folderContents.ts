import { readdir } from "node:fs/promises";
import { orUnread } from "./fileFault";

/** Names of what a folder holds, sorted. */
interface FolderContents {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * What is in a folder, but for what is hidden and the lock files beside workbooks that Excel has open. Pipes and devices are
 * passed over, as they would be waited for; a link may lead to a file.
 */
export async function folderContents(folder: string): Promise<FolderContents> {
  const entries = await orUnread(folder, readdir(folder, { withFileTypes: true }));
  const shown = entries.filter(({ name }) => !name.startsWith("~$") && !name.startsWith("."));
  const namesOf = (found: typeof shown) => found.map(({ name }) => name).sort();
  return {
    files: namesOf(shown.filter((entry) => entry.isFile() || entry.isSymbolicLink())),
    folders: namesOf(shown.filter((entry) => entry.isDirectory())),
  };
}
