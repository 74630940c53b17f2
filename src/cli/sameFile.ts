import type { BigIntStats } from "node:fs";
import { stat } from "node:fs/promises";
import { faultCode, orUnread } from "./fileFault";

/** What stands at a path, behind any links; undefined where nothing does. One that cannot be looked at ends the command. */
export async function fileAt(path: string): Promise<BigIntStats | undefined> {
  const look = stat(path, { bigint: true }).catch((error: unknown) => {
    if (faultCode(error) === "ENOENT") return undefined;
    throw error;
  });
  return orUnread(path, look);
}

/** Links give a file many names, but one place on the disk. */
export function isSameFile(one: BigIntStats, other: BigIntStats): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}
