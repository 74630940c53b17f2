import type { FoldingPlan, Grid } from "../../../../core/api";
import { decodeUtf8 } from "../../../bytes/text";
import { hasCommaBesidePoint, showsComma } from "../decimalCommas";
import { isBlankField } from "../fieldCell";
import { DayReader } from "./fieldDay";
import { FigureReader, MOST_SCALED } from "./fieldFigures";
import { FoldedGrid, type RowShape } from "./foldedGrid";
import { FoldKeys } from "./foldKeys";
import { KnownRows } from "./knownRows";
import { LikeRows, rowKind, type FoldingTools } from "./likeRows";
import type { TextRecord } from "./recordScanner";
import type { Head } from "./usageSource";
import { seedOf } from "./rowHash";
import { UnreadColumn } from "./unreadColumn";

const PLUS = 43;
const MINUS = 45;
const SPACE = 32;
const ASCII = 0x80;
/** Characters of a double, and blanks around it. */
const LONGEST_NUMBER = 64;
const COLON = 58;
const ZERO = 48;
const NINE = 57;
const SHORTEST_CARD = 13;
/** So many rows stay as they are below the header, and below a row that is none: what is said of the table stays so. */
const WITNESSES = 2;
/** Parts of a key beside the kept and the unread columns: what kind of row it is, meter, day, and day received. */
const PARTS_BESIDE = 4;
/** In place of the row of a sum: the rows of this key are not added up. */
const ROW_BY_ROW = -2;
const nothingLeftOut = () => false;
const asItIs: RowShape = { leftOut: nothingLeftOut, count: 0 };

function holds(bytes: Uint8Array, start: number, end: number, byte: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === byte) return true;
  return false;
}

/** Whether the first of a text that is no blank begins a number. */
function mayBeNumber(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte > SPACE) return byte === MINUS || byte >= ASCII || (byte >= ZERO && byte <= NINE);
  }
  return false;
}

interface Telling {
  readonly column: number;
  readonly seed: number;
}

/** Where points were taken for decimal signs: in all of a file, or before three digits of its quantities. */
export type Misread = "commas" | "groups";

interface FoldedHead extends Pick<Head, "source" | "delimiter" | "takesPoint"> {
  readonly doubtsGroups: boolean;
}

/** Adds up the rows of one file as they come. */
export class UsageFolder implements FoldingTools {
  private readonly takesPoint: boolean;
  readonly grid: FoldedGrid;
  readonly keys: FoldKeys;
  private readonly likeRows: LikeRows;
  readonly figure: FigureReader;
  readonly day = new DayReader();
  readonly receivedDay = new DayReader();
  private readonly twinDay = new DayReader();
  private readonly telling: readonly Telling[];
  private readonly needed: ReadonlySet<number>;
  readonly unread: readonly UnreadColumn[];
  private readonly wholeSums = new Set<number>();
  readonly notations = new Set<number>();
  private meterTitle = "";
  private recordIndex = -1;
  private hasTitles = false;
  private sinceBreak = 0;
  private isAfterRepeat = false;
  /** Rows that hold anything, below the header. */
  rowCount = 0;

  constructor(
    readonly plan: FoldingPlan,
    readonly known: KnownRows,
    /** Whether repeated rows are known already; until then they are looked for. */
    private readonly areRepeatsKnown: boolean,
    { source, delimiter, takesPoint, doubtsGroups }: FoldedHead,
  ) {
    this.takesPoint = takesPoint;
    this.grid = new FoldedGrid(source.name, delimiter, plan.date, plan.received, plan.quantity, takesPoint);
    this.figure = new FigureReader(takesPoint && !doubtsGroups);
    this.telling = [...plan.telling].map(([column, key]) => ({ column, seed: seedOf(key) }));
    const read = [plan.meter, plan.date, plan.quantity, ...plan.kept];
    this.needed = new Set(plan.received === undefined ? read : [...read, plan.received]);
    this.unread = [...plan.unread].map(
      ([column, values]) => new UnreadColumn(column, values, plan.labelsSummary),
    );
    this.keys = new FoldKeys(PARTS_BESIDE + plan.kept.length + plan.unread.size);
    this.likeRows = new LikeRows(this);
  }

