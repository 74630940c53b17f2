import {
  planFolding,
  type FoldingPlan,
  type Grid,
  type Snapshot,
  type UsageMark,
} from "../../../../core/api";
import { concatBytes, startsWith } from "../../../bytes/bytes";
import { decodeUtf8, decodeWindows1252, encodeUtf8, encodingOf } from "../../../bytes/text";
import { EncodingError, Utf8Decoder } from "../../../bytes/textPieces";
import { findDelimiter } from "../delimiter";
import { describeFault } from "../fault";
import { readCsv } from "../readCsv";
import { KnownRows } from "./knownRows";
import { RecordScanner, type ScanFault } from "./recordScanner";
import { UsageFolder } from "./usageFolder";

/** A file of rows that can be read as often as needed. */
export interface UsageSource {
  readonly name: string;
  /** Its text from the first byte, in pieces. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** SHA-256 of the file, as it was last read to the end. */
  readonly sha256: () => string;
  /** Bytes of its text, as far as that is known. */
  readonly size: number;
}

export type FoldedFiles =
  | { readonly ok: true; readonly grids: readonly Grid[] }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** What a user's file does wrong; ends the reading. */
class FileFault extends Error {
  constructor(
    readonly file: string,
    message: string,
  ) {
    super(message);
  }
}

/** A file that is no UTF-8 after all: it is read again, as Excel saves CSV in western Europe and America. */
class OtherEncoding extends Error {
  constructor(readonly source: UsageSource) {
    super("no UTF-8");
  }
}

/** As far as the titles and what divides fields are looked for. */
const HEAD = 1024 ** 2;
const HEAD_RECORDS = 60;
const BINARY_WITHIN = 4096;

interface Head {
  readonly source: UsageSource;
  readonly grid: Grid;
  readonly delimiter: string;
  /** Bytes before the first record. */
  readonly start: number;
  readonly bytesPerRecord: number;
}

/** So many bytes tell the encoding of a text. */
const MARK = 3;

/** The pieces of a file, the first of them long enough to hold its mark. */
async function* markedPieces(source: UsageSource): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | undefined = new Uint8Array();
  for await (const piece of source.open()) {
    if (first === undefined) {
      yield piece;
      continue;
    }
    first = concatBytes([first, piece]);
    if (first.length < MARK) continue;
    yield first;
    first = undefined;
  }
  if (first !== undefined) yield first;
}

/** The text of a file as UTF-8 without a mark, in pieces. */
async function* utf8Of(source: UsageSource, isWestern: boolean): AsyncGenerator<Uint8Array> {
  let encoding: string | undefined;
  let decoder: TextDecoder | undefined;
  const strict = new Utf8Decoder();
  for await (const piece of markedPieces(source)) {
    const isFirst = encoding === undefined;
    if (encoding === undefined) {
      if (encodingOf(piece) !== "utf-8") decoder = new TextDecoder(encodingOf(piece));
      encoding = encodingOf(piece);
    }
    if (decoder) yield encodeUtf8(decoder.decode(piece, { stream: true }));
    else if (isWestern) yield encodeUtf8(decodeWindows1252(piece));
    else {
      checkUtf8(source, () => strict.write(piece));
      yield isFirst && startsWith(piece, 0xef, 0xbb, 0xbf) ? piece.subarray(3) : piece;
    }
  }
  if (!decoder && !isWestern) checkUtf8(source, () => strict.end());
}

function checkUtf8(source: UsageSource, decode: () => void): void {
  try {
    decode();
  } catch (error) {
    if (error instanceof EncodingError) throw new OtherEncoding(source);
    throw error;
  }
}

/** The first bytes of a file; a file that is shorter is all of them. */
async function firstBytes(source: UsageSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source.open()) {
    pieces.push(new Uint8Array(piece));
    size += piece.length;
    if (size >= HEAD) break;
  }
  return concatBytes(pieces);
}

/** Where the first records end. */
function endOfRecords(text: Uint8Array, { delimiter, start }: { delimiter: string; start: number }) {
  let records = 0;
  let end = start;
  const scanner = new RecordScanner(delimiter, 1, ({ ends, count }) => {
    records++;
    if (records <= HEAD_RECORDS) end = start + ends[count - 1]! + 1;
  });
  scanner.write(text.subarray(start));
  return { end: Math.min(end, text.length), records };
}

/** The beginning of a file as UTF-8. */
function utf8OfHead(source: UsageSource, bytes: Uint8Array, isWestern: boolean): Uint8Array {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") return encodeUtf8(new TextDecoder(encoding).decode(bytes));
  if (isWestern) return encodeUtf8(decodeWindows1252(bytes));
  checkUtf8(source, () => new Utf8Decoder().write(bytes));
  return bytes;
}

