import { folderOf, missingMessage } from "../../scripts/realData/dataFolder";

export interface RealDataFolder {
  readonly folder: string;
  /** `it`, but where the data is not on this machine the test counts as skipped. */
  readonly itWithData: (name: string, test: jest.ProvidesCallback) => void;
}

/** Reading tens of thousands of rows on a busy machine. */
const TIMEOUT = 120_000;

/** The folder of a data set for tests. A clone stands alone, so without the data nothing fails, but it is said aloud. */
export function realDataFolder(set: string): RealDataFolder {
  const folder = folderOf(set);
  if (folder === undefined) {
    // Not by console: jest keeps to itself what files print whose tests are all skipped.
    process.stderr.write(`REAL DATA NOT RUN: ${missingMessage(set)}\n`);
    return { folder: "", itWithData: it.skip };
  }
  return { folder, itWithData: (name, test) => it(name, test, TIMEOUT) };
}
