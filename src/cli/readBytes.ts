import { readFile, stat } from "node:fs/promises";
import { CommandFailure } from "./exit";
import { faultCode, faultReason } from "./fileFault";

/** Reading a device such as /dev/zero would never end; a pipe ends with the command that fills it. */
async function isDevice(path: string): Promise<boolean> {
  const file = await stat(path);
  return file.isCharacterDevice() || file.isBlockDevice();
}

function whyUnread(error: unknown): string {
  const code = faultCode(error);
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  return `it cannot be read: ${faultReason(error)}`;
}

/** A file's bytes; one that cannot be read ends the command with a sentence. */
export async function readBytes(path: string): Promise<Uint8Array> {
  let device;
  try {
    device = await isDevice(path);
    if (!device) return await readFile(path);
  } catch (error) {
    throw new CommandFailure(`${path}: ${whyUnread(error)}`);
  }
  throw new CommandFailure(`${path}: it is a device, not a file`);
}
