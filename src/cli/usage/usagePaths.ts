import type { BigIntStats } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { CommandFailure } from "../exit";
import { printNotice } from "../fault";
import { orUnread } from "../fileFault";
import { fileAt, isSameFile } from "../sameFile";
import type { UsageOpener } from "./openUsage";
import { isPostgres } from "./tables/postgres";
import { pipedFile, type UsageFile } from "./usageSource";

const OF_USAGE = /\.(?:(?:csv|tsv|txt)(?:\.gz)?|parquet)$/i;

/** The files of usage in a folder, by name; folders in it are not read, and said. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await orUnread(folder, readdir(folder, { withFileTypes: true }));
  const shown = entries.filter(({ name }) => !name.startsWith("."));
  const names = shown
    .filter((entry) => !entry.isDirectory() && OF_USAGE.test(entry.name))
    .map(({ name }) => name);
  for (const entry of shown)
    if (entry.isDirectory())
      printNotice(
        `--usage ${folder}: the folder “${entry.name}” in it is not read; name it as well if it is meant`,
      );
  if (names.length === 0)
    throw new CommandFailure(`--usage ${folder}: the folder holds no .csv, .csv.gz or .parquet`);
  return names.sort().map((name) => join(folder, name));
}

async function pathsAt(path: string): Promise<string[]> {
  if (isPostgres(path)) return [path];
  const here = await orUnread(path, fileAt(path));
  return here?.isDirectory() ? filesIn(path) : [path];
}

/**
 * The usage that `--usage` names: files, folders taken for what is in them, and tables of databases; one that is named
 * twice would be billed twice.
 */
export async function usagePaths(opener: UsageOpener, given: readonly string[]): Promise<UsageFile[]> {
  const found: BigIntStats[] = [];
  const files: UsageFile[] = [];
  for (const path of (await Promise.all(given.map(pathsAt))).flat()) {
    if (isPostgres(path)) {
      const table = await opener.table(path);
      if (files.some(({ name }) => name === table.name)) refuseTwice(table.name);
      files.push(table);
      continue;
    }
    const here = await orUnread(path, fileAt(path));
    if (!here) throw new CommandFailure(`${path}: there is no such file`);
    if (found.some((other) => isSameFile(other, here))) refuseTwice(path);
    found.push(here);
    files.push(here.isFile() ? await opener.file(path, Number(here.size)) : await pipedFile(path));
  }
  return files;
}

function refuseTwice(path: string): never {
  throw new CommandFailure(`--usage ${path}: this is given twice; name it once`);
}
