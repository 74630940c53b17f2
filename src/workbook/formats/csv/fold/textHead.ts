import { concatBytes } from "../../../bytes/bytes";
import { decodeUtf8, decodeWindows1252, encodeUtf8, encodingOf, withoutMark } from "../../../bytes/text";
import { EncodingError, Utf8Check } from "../../../bytes/textPieces";
import { findDelimiter } from "../delimiter";
import { takesPointBetween } from "../fieldCell";
import { describeFault } from "../fault";
import { readCsv } from "../readCsv";
import { RecordScanner, type ScanFault, type TextRecord } from "./recordScanner";
import { FileFault, type Head, type TextSource } from "./usageSource";

/** A file that is no UTF-8 after all: it is read again, as Excel saves CSV in western Europe and America. */
export class OtherEncoding extends Error {
  constructor(readonly source: TextSource) {
    super("no UTF-8");
  }
}

/** As far as the titles and what divides fields are looked for. */
const HEAD = 1024 ** 2;
const HEAD_RECORDS = 60;
const BINARY_WITHIN = 4096;
/** So many bytes tell the encoding of a text. */
const MARK = 3;

/** The pieces of a file, the first of them long enough to hold its mark. */
async function* markedPieces(source: TextSource): AsyncGenerator<Uint8Array> {
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
async function* utf8Of(source: TextSource, isWestern: boolean): AsyncGenerator<Uint8Array> {
  let encoding: string | undefined;
  let decoder: TextDecoder | undefined;
  const strict = new Utf8Check();
  for await (const piece of markedPieces(source)) {
    const isFirst = encoding === undefined;
    if (encoding === undefined) {
      if (encodingOf(piece) !== "utf-8") decoder = new TextDecoder(encodingOf(piece));
      encoding = encodingOf(piece);
    }
    if (decoder) yield encodeUtf8(decoder.decode(piece, { stream: true }));
    else if (isWestern) yield encodeUtf8(decodeWindows1252(piece));
    else {
      checkUtf8(source, strict, piece);
      yield isFirst ? withoutMark(piece) : piece;
    }
  }
  if (!decoder && !isWestern) checkUtf8(source, strict);
}

function checkUtf8(source: TextSource, strict: Utf8Check, piece?: Uint8Array): void {
  try {
    if (piece) strict.write(piece);
    else strict.end();
  } catch (error) {
    if (error instanceof EncodingError) throw new OtherEncoding(source);
    throw error;
  }
}

/** The first bytes of a file; a file that is shorter is all of them. */
async function firstBytes(source: TextSource): Promise<Uint8Array> {
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
function utf8OfHead(source: TextSource, bytes: Uint8Array, isWestern: boolean): Uint8Array {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") return encodeUtf8(new TextDecoder(encoding).decode(bytes));
  if (isWestern) return encodeUtf8(decodeWindows1252(bytes));
  checkUtf8(source, new Utf8Check(), bytes);
  return bytes;
}

function refuse(source: TextSource, fault: ScanFault): never {
  throw new FileFault(source.name, describeFault(fault).message);
}

/** Where records begin in a text, and what divides their fields. */
interface Division {
  readonly delimiter: string;
  /** Bytes before the first record. */
  readonly start: number;
}

async function readRecords(
  source: TextSource,
  { delimiter, start }: Division,
  isWestern: boolean,
  take: (record: TextRecord) => void,
): Promise<void> {
  const scanner = new RecordScanner(delimiter, start === 0 ? 1 : 2, take);
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

async function wholeFile(source: TextSource) {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.open()) pieces.push(new Uint8Array(piece));
  const reading = readCsv(concatBytes(pieces), source.name);
  if (!reading.ok) throw new FileFault(source.name, reading.failure.message);
  const { grid } = reading;
  return grid.file ? { ...grid, file: { ...grid.file, sha256: source.sha256() } } : grid;
}

/** Reads the beginning of a text file; in one that `hasCommas` no point is decimal by itself. */
export async function headOfText(source: TextSource, isWestern: boolean, hasCommas: boolean): Promise<Head> {
  const { name } = source;
  const whole = utf8OfHead(source, await firstBytes(source), isWestern);
  const text = withoutMark(whole);
  if (text.subarray(0, BINARY_WITHIN).includes(0))
    throw new FileFault(name, "The file is not text; save it as CSV UTF-8.");
  const sample = decodeUtf8(text);
  const { delimiter, start } = findDelimiter(sample);
  const division = { delimiter, start: encodeUtf8(sample.slice(0, start)).length };
  const { end, records } = endOfRecords(text, division);
  const reading = readCsv(records === 0 ? text : text.subarray(0, end), name);
  if (!reading.ok) throw new FileFault(name, reading.failure.message);
  const bytesPerRecord = Math.max(4, text.length / Math.max(1, records));
  return {
    source,
    grid: reading.grid,
    delimiter,
    takesPoint: takesPointBetween(delimiter) && !hasCommas,
    rows: source.size / bytesPerRecord,
    read: (take) => readRecords(source, division, isWestern, take),
    whole: () => wholeFile(source),
  };
}
