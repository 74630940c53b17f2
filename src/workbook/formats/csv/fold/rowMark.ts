import type { FoldingPlan } from "../../../../core/api";
import type { DayReader } from "./fieldDay";
import type { FigureReader } from "./fieldFigures";
import { KnownRows } from "./knownRows";
import type { TextRecord } from "./recordScanner";
import { seedOf } from "./rowHash";

const MINUS = 45;
const SPACE = 32;
const ASCII = 0x80;
const ZERO = 48;
const NINE = 57;
/** Characters of a double, and blanks around it. */
const LONGEST_NUMBER = 64;

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

/**
 * The hash of a row among all that are known: of its Event ID, or of all that it says without one. Days, quantities and
 * properties have one hash however they are written, as they are equal where rows are compared.
 */
export class RowMark {
  private readonly telling: readonly Telling[];

  constructor(
    private readonly plan: FoldingPlan,
    private readonly known: KnownRows,
    /** Hold the day and the quantity of the row that is looked at. */
    private readonly day: DayReader,
    private readonly figure: FigureReader,
  ) {
    this.telling = [...plan.telling].map(([column, key]) => ({ column, seed: seedOf(key) }));
  }

  make(record: TextRecord, hasId: boolean, isDay: boolean, isFigure: boolean): void {
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

  /** Notes the row whose hash was made. */
  note({ view, starts, ends, written }: TextRecord, hasId: boolean): void {
    const { known } = this;
    if (!hasId) return known.note();
    const eventId = this.plan.eventId!;
    const quoted = written.size > 0 ? written.get(eventId) : undefined;
    if (quoted) known.noteId(new DataView(quoted.buffer, quoted.byteOffset, quoted.length), 0, quoted.length);
    else known.noteId(view, starts[eventId]!, ends[eventId]!);
  }

  /** Puts in what is the same however it is written, a date or a quantity; false for any other text. */
  private hashSame(record: TextRecord, column: number, seed: number): boolean {
    const { plan, known } = this;
    if (column !== plan.date && column !== plan.quantity) return false;
    const text = record.textAt(column);
    if (column === plan.quantity) return known.figureText(seed, text);
    if (known.dateText(seed, text)) return true;
    const moment = plan.momentOf(text);
    if (moment === undefined) return false;
    known.moment(seed, moment);
    return true;
  }

  /** As `hashText`; a text that may be a number or a day by what it says. */
  private hashContent(record: TextRecord, column: number, seed: number): void {
    const { text, starts, ends, written } = record;
    const isLong = ends[column]! - starts[column]! > LONGEST_NUMBER;
    const isPlain = !written.has(column) && !mayBeNumber(text, starts[column]!, ends[column]!);
    if (isPlain || isLong) this.hashText(record, column, seed);
    else this.known.content(seed, record.textAt(column));
  }

  private hashText({ text, starts, ends, written }: TextRecord, column: number, seed: number): void {
    const quoted = written.get(column);
    if (quoted) this.known.hash.text(seed, quoted, 0, quoted.length);
    else this.known.hash.text(seed, text, starts[column]!, ends[column]!);
  }
}
