import { lastLogged, type Snapshot } from "../../core/api";
import { CommandFailure } from "../exit";
import { openWorkbookFile } from "../openWorkbookFile";

/**
 * Reads the workbook again right before numbers are given: whoever logged something in it meanwhile was first, and
 * nothing is written.
 */
export async function refuseOvertaken(path: string, read: Snapshot): Promise<void> {
  const now = lastLogged((await openWorkbookFile(path)).snapshot);
  if (now.hash === lastLogged(read).hash) return;
  throw new CommandFailure(
    `${path}: ${now.who || "somebody"} was first (${now.runId}, ${now.action}); nothing is written, run again`,
  );
}
