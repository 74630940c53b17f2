import { folderOf, missingMessage } from "../../scripts/realData/dataFolder";

type TestDefinition = (name: string, test: () => Promise<void>) => void;

export interface RealDataFolder {
  readonly folder: string;
  /** `it`, but where the data is not on this machine the test counts as skipped. */
  readonly itWithData: TestDefinition;
}

/** Reading tens of thousands of rows on a busy machine. */
const TIMEOUT = 120_000;

/** The folder of a data set for tests. A clone stands alone, so without the data nothing fails, but it is said aloud. */
export function realDataFolder(set: string): RealDataFolder {
  const folder = folderOf(set);
  if (folder === undefined) {
    console.warn(`REAL DATA NOT RUN: ${missingMessage(set)}`);
    return { folder: "", itWithData: it.skip };
  }
  return { folder, itWithData: (name, test) => it(name, test, TIMEOUT) };
}
