import type { FoldingPlan } from "../../../../core/api";
import { decodeUtf8 } from "../../../bytes/text";
import { DayReader } from "./fieldDay";
import type { TextRecord } from "./recordScanner";

const PLUS = 43;
const ZERO = 48;
const NINE = 57;
const SHORTEST_CARD = 13;

/** Whether an Event ID may have become a number in powers of ten, as a spreadsheet saves a long one. */
export function holdsPlus(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === PLUS) return true;
  return false;
}

/** Tells the rows that are kept as they are, since they say more than a sum of them would. */
export class UnusualRows {
  private readonly needed: ReadonlySet<number>;
  private readonly unread: readonly number[];
  private readonly twinDay = new DayReader();
  private meterTitle = "";

  constructor(
    private readonly plan: FoldingPlan,
    /** Columns that are read. */
    needed: ReadonlySet<number>,
  ) {
    this.needed = needed;
    this.unread = [...plan.unread.keys()];
  }

  /** Notes the titles of the file. */
  noteTitles(titles: TextRecord): void {
    this.meterTitle = titles.textAt(this.plan.meter);
  }

  /** Whether a row has too few or too many fields, quotes in what is read of it, or something that must be shown. */
  is(record: TextRecord): boolean {
    const { plan, needed } = this;
    if (record.count < plan.least || record.count > plan.most) return true;
    if (record.isBlankAt(plan.meter) || record.isBlankAt(plan.date)) return true;
    if (this.areTitles(record)) return true;
    if (record.written.size > 0)
      for (const column of record.written.keys())
        if (needed.has(column) || column === plan.eventId) return true;
    if (this.hasLostId(record) || this.differsFromTwin(record)) return true;
    // Not by a function, which would be made anew for every row.
    for (const column of this.unread) if (this.isTelltale(record, column)) return true;
    return false;
  }

  /** Titles once more, as files that were put together have them: they are skipped where the rows are read. */
  private areTitles(record: TextRecord): boolean {
    const { meter } = this.plan;
    const { length } = this.meterTitle;
    const isLikely = record.ends[meter]! - record.starts[meter]! === length || record.written.has(meter);
    return isLikely && record.textAt(meter) === this.meterTitle;
  }

  private hasLostId({ text, starts, ends, count }: TextRecord): boolean {
    const { eventId } = this.plan;
    if (eventId === undefined) return false;
    return eventId < count && holdsPlus(text, starts[eventId]!, ends[eventId]!);
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
    return isRead ? String(this.twinDay.mark) : record.textAt(column);
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
}
