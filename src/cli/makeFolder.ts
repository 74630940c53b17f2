import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { faultCode } from "./fileFault";

/**
 * Makes a folder and those above it. Node's own `recursive` never ends where the system lets nobody make one,
 * such as below /proc: it tries the folder again for as long as the one above it is there.
 */
export async function makeFolder(folder: string): Promise<void> {
  const make = async () => {
    try {
      await mkdir(folder);
    } catch (error) {
      if (faultCode(error) !== "EEXIST") throw error;
    }
  };
  try {
    await make();
  } catch (error) {
    if (faultCode(error) !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await make();
  }
}
