import type { BigIntStats } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { CommandFailure } from "../exit";
import { fileAt, isSameFile } from "../sameFile";
import { pipedFile, usageFile, type UsageFile } from "./usageSource";

const OF_USAGE = /\.(?:csv|tsv|txt)(?:\.gz)?$/i;

/** The files of usage in a folder, by name. */
async function filesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => OF_USAGE.test(name) && !name.startsWith("."));
  if (names.length === 0) throw new CommandFailure(`--usage ${folder}: the folder holds no .csv or .csv.gz`);
  return names.sort().map((name) => join(folder, name));
}

async function pathsAt(path: string): Promise<string[]> {
  const here = await fileAt(path);
  return here?.isDirectory() ? filesIn(path) : [path];
}

/** The files that `--usage` names, folders taken for what is in them; a file that is named twice would be billed twice. */
export async function usagePaths(given: readonly string[]): Promise<UsageFile[]> {
  const found: BigIntStats[] = [];
  const files: UsageFile[] = [];
  for (const path of (await Promise.all(given.map(pathsAt))).flat()) {
    const here = await fileAt(path);
    if (!here) throw new CommandFailure(`${path}: there is no such file`);
    if (found.some((other) => isSameFile(other, here)))
      throw new CommandFailure(`--usage ${path}: this file is given twice; name it once`);
    found.push(here);
    files.push(here.isFile() ? await usageFile(path, Number(here.size)) : await pipedFile(path));
  }
  return files;
}
