import type { BigIntStats } from "node:fs";
import { stat } from "node:fs/promises";
import { faultCode } from "./fileFault";

/** What stands at a path, behind any links; undefined where nothing does. */
export async function fileAt(path: string): Promise<BigIntStats | undefined> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (faultCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Links give a file many names, but one place on the disk. */
export function isSameFile(one: BigIntStats, other: BigIntStats): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}
