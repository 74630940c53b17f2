import {
  appendUsage,
  listedFiles,
  planFolding,
  type Grid,
  type Snapshot,
  type WithUsage,
} from "../../core/api";
import { concatBytes } from "../../workbook/bytes/bytes";
import { foldFiles } from "../../workbook/formats/csv/fold/foldFiles";
import { copiedTable } from "../../workbook/formats/csv/fold/tableHead";
import { readDataFile } from "../../workbook/formats/readDataFile";
import { foldInDatabase } from "../../workbook/formats/sql/foldTables";
import { CommandFailure } from "../exit";
import { listedSources } from "./listedSources";
import { withOpener, type UsageOpener } from "./openUsage";
import { usagePaths } from "./usagePaths";
import { isText, linesOf, sha256OfFile, type UsageFile } from "./usageSource";

/** Rows of a sheet below its titles. */
const ROWS_OF_SHEET = 1_048_575;
/** A row is not shorter. */
const SHORTEST_ROW = 8;

export interface UsageOptions {
  readonly usage?: readonly string[] | undefined;
  /** Whether rows of files are copied into the workbook; undefined: where its sheet has room for them. */
  readonly keepUsage?: boolean | undefined;
}

/** Whether the rows of some files are more than a sheet holds beside those that the workbook has. */
async function areTooMany(files: readonly UsageFile[], snapshot: Snapshot): Promise<boolean> {
  if (files.length === 0) return false;
  const texts = files.filter(isText);
  const inTables = files.reduce((count, file) => count + (isText(file) ? 0 : file.rowCount), 0);
  const most = texts.reduce((bytes, { size }) => bytes + size, 0) / SHORTEST_ROW + inTables;
  const room = ROWS_OF_SHEET - planFolding(snapshot, []).rowCount;
  if (most <= room) return false;
  let rows = inTables;
  for (const file of texts) {
    if (rows > room) return true;
    rows += (await linesOf(file, room - rows)) - 1;
  }
  return rows > room;
}

async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return concatBytes(all);
}

async function copiedGrid(file: UsageFile): Promise<Grid> {
  if (!isText(file)) return copiedTable(file);
  const read = readDataFile(await allOf(file.open()), file.name);
  if (!read.ok) throw new CommandFailure(`${file.path}: ${read.failure.message}`);
  return read.grid;
}

async function copiedGrids(files: readonly UsageFile[]): Promise<Grid[]> {
  const grids: Grid[] = [];
  for (const file of files) grids.push(await copiedGrid(file));
  return grids;
}

async function foldedGrids(snapshot: Snapshot, files: readonly UsageFile[]): Promise<readonly Grid[]> {
  if (files.length === 0) return [];
  const tables = files.filter((file) => !isText(file)).map(({ path }) => path);
  const folded = await foldFiles(
    snapshot,
    files,
    foldInDatabase((why) => process.stderr.write(`${tables.join(", ")}: ${why}\n`)),
  );
  if (folded.ok) return folded.grids;
  const file = files.find(({ name }) => name === folded.name);
  throw new CommandFailure(`${file?.path ?? folded.name}: ${folded.message}`);
}

/** Usage by its content, where the workbook names some: one of these is not a new one. */
async function byContent(files: readonly UsageFile[], snapshot: Snapshot): Promise<Map<string, UsageFile>> {
  if (listedFiles(snapshot).length === 0) return new Map();
  const found = new Map<string, UsageFile>();
  for (const file of files) found.set(isText(file) ? await sha256OfFile(file.path) : file.sha256(), file);
  return found;
}

async function addUsage(
  opener: UsageOpener,
  snapshot: Snapshot,
  bookPath: string,
  { usage = [], keepUsage }: UsageOptions,
): Promise<WithUsage> {
  const given = await usagePaths(opener, usage);
  const listed = await listedSources(opener, snapshot, bookPath, await byContent(given, snapshot));
  const added = given.filter((file) => !listed.sources.includes(file));
  if (keepUsage === true && (await areTooMany(added, snapshot)))
    throw new CommandFailure(
      "--keep-usage yes: the files have more rows than a sheet holds; leave it out, and they are billed where they are",
    );
  // What a database can add up stays there unless somebody wants it in the workbook.
  const wanted = keepUsage === true ? added : added.filter(isText);
  const isCopied = keepUsage ?? !(await areTooMany(wanted, snapshot));
  const copied = isCopied ? wanted : [];
  const grids = await copiedGrids(copied);
  const left = added.filter((file) => !copied.includes(file));
  const folded = await foldedGrids({ ...snapshot, usageFiles: grids }, [...listed.sources, ...left]);
  const result = appendUsage({ ...snapshot, changedUsageFiles: listed.changed }, [...grids, ...folded]);
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
    const given = await byContent(await usagePaths(opener, usage), snapshot);
    const { sources, changed } = await listedSources(opener, snapshot, bookPath, given);
    if (sources.length + changed.length === 0) return snapshot;
    const usageFiles = await foldedGrids(snapshot, sources);
    return { ...snapshot, usageFiles, changedUsageFiles: changed };
  });
}