async function headOf(source: UsageSource, isWestern: boolean): Promise<Head> {
  const { name } = source;
  const whole = utf8OfHead(source, await firstBytes(source), isWestern);
  const text = whole.subarray(startsWith(whole, 0xef, 0xbb, 0xbf) ? 3 : 0);
  if (text.subarray(0, BINARY_WITHIN).includes(0))
    throw new FileFault(name, "The file is not text; save it as CSV UTF-8.");
  const sample = decodeUtf8(text);
  const { delimiter, start } = findDelimiter(sample);
  const division = { delimiter, start: encodeUtf8(sample.slice(0, start)).length };
  const { end, records } = endOfRecords(text, division);
  const reading = readCsv(records === 0 ? text : text.subarray(0, end), name);
  if (!reading.ok) throw new FileFault(name, reading.failure.message);
  const bytesPerRecord = Math.max(4, text.length / Math.max(1, records));
  return { source, grid: reading.grid, ...division, bytesPerRecord };
}

function refuse(source: UsageSource, fault: ScanFault): never {
  throw new FileFault(source.name, describeFault(fault).message);
}

/** Reads a file through a folder. */
async function foldFile({ source, start, delimiter }: Head, folder: UsageFolder, isWestern: boolean) {
  const scanner = new RecordScanner(delimiter, start === 0 ? 1 : 2, (record) => folder.take(record));
  let left = start;
  for await (const piece of utf8Of(source, isWestern)) {
    const skipped = Math.min(left, piece.length);
    left -= skipped;
    const fault = scanner.write(piece.subarray(skipped));
    if (fault) refuse(source, fault);
  }
  const fault = scanner.end();
  if (fault) refuse(source, fault);
}

/** A file whose columns do not say how its rows add up, as it is. */
async function wholeFile(source: UsageSource): Promise<Grid> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.open()) pieces.push(new Uint8Array(piece));
  const reading = readCsv(concatBytes(pieces), source.name);
  if (!reading.ok) throw new FileFault(source.name, reading.failure.message);
  const { grid } = reading;
  return grid.file ? { ...grid, file: { ...grid.file, sha256: source.sha256() } } : grid;
}

interface Planned {
  readonly head: Head;
  readonly plan: FoldingPlan;
}

/** Reads files once; rows that repeat others are added up with them, unless they are known already. */
async function foldOnce(
  files: readonly Planned[],
  known: KnownRows,
  areRepeatsKnown: boolean,
  western: ReadonlySet<UsageSource>,
): Promise<Grid[]> {
  const grids: Grid[] = [];
  for (const { head, plan } of files) {
    const { source, delimiter } = head;
    const folder = new UsageFolder(plan, known, areRepeatsKnown, source.name, delimiter);
    await foldFile(head, folder, western.has(source));
    grids.push(folder.build(source.sha256()));
  }
  return grids;
}

/** Reads files and, where rows repeat others, reads them again with these rows as they are. */
async function foldAll(
  files: readonly Planned[],
  marks: Iterable<UsageMark>,
  western: ReadonlySet<UsageSource>,
): Promise<Grid[]> {
  const rows = files.reduce((count, { head }) => count + head.source.size / head.bytesPerRecord, 0);
  const known = new KnownRows(rows * 1.2);
  known.noteMarks(marks);
  const grids = await foldOnce(files, known, false, western);
  if (known.repeated.size === 0) return grids;
  const again = await foldOnce(files, known, true, western);
  for (const [index, { file }] of grids.entries())
    if (again[index]?.file?.sha256 !== file?.sha256)
      throw new FileFault(files[index]!.head.source.name, "It changed while it was read; start again.");
  return again;
}

async function readFiles(
  snapshot: Snapshot,
  sources: readonly UsageSource[],
  western: ReadonlySet<UsageSource>,
) {
  const heads: Head[] = [];
  for (const source of sources) heads.push(await headOf(source, western.has(source)));
  const { plans } = planFolding(
    snapshot,
    heads.map(({ grid }) => grid),
  );
  const planned = heads.flatMap((head, index): Planned[] => {
    const plan = plans[index];
    return plan ? [{ head, plan }] : [];
  });
  const whole = new Map<UsageSource, Grid>();
  for (const [index, { source }] of heads.entries())
    if (!plans[index]) whole.set(source, await wholeFile(source));
  const others = { ...snapshot, usageFiles: [...(snapshot.usageFiles ?? []), ...whole.values()] };
  const { marks } = planFolding(
    others,
    planned.map(({ head }) => head.grid),
  );
  const folded = await foldAll(planned, marks(), western);
  const bySource = new Map(planned.map(({ head }, index) => [head.source, folded[index]!]));
  return sources.flatMap((source) => bySource.get(source) ?? whole.get(source) ?? []);
}

/**
 * Reads files of usage in bounded memory: rows that no price asks for one by one are added up by contract, meter, day
 * and what else tells them apart, exactly; rows that repeat others are found and kept as they are.
 */
export async function foldFiles(snapshot: Snapshot, sources: readonly UsageSource[]): Promise<FoldedFiles> {
  const western = new Set<UsageSource>();
  for (;;) {
    try {
      return { ok: true, grids: await readFiles(snapshot, sources, western) };
    } catch (error) {
      if (error instanceof FileFault) return { ok: false, name: error.file, message: error.message };
      if (!(error instanceof OtherEncoding)) throw error;
      western.add(error.source);
    }
  }
}
