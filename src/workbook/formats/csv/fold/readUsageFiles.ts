import { planFolding, type Grid, type Snapshot } from "../../../../core/api";
import { concatBytes } from "../../../bytes/bytes";
import { formatOf, readDataFile } from "../../readDataFile";
import { foldFiles, type FoldElsewhere } from "./foldFiles";
import { toldSource, type OnReading } from "./readingShare";
import { copiedTable } from "./tableHead";
import { FileFault, isText, type TextSource, type UsageSource } from "./usageSource";

/** A row is not shorter. */
const SHORTEST_ROW = 8;
const LINE_FEED = 10;

/** Usage that comes to a workbook. */
export interface GivenUsage {
  /** New to the workbook. */
  readonly added: readonly UsageSource[];
  /** Named by the workbook, and at hand: they are billed where they are. */
  readonly listed: readonly UsageSource[];
  /** Whether rows of texts are copied into the workbook; undefined: where there is room for them. */
  readonly keepUsage?: boolean | undefined;
  /** As many rows as Usage may have with those that are copied. */
  readonly room: number;
  readonly foldElsewhere?: FoldElsewhere;
  /** Called while text files are read. */
  readonly onReading?: OnReading;
}

/** How many rows a text has below its titles; as soon as there are more than `enough` it is read no further. */
async function rowsOf(source: TextSource, enough: number): Promise<number> {
  // The last line may have no end.
  let rows = 0;
  for await (const piece of source.open()) {
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) rows++;
    if (rows > enough) break;
  }
  return rows;
}

/** Whether the rows of some sources are more than there is room for beside those that the workbook has. */
export async function areTooMany(
  sources: readonly UsageSource[],
  snapshot: Snapshot,
  room: number,
): Promise<boolean> {
  if (sources.length === 0) return false;
  const texts = sources.filter(isText);
  const inTables = sources.reduce((count, source) => count + (isText(source) ? 0 : source.rowCount), 0);
  const most =
    texts.reduce((bytes, { size, mostBytes = size }) => bytes + mostBytes, 0) / SHORTEST_ROW + inTables;
  const left = room - planFolding(snapshot, []).rowCount;
  if (most <= left) return false;
  let rows = inTables;
  for (const text of texts) {
    if (rows > left) return true;
    rows += await rowsOf(text, left - rows);
  }
  return rows > left;
}

async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(new Uint8Array(piece));
  return concatBytes(all);
}

async function copiedGrid(source: UsageSource): Promise<Grid> {
  if (!isText(source)) return copiedTable(source);
  const read = readDataFile(await allOf(source.open()), source.name);
  if (!read.ok) throw new FileFault(source.name, read.failure.message);
  return read.grid;
}

/** The first piece of a text; of an empty one nothing. */
async function beginningOf(source: TextSource): Promise<Uint8Array> {
  for await (const piece of source.open()) return piece;
  return new Uint8Array();
}

/** A format that is not read piece by piece would be taken for CSV. */
async function refuseUnlessStreamed(source: TextSource): Promise<void> {
  const format = formatOf(await beginningOf(source));
  if (format === undefined || format.isStreamed) return;
  throw new FileFault(
    source.name,
    `It is ${format.title}, whose rows are billed only where they are copied into the workbook and it has room for them; save it as CSV.`,
  );
}

/**
 * The rows of usage files as grids, for `appendUsage`. Rows that there is no room for are billed where they are, and so
 * are those of Parquet files and databases. Throws a FileFault for a file that cannot be taken.
 */
export async function readUsageFiles(
  snapshot: Snapshot,
  { keepUsage, room, foldElsewhere, onReading, ...given }: GivenUsage,
): Promise<readonly Grid[]> {
  const told = (source: UsageSource) =>
    onReading && isText(source) ? toldSource(source, onReading) : source;
  const [added, listed] = [given.added.map(told), given.listed.map(told)];
  // What a database can add up stays there unless somebody wants it in the workbook.
  const wanted = keepUsage === true ? added : added.filter(isText);
  const isCopied = keepUsage ?? !(await areTooMany(wanted, snapshot, room));
  const copied = isCopied ? wanted : [];
  const grids: Grid[] = [];
  for (const source of copied) grids.push(await copiedGrid(source));
  const left = [...listed, ...added.filter((source) => !copied.includes(source))];
  if (left.length === 0) return grids;
  for (const source of left.filter(isText)) await refuseUnlessStreamed(source);
  const folded = await foldFiles({ ...snapshot, usageFiles: grids }, left, foldElsewhere);
  if (!folded.ok) throw new FileFault(folded.name, folded.message);
  return [...grids, ...folded.grids];
}