  take(record: TextRecord): void {
    this.recordIndex++;
    if (this.recordIndex <= this.plan.headerRow) {
      if (this.recordIndex === this.plan.headerRow) this.meterTitle = this.textAt(record, this.plan.meter);
      this.grid.add(record, asItIs, this.hasTitles);
      this.hasTitles ||= !this.isBlank(record);
      return;
    }
    if (!this.areRepeatsKnown && this.likeRows.fold(record)) this.rowCount++;
    else if (!this.isBlank(record)) {
      this.rowCount++;
      this.place(record);
    }
  }

  build(sha256: string): Grid {
    return this.grid.build(this.wholeSums, sha256);
  }

  /** What of its points was taken for decimal signs although its columns show commas. */
  misreadPoints(built: Grid): Misread | undefined {
    if (!this.takesPoint) return undefined;
    const { columns } = built;
    const quantity = columns[this.plan.quantity];
    const hasComma = quantity !== undefined && showsComma(quantity);
    // Of quantities those that were read tell, not their sums, which have decimals of their own.
    const others = { ...built, columns: columns.filter((column) => column !== quantity) };
    if ((hasComma && this.figure.hasFraction) || hasCommaBesidePoint(others)) return "commas";
    return hasComma && this.figure.hasGrouped ? "groups" : undefined;
  }

  private isBlank(record: TextRecord): boolean {
    for (let column = 0; column < record.count; column++) if (!this.isBlankAt(record, column)) return false;
    return true;
  }

  private isBlankAt({ text, starts, ends, written, count }: TextRecord, column: number): boolean {
    if (column >= count) return true;
    return starts[column] === ends[column]
      ? !written.has(column)
      : isBlankField(text, starts[column]!, ends[column]!);
  }

  /** Puts a row where it belongs: into a sum, or as it is. */
  private place(record: TextRecord): void {
    const { date, eventId } = this.plan;
    const hasId = eventId !== undefined && !this.isBlankAt(record, eventId);
    const isDay = date < record.count && this.day.read(record.view, record.starts[date]!, record.ends[date]!);
    const isFigure = this.readFigure(record);
    this.makeHash(record, hasId, isDay, isFigure);
    if (!this.areRepeatsKnown) this.note(record, hasId);
    if (this.isUnusual(record)) {
      this.grid.add(record, asItIs);
      // What closes rows above it, such as a total, closes those alone.
      if (this.isKeyless(record)) this.breakSums();
    } else if (this.isRepeated(hasId)) {
      this.grid.add(record, asItIs);
      if (!hasId && this.saysTotal(record)) this.breakSums();
    } else if (this.isWitness(isFigure)) this.grid.add(record, asItIs);
    else if (!isFigure || !this.isDated(record, isDay)) this.addAlone(record, hasId);
    else this.addToSum(record, hasId, isDay);
  }

  private note({ view, starts, ends, written }: TextRecord, hasId: boolean): void {
    const { known } = this;
    if (!hasId) return known.note();
    const eventId = this.plan.eventId!;
    const quoted = written.size > 0 ? written.get(eventId) : undefined;
    if (quoted) known.noteId(new DataView(quoted.buffer, quoted.byteOffset, quoted.length), 0, quoted.length);
    else known.noteId(view, starts[eventId]!, ends[eventId]!);
  }

  /** Titles once more, as files that were put together have them: they are skipped where the rows are read. */
  private areTitles(record: TextRecord): boolean {
    const { meter } = this.plan;
    const { length } = this.meterTitle;
    const isLikely = record.ends[meter]! - record.starts[meter]! === length || record.written.has(meter);
    return isLikely && this.textAt(record, meter) === this.meterTitle;
  }

  /** A row with too few or too many fields, with quotes in what is read of it, or with an id that must be shown. */
  private isUnusual(record: TextRecord): boolean {
    const { plan, needed } = this;
    if (record.count < plan.least || record.count > plan.most) return true;
    if (this.isBlankAt(record, plan.meter) || this.isBlankAt(record, plan.date)) return true;
    if (this.areTitles(record)) return true;
    if (record.written.size > 0)
      for (const column of record.written.keys())
        if (needed.has(column) || column === plan.eventId) return true;
    if (this.hasLostId(record) || this.differsFromTwin(record)) return true;
    // Not by a function, which would be made anew for every row.
    for (const { column } of this.unread) if (this.isTelltale(record, column)) return true;
    return false;
  }

