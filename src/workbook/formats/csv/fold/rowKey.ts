import type { FoldingPlan } from "../../../../core/api";
import type { DayReader } from "./fieldDay";
import type { FigureReader } from "./fieldFigures";
import { FoldKeys } from "./foldKeys";
import type { TextRecord } from "./recordScanner";
import type { UnreadColumn } from "./unreadColumn";

/** Parts of a key beside the kept and the unread columns: what kind of row it is, meter, day, and day received. */
const PARTS_BESIDE = 4;

/** What is read of a row, and what its key is made from. */
export interface RowReaders {
  readonly plan: FoldingPlan;
  /** Where the day of the row ends, which was looked at before. */
  readonly day: DayReader;
  /** Its quantity, which was read before. */
  readonly figure: FigureReader;
  readonly receivedDay: DayReader;
  readonly unread: readonly UnreadColumn[];
}

/** Keys of the rows that may be added up with one another. */
export class RowKey {
  readonly keys: FoldKeys;

  constructor(private readonly readers: RowReaders) {
    const { plan, unread } = readers;
    this.keys = new FoldKeys(PARTS_BESIDE + plan.kept.length + unread.length);
  }

  /** Begins the key of a row; false where it may not be `added` and says what no key says yet. */
  make(record: TextRecord, hasId: boolean, added: boolean): boolean {
    const { keys } = this;
    const { plan, day, figure } = this.readers;
    const { view, starts, ends, count } = record;
    const { meter, date, kept } = plan;
    keys.begin();
    keys.push((hasId ? 1 : 0) + (figure.isWhole ? 2 : 0) + (figure.value < 0 ? 4 : 0));
    if (!keys.text(view, starts[meter]!, ends[meter]!, added)) return false;
    if (!keys.text(view, starts[date]!, day.end, added)) return false;
    for (let index = 0; index < kept.length; index++) {
      const column = kept[index]!;
      const isThere = column < count;
      if (!keys.text(view, isThere ? starts[column]! : 0, isThere ? ends[column]! : 0, added)) return false;
    }
    const end = this.receivedEnd(record);
    if (!keys.text(view, end === undefined ? 0 : starts[plan.received!]!, end ?? 0, added)) return false;
    return this.addUnread(record, added);
  }

  /** Where the day ends on which a row was received, or all of that text; undefined where it has none. */
  receivedEnd({ view, starts, ends, count }: TextRecord): number | undefined {
    const { plan, receivedDay } = this.readers;
    const { received } = plan;
    if (received === undefined || received >= count) return undefined;
    const isDay = receivedDay.read(view, starts[received]!, ends[received]!);
    return isDay ? receivedDay.end : ends[received]!;
  }

  private addUnread(record: TextRecord, added: boolean): boolean {
    const { unread } = this.readers;
    for (let index = 0; index < unread.length; index++) {
      const kind = added ? unread[index]!.kindAt(record) : unread[index]!.knownKindAt(record);
      if (kind < 0) return false;
      this.keys.push(kind);
    }
    return true;
  }
}
