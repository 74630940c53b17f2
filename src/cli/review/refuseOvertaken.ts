import { formatMoment, lastLogged } from "../../core/api";
import { equalBytes } from "../../workbook/bytes/bytes";
import type { FileBytes } from "../../workbook/bytes/fileBytes";
import { CommandFailure } from "../exit";
import { openWorkbookFile, type WorkbookFile } from "../openWorkbookFile";
import { FileOnDisk } from "../fileOnDisk";
import { openBytes } from "../readBytes";

/** A large file by what the system says of it, another by its bytes. */
function isSame(now: FileBytes, before: FileBytes): boolean {
  if (now instanceof FileOnDisk) return before instanceof FileOnDisk && now.isSameAs(before);
  return now instanceof Uint8Array && before instanceof Uint8Array && equalBytes(now, before);
}

/**
 * Reads the workbook again right before numbers are given: whoever logged something in it meanwhile was first, and
 * nothing is written.
 */
export async function refuseOvertaken(
  path: string,
  read: Pick<WorkbookFile, "snapshot" | "bytes">,
): Promise<void> {
  // Mostly nobody was there, and the same file need not be taken apart again.
  if (isSame(await openBytes(path), read.bytes)) return;
  const now = lastLogged((await openWorkbookFile(path)).snapshot);
  if (now.hash === lastLogged(read.snapshot).hash) return;
  const when = now.when ? `, ${formatMoment(now.when).replace("T", " ")}` : "";
  throw new CommandFailure(
    `${path}: ${now.who || "somebody"} was first (${now.runId}, ${now.action}${when}); nothing is written, run again`,
  );
}
