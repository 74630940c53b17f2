import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { piecesOf, type FileBytes } from "../workbook/bytes/fileBytes";
import { CommandFailure } from "./exit";
import { faultReason } from "./fileFault";
import { makeFolder } from "./makeFolder";

/** Written at a time; no more is held of what is copied from another file. */
const WRITTEN_AT_ONCE = 256 * 1024;

/** What a file is to hold, whole or in pieces. */
type Content = Uint8Array | readonly FileBytes[];

function* chunksOf(content: Content): Generator<Uint8Array> {
  for (const piece of content instanceof Uint8Array ? [content] : content)
    yield* piecesOf(piece, WRITTEN_AT_ONCE);
}

const STOPPING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Writes under a name of its own and then renames, so that nobody ever finds half a file at the path. */
async function writeAndRename(path: string, content: Content): Promise<void> {
  const partial = join(dirname(path), `.ratebook-${randomBytes(6).toString("hex")}.part`);
  const remove = () => rmSync(partial, { force: true });
  const stop = (signal: NodeJS.Signals) => {
    remove();
    // The handler is gone by now: the signal ends the command as it would have without one.
    process.kill(process.pid, signal);
  };
  for (const signal of STOPPING_SIGNALS) process.once(signal, stop);
  try {
    // Made in one go, so that a signal never comes before the file that it has to remove.
    writeFileSync(partial, "", { flag: "wx" });
    try {
      await writeFile(partial, chunksOf(content), { flag: "r+" });
      await rename(partial, path);
    } catch (error) {
      remove();
      throw error;
    }
  } finally {
    for (const signal of STOPPING_SIGNALS) process.off(signal, stop);
  }
}

/** A file is there whole or not at all, also when the command is stopped or the disk is full. */
export async function writeWholeFile(path: string, content: Content): Promise<void> {
  try {
    await makeFolder(dirname(path));
    await writeAndRename(path, content);
  } catch (error) {
    throw new CommandFailure(`${path}: it cannot be written: ${faultReason(error)}; name another file`);
  }
}
