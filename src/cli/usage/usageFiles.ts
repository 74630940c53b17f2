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
import { readDataFile } from "../../workbook/formats/readDataFile";
import { CommandFailure } from "../exit";
import { listedSources } from "./listedSources";
import { usagePaths } from "./usagePaths";
import { linesOf, sha256OfFile, type UsageFile } from "./usageSource";

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
  const most = files.reduce((bytes, { size }) => bytes + size, 0) / SHORTEST_ROW;
  const room = ROWS_OF_SHEET - planFolding(snapshot, []).rowCount;
  if (most <= room) return false;
  let rows = 0;
  for (const file of files) {
    rows += (await linesOf(file, room - rows)) - 1;
    if (rows > room) return true;
  }
  return false;
}

async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return concatBytes(all);
}

async function copiedGrids(files: readonly UsageFile[]): Promise<Grid[]> {
  const grids: Grid[] = [];
  for (const { path, name, open } of files) {
    const read = readDataFile(await allOf(open()), name);
    if (!read.ok) throw new CommandFailure(`${path}: ${read.failure.message}`);
    grids.push(read.grid);
  }
  return grids;
}

async function foldedGrids(snapshot: Snapshot, files: readonly UsageFile[]): Promise<readonly Grid[]> {
  if (files.length === 0) return [];
  const folded = await foldFiles(snapshot, files);
  if (folded.ok) return folded.grids;
  const file = files.find(({ name }) => name === folded.name);
  throw new CommandFailure(`${file?.path ?? folded.name}: ${folded.message}`);
}

/** Files by their content, where the workbook names some: one of these is not a new one. */
async function byContent(files: readonly UsageFile[], snapshot: Snapshot): Promise<Map<string, UsageFile>> {
  if (listedFiles(snapshot).length === 0) return new Map();
  const found = new Map<string, UsageFile>();
  for (const file of files) found.set(await sha256OfFile(file.path), file);
  return found;
}

/**
 * The workbook with the rows of every usage file beside its own: of those that it names, and of new ones. Rows that are
 * more than a sheet holds are billed where they are. A file that cannot be taken ends the command.
 */
export async function withUsageFiles(
  snapshot: Snapshot,
  bookPath: string,
  { usage = [], keepUsage }: UsageOptions,
): Promise<WithUsage> {
  const given = await usagePaths(usage);
  const listed = await listedSources(snapshot, bookPath, await byContent(given, snapshot));
  const added = given.filter((file) => !listed.sources.includes(file));
  const isCopied = keepUsage ?? !(await areTooMany(added, snapshot));
  if (keepUsage === true && (await areTooMany(added, snapshot)))
    throw new CommandFailure(
      "--keep-usage yes: the files have more rows than a sheet holds; leave it out, and they are billed where they are",
    );
  const copied = isCopied ? await copiedGrids(added) : [];
  const others = { ...snapshot, usageFiles: copied };
  const folded = await foldedGrids(others, isCopied ? listed.sources : [...listed.sources, ...added]);
  const result = appendUsage({ ...snapshot, changedUsageFiles: listed.changed }, [...copied, ...folded]);
  if (!result.ok) throw new CommandFailure(`${result.source}: ${result.reason}`);
  return result.value;
}

/** The workbook with the rows of the files that it names, as far as they are at hand. */
export async function withListedFiles(
  snapshot: Snapshot,
  bookPath: string,
  usage: readonly string[] = [],
): Promise<Snapshot> {
  const given = await byContent(await usagePaths(usage), snapshot);
  const { sources, changed } = await listedSources(snapshot, bookPath, given);
  if (sources.length + changed.length === 0) return snapshot;
  const usageFiles = await foldedGrids(snapshot, sources);
  return { ...snapshot, usageFiles, changedUsageFiles: changed };
}
