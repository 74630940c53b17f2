import { appendUsage, listedFiles, type Snapshot, type WithUsage } from "../../core/api";
import type { FoldElsewhere } from "../../workbook/formats/csv/fold/foldFiles";
import { areTooMany, readUsageFiles, type GivenUsage } from "../../workbook/formats/csv/fold/readUsageFiles";
import { FileFault, isText } from "../../workbook/formats/csv/fold/usageSource";
import { foldInDatabase } from "../../workbook/formats/sql/foldTables";
import { CommandFailure } from "../exit";
import { listedSources } from "./listedSources";
import { withOpener, type UsageOpener } from "./openUsage";
import { ReadingLine } from "./readingLine";
import { usagePaths } from "./usagePaths";
import { sha256OfFile, type UsageFile } from "./usageSource";

/** Rows of a sheet below its titles. */
const ROWS_OF_SHEET = 1_048_575;

export interface UsageOptions {
  readonly usage?: readonly string[] | undefined;
  /** Whether rows of files are copied into the workbook; undefined: where its sheet has room for them. */
  readonly keepUsage?: boolean | undefined;
}

/** Does what may find a file that cannot be taken: that ends the command. */
async function orRefused<T>(files: readonly UsageFile[], work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const file = files.find(({ name }) => name === error.file);
    throw new CommandFailure(`${file?.path ?? error.file}: ${error.message}`);
  }
}

/** Adds up rows of tables where they lie; what stands in the way is said. */
const foldInTables = (files: readonly UsageFile[]): FoldElsewhere => {
  const tables = files.filter((file) => !isText(file)).map(({ path }) => path);
  return foldInDatabase((why) => process.stderr.write(`${tables.join(", ")}: ${why}\n`));
};

/** Usage by its content, where the workbook names some: one of these is not a new one. */
async function byContent(files: readonly UsageFile[], snapshot: Snapshot): Promise<Map<string, UsageFile>> {
  if (listedFiles(snapshot).length === 0) return new Map();
  const found = new Map<string, UsageFile>();
  for (const file of files) found.set(isText(file) ? await sha256OfFile(file.path) : file.sha256(), file);
  return found;
}

/** The rows of files, with a progress line on long work. */
async function readFiles(snapshot: Snapshot, files: readonly UsageFile[], given: GivenUsage) {
  const progress = new ReadingLine();
  const told = { ...given, foldElsewhere: foldInTables(files), onReading: progress.onReading };
  try {
    return await orRefused(files, readUsageFiles(snapshot, told));
  } finally {
    progress.stop();
  }
}

async function addUsage(
  opener: UsageOpener,
  snapshot: Snapshot,
  bookPath: string,
  { usage = [], keepUsage }: UsageOptions,
): Promise<WithUsage> {
  const named = await usagePaths(opener, usage);
  const listed = await listedSources(opener, snapshot, bookPath, await byContent(named, snapshot));
  const added = named.filter((file) => !listed.sources.includes(file));
  if (keepUsage === true && (await orRefused(added, areTooMany(added, snapshot, ROWS_OF_SHEET))))
    throw new CommandFailure(
      "--keep-usage yes: the files have more rows than a sheet holds; leave it out, and they are billed where they are",
    );
  const files = [...listed.sources, ...added];
  const given: GivenUsage = { added, listed: listed.sources, keepUsage, room: ROWS_OF_SHEET };
  const grids = await readFiles(snapshot, files, given);
  const result = appendUsage({ ...snapshot, changedUsageFiles: listed.changed }, grids);
  if (!result.ok) throw new CommandFailure(`${result.source}: ${result.reason}`);
  return result.value;
}

/**
 * The workbook with the rows of all usage beside its own: of the files that it names, and of new ones. Rows that are
 * more than a sheet holds are billed where they are, and so are those of Parquet files and databases. A file that
 * cannot be taken ends the command.
 */
export function withUsageFiles(
  snapshot: Snapshot,
  bookPath: string,
  options: UsageOptions,
): Promise<WithUsage> {
  return withOpener((opener) => addUsage(opener, snapshot, bookPath, options));
}

/** The workbook with the rows of the files that it names, as far as they are at hand. */
export function withListedFiles(
  snapshot: Snapshot,
  bookPath: string,
  usage: readonly string[] = [],
): Promise<Snapshot> {
  return withOpener(async (opener) => {
    const named = await byContent(await usagePaths(opener, usage), snapshot);
    const { sources, changed } = await listedSources(opener, snapshot, bookPath, named);
    if (sources.length + changed.length === 0) return snapshot;
    const usageFiles = await readFiles(snapshot, sources, { added: [], listed: sources, room: 0 });
    return { ...snapshot, usageFiles, changedUsageFiles: changed };
  });
}
