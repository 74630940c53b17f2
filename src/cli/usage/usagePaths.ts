import type { BigIntStats } from "node:fs";
import { join } from "node:path";
import { CommandFailure } from "../exit";
import { printNotice } from "../fault";
import { orUnread } from "../fileFault";
import { folderContents } from "../folderContents";
import { fileAt, isSameFile } from "../sameFile";
import { usageEndings } from "../../workbook/formats/registry";
import type { UsageOpener } from "./openUsage";
import { isPostgres } from "./tables/postgres";
import { pipedFile, type UsageFile } from "./usageSource";

const PARQUET = ".parquet";
const PACKED = ".gz";

/** Whether a file is meant as usage, by its name; what it is, its content says. */
function isOfUsage(name: string): boolean {
  const lower = name.toLowerCase();
  const plain = lower.endsWith(PACKED) ? lower.slice(0, -PACKED.length) : lower;
  return lower.endsWith(PARQUET) || usageEndings.some((ending) => plain.endsWith(ending));
}

/** What else may hold usage, unlike papers and notes. */
const OF_DATA =
  /\.(?:xls[xmb]?|ods|numbers|json|jsonl|ndjson|xml|zip|7z|gz|bz2|zst|xz|avro|orc|feather|arrow|db|sqlite)$/i;
const MOST_NAMED = 5;

/** Says which folders and which other data in a folder are not read. */
function sayNotRead(folder: string, folders: readonly string[], others: readonly string[]): void {
  for (const name of folders)
    printNotice(`--usage ${folder}: the folder “${name}” in it is not read; name it as well if it is meant`);
  const data = others.filter((name) => OF_DATA.test(name));
  if (data.length === 0) return;
  const more = data.length > MOST_NAMED ? ` and ${String(data.length - MOST_NAMED)} more` : "";
  printNotice(
    `--usage ${folder}: not read as usage: ${data.slice(0, MOST_NAMED).join(", ")}${more}; save what holds usage as .csv, .csv.gz or .parquet`,
  );
}

/** The files of usage in a folder, by name. */
async function filesIn(folder: string): Promise<string[]> {
  const { files, folders } = await folderContents(folder);
  const usage = files.filter(isOfUsage);
  sayNotRead(
    folder,
    folders,
    files.filter((name) => !isOfUsage(name)),
  );
  if (usage.length === 0)
    throw new CommandFailure(
      `--usage ${folder}: the folder holds no ${usageEndings.join(", ")}, packed or not, and no ${PARQUET}`,
    );
  return usage.map((name) => join(folder, name));
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
