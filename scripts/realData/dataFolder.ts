import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** Beside the checkout, where the project's shared files are kept; commands and tests run in the checkout's root. */
const DEFAULT_FOLDER = "../shared/data";

/** The folder of the data sets: RATEBOOK_DATA, else the default; it need not exist. */
function wantedFolder(): string {
  return resolve(process.env.RATEBOOK_DATA ?? DEFAULT_FOLDER);
}

/** The folder of one data set, undefined where it is not on this machine. */
export function folderOf(set: string): string | undefined {
  const folder = join(wantedFolder(), set);
  return existsSync(folder) ? folder : undefined;
}

/** What to tell people who do not have the data. */
export function missingMessage(set: string): string {
  return `set RATEBOOK_DATA to the folder of the data sets (no ${set} in ${wantedFolder()})`;
}
