import type { UsageMark } from "../../../../core/api";
import { contentOfText, formatDay, millisecondOfTime, parseDateText } from "../../../../core/api";
import { encodeUtf8 } from "../../../bytes/text";
import { dayMark } from "./fieldDay";
import { digitsOfText } from "./fieldFigures";
import { NoOrder, OrderedIds } from "./orderedIds";
import { RowHash, SeenHashes, seedOf } from "./rowHash";

const DAY_MILLISECONDS = 86_400_000;
const SHOWN_DIGITS = 15;
const ids = seedOf("Event ID");

/** How the date is named among the columns that tell rows apart. */
const DATE_COLUMN = "=date";

/** Rows that a table of hashes begins with where Event IDs are told apart by their order. */
const FEW = 100_000;

/**
 * Hashes of rows by their Event IDs, or by all they say, whichever source they are of. Event IDs that ascend need none:
 * where they are taken to and do not, noting one throws NoOrder.
 */
export class KnownRows {
  readonly hash = new RowHash();
  private readonly seen: SeenHashes;
  private readonly days = new Map<number, number>();
  /** Hashes that came more than once: their rows are looked at one by one. */
  readonly repeated = new Set<number>();
  private readonly order: OrderedIds | undefined;
  private hasMarks = false;

  private constructor(expected: number, order?: OrderedIds) {
    this.seen = new SeenHashes(expected);
    this.order = order;
  }

  /** For so many rows. */
  static hashed(expected: number): KnownRows {
    return new KnownRows(expected);
  }

  /** For any number of rows whose Event IDs ascend. */
  static ordered(): KnownRows {
    return new KnownRows(FEW, new OrderedIds());
  }

  static readonly idSeed = ids;

  /** Whether nothing is asked of an Event ID but that it is above the one before. */
  get tellsByOrder(): boolean {
    return this.order !== undefined && !this.hasMarks;
  }

  /** Whether the hash of an Event ID is asked for. */
  get hashesIds(): boolean {
    return this.order === undefined || this.hasMarks || this.repeated.size > 0;
  }

  /** A file begins. */
  beginFile(): void {
    this.order?.beginFile();
  }

  /** Notes the row whose hash is made. */
  note(): void {
    if (this.order !== undefined && this.seen.isFull) throw new NoOrder();
    if (this.seen.add(this.hash)) this.repeated.add(this.hash.key);
  }

  /** Notes the row with an Event ID in these bytes; its hash is made where one is asked for. */
  noteId(text: DataView, start: number, end: number): void {
    if (this.order === undefined) this.note();
    else if (this.hasMarks && this.seen.has(this.hash)) this.repeated.add(this.hash.key);
    else this.order.note(text, start, end);
  }

  isRepeated(): boolean {
    return this.repeated.size > 0 && this.repeated.has(this.hash.key);
  }

  /** Notes the rows that a workbook has; twice the same of them is its own affair. */
  noteMarks(marks: Iterable<UsageMark>): void {
    for (const mark of marks) {
      this.hash.clear();
      if ("id" in mark) this.text(ids, mark.id);
      else for (const [column, says] of mark.cells) this.cell(column, says);
      this.seen.add(this.hash);
      this.hasMarks = true;
    }
  }

  private cell(column: string, says: string | number): void {
    const seed = seedOf(column);
    if (typeof says === "string") this.content(seed, says);
    else if (column === DATE_COLUMN) this.moment(seed, says);
    // As a cell shows it: what a sum of doubles drifts by is in none of its 15 digits.
    else this.figureText(seed, String(Number(says.toPrecision(SHOWN_DIGITS))));
  }

  /** A date as any text writes it; false for what is none. */
  dateText(seed: number, text: string): boolean {
    const read = parseDateText(text);
    if (read.kind !== "moment" && read.kind !== "ambiguous") return false;
    this.moment(seed, (read.kind === "moment" ? read.day : read.one) + read.time);
    return true;
  }

  /** What a text says, whatever its cell: 10 and a day are the same as a number and as a text. */
  content(seed: number, text: string): void {
    const content = contentOfText(text);
    if (typeof content === "number") this.hash.number(seed, content);
    else this.text(seed, content);
  }

  /** A quantity as any text writes it; false for what is none. */
  figureText(seed: number, text: string): boolean {
    const digits = digitsOfText(text);
    if (digits === undefined) return false;
    this.hash.number(seed, digits);
    return true;
  }

  private text(seed: number, text: string): void {
    const bytes = encodeUtf8(text);
    this.hash.text(seed, bytes, 0, bytes.length);
  }

  /** A date by its serial. */
  moment(seed: number, serial: number): void {
    const day = Math.floor(serial);
    let mark = this.days.get(day);
    if (mark === undefined) {
      const [year = 0, month = 0, dayOfMonth = 0] = formatDay(day).split("-").map(Number);
      this.days.set(day, (mark = dayMark(year, month, dayOfMonth)));
    }
    this.dayAndTime(seed, mark, millisecondOfTime(serial - day));
  }

  /** A day by its `dayMark`. */
  dayAndTime(seed: number, mark: number, milliseconds: number): void {
    this.hash.number(seed, mark * DAY_MILLISECONDS + milliseconds);
  }
}