  private isKeyless(record: TextRecord): boolean {
    const { plan } = this;
    return [plan.meter, plan.date, ...plan.kept].some((column) => this.isBlankAt(record, column));
  }

  private breakSums(): void {
    this.keys.forget();
    this.sinceBreak = 0;
  }

  private hasLostId({ text, starts, ends, count }: TextRecord): boolean {
    const { eventId } = this.plan;
    if (eventId === undefined) return false;
    return eventId < count && holds(text, starts[eventId]!, ends[eventId]!, PLUS);
  }

  /** Whether a column that could as well be read says something else than the one that is, which changes what is billed. */
  private differsFromTwin(record: TextRecord): boolean {
    for (const [column, read] of this.plan.twins)
      if (this.twinText(record, column) !== this.twinText(record, read)) return true;
    return false;
  }

  /** Of a day without its time: two columns of one day agree. */
  private twinText(record: TextRecord, column: number): string {
    if (column >= record.count) return "";
    const { date, twins } = this.plan;
    const isDate = column === date || twins.get(column) === date;
    const isRead = isDate && this.twinDay.read(record.view, record.starts[column]!, record.ends[column]!);
    return isRead ? String(this.twinDay.mark) : this.textAt(record, column);
  }

  private isTelltale({ text, starts, ends, count, written }: TextRecord, column: number): boolean {
    if (column >= count) return false;
    const quoted = written.get(column);
    const bytes = quoted ?? text;
    const start = quoted ? 0 : starts[column]!;
    const end = quoted ? quoted.length : ends[column]!;
    if (end - start < SHORTEST_CARD) return false;
    let digits = 0;
    for (let at = start; at < end; at++) if (bytes[at]! >= ZERO && bytes[at]! <= NINE) digits++;
    return digits >= SHORTEST_CARD && this.plan.isTelltale(decodeUtf8(bytes.subarray(start, end)));
  }

  private readFigure({ text, starts, ends, count }: TextRecord): boolean {
    const { quantity } = this.plan;
    return quantity < count && this.figure.read(text, starts[quantity]!, ends[quantity]!);
  }

  /** Whether a row with the same Event ID, or without one and the same in every cell, is known or to be known. */
  private isRepeated(hasId: boolean): boolean {
    if (!this.areRepeatsKnown) return false;
    const isRepeated = this.known.isRepeated();
    if (hasId) return isRepeated;
    // The row behind one that repeats another shows that the next repeated one does not follow it.
    const isKept = isRepeated || this.isAfterRepeat;
    this.isAfterRepeat = isRepeated;
    return isKept;
  }

  private makeHash(record: TextRecord, hasId: boolean, isDay: boolean, isFigure: boolean): void {
    const { plan, known, day, figure } = this;
    const { hash } = known;
    hash.clear();
    if (hasId) {
      if (known.hashesIds) this.hashText(record, plan.eventId!, KnownRows.idSeed);
      return;
    }
    for (const { column, seed } of this.telling) {
      if (column >= record.count) continue;
      if (column === plan.date && isDay) known.dayAndTime(seed, day.mark, day.milliseconds);
      else if (column === plan.quantity && isFigure) hash.number(seed, figure.digits);
      else if (!this.hashSame(record, column, seed)) this.hashContent(record, column, seed);
    }
  }

  /** Puts in what is the same however it is written, a date or a quantity; false for any other text. */
  private hashSame(record: TextRecord, column: number, seed: number): boolean {
    const { plan, known } = this;
    if (column !== plan.date && column !== plan.quantity) return false;
    const text = this.textAt(record, column);
    if (column === plan.quantity) return known.figureText(seed, text);
    if (known.dateText(seed, text)) return true;
    const moment = plan.momentOf(text);
    if (moment === undefined) return false;
    known.moment(seed, moment);
    return true;
  }

  private textAt({ text, starts, ends, written }: TextRecord, column: number): string {
    return decodeUtf8(written.get(column) ?? text.subarray(starts[column], ends[column])).trim();
  }

  /** As `hashText`; a text that may be a number or a day by what it says. */
  private hashContent(record: TextRecord, column: number, seed: number): void {
    const { text, starts, ends, written } = record;
    const isLong = ends[column]! - starts[column]! > LONGEST_NUMBER;
    const isPlain = !written.has(column) && !mayBeNumber(text, starts[column]!, ends[column]!);
    if (isPlain || isLong) this.hashText(record, column, seed);
    else this.known.content(seed, this.textAt(record, column));
  }

  private hashText({ text, starts, ends, written }: TextRecord, column: number, seed: number): void {
    const quoted = written.get(column);
    if (quoted) this.known.hash.text(seed, quoted, 0, quoted.length);
    else this.known.hash.text(seed, text, starts[column]!, ends[column]!);
  }

  /** The first rows, and the first of each notation: what they show of their columns is seen in them. */
  private isWitness(isFigure: boolean): boolean {
    if (this.sinceBreak < WITNESSES) {
      this.sinceBreak++;
      return true;
    }
    const { notation } = this.figure;
    if (!isFigure || notation === 0 || this.notations.has(notation)) return false;
    this.notations.add(notation);
    return true;
  }

  /** Whether a date is one that its row can be added up by: a day, or a text without a time. */
  private isDated({ text, starts, ends }: TextRecord, isDay: boolean): boolean {
    const { date } = this.plan;
    if (isDay) return true;
    this.day.end = ends[date]!;
    return !holds(text, starts[date]!, ends[date]!, COLON);
  }

  /** Whether a field has words of a total: the row may be one, which closes those above it. */
  private saysTotal(record: TextRecord): boolean {
    for (let column = 0; column < record.count; column++)
      if (column !== this.plan.eventId && this.plan.labelsSummary(this.textAt(record, column))) return true;
    return false;
  }

  private addsUpAt(record: TextRecord): boolean {
    const { meter, contract, addsUp } = this.plan;
    return addsUp(contract === undefined ? "" : this.textAt(record, contract), this.textAt(record, meter));
  }

  /** A row of its own, without what nobody reads. */
  private addAlone(record: TextRecord, hasId: boolean): void {
    const shown = this.unread.filter((unread) => unread.isShown(unread.kindAt(record)));
    const isShown = (column: number) => shown.some((unread) => unread.column === column);
    this.grid.add(record, {
      leftOut: (column) => !this.needed.has(column) && !isShown(column),
      count: hasId ? -1 : 1,
    });
  }

  private addToSum(record: TextRecord, hasId: boolean, isDay: boolean): void {
    const { plan, keys, figure, grid } = this;
    const { view, starts, ends, count } = record;
    const { value, isWhole } = figure;
    const { received } = plan;
    const isReceivedDay =
      received !== undefined &&
      received < count &&
      this.receivedDay.read(view, starts[received]!, ends[received]!);
    keys.begin();
    keys.push(rowKind(hasId, figure));
    keys.text(view, starts[plan.meter]!, ends[plan.meter]!);
    keys.text(view, starts[plan.date]!, this.day.end);
    for (const column of plan.kept) {
      if (column < count) keys.text(view, starts[column]!, ends[column]!);
      else keys.text(view, 0, 0);
    }
    if (received !== undefined && received < count)
      keys.text(view, starts[received]!, isReceivedDay ? this.receivedDay.end : ends[received]!);
    else keys.text(view, 0, 0);
    for (const unread of this.unread) keys.push(unread.kindAt(record));
    const key = keys.find();
    const row = keys.valueOf(key);
    if (row >= 0 && grid.fold(row, value, MOST_SCALED)) return;
    if (row === -1 && this.saysTotal(record)) {
      grid.add(record, asItIs);
      this.breakSums();
      return;
    }
    if (row === ROW_BY_ROW || (row < 0 && !this.addsUpAt(record))) {
      keys.set(key, ROW_BY_ROW);
      this.addAlone(record, hasId);
      return;
    }
    const added = grid.add(record, {
      dayEnd: isDay ? this.day.end : undefined,
      receivedEnd: isReceivedDay ? this.receivedDay.end : undefined,
      leftOut: (column) => column === plan.eventId || column === plan.quantity,
      count: hasId ? -1 : 1,
    });
    grid.begin(added, value);
    if (isWhole) this.wholeSums.add(added);
    keys.set(key, added);
  }
}
