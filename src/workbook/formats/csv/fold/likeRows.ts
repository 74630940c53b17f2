import type { FoldingPlan } from "../../../../core/api";
import type { DayReader } from "./fieldDay";
import { MOST_SCALED, type FigureReader } from "./fieldFigures";
import type { FoldedGrid } from "./foldedGrid";
import type { FoldKeys } from "./foldKeys";
import type { KnownRows } from "./knownRows";
import type { TextRecord } from "./recordScanner";
import type { UnreadColumn } from "./unreadColumn";

const PLUS = 43;
const SPACE = 32;
const ASCII = 0x80;

/** What `UsageFolder` adds rows up with. */
export interface FoldingTools {
  readonly plan: FoldingPlan;
  readonly known: KnownRows;
  readonly keys: FoldKeys;
  readonly grid: FoldedGrid;
  readonly day: DayReader;
  readonly receivedDay: DayReader;
  readonly figure: FigureReader;
  readonly unread: readonly UnreadColumn[];
  /** Notations of quantities that were seen. */
  readonly notations: ReadonlySet<number>;
}

/** What kind of row a key is of. */
export const rowKind = (hasId: boolean, { isWhole, value }: FigureReader): number =>
  (hasId ? 1 : 0) + (isWhole ? 2 : 0) + (value < 0 ? 4 : 0);

/** An Event ID of which nothing needs a second look: it is not blank, and no number in powers of ten. */
function isPlainId(text: Uint8Array, start: number, end: number): boolean {
  const first = text[start]!;
  if (start === end || first <= SPACE || first >= ASCII) return false;
  for (let at = start; at < end; at++) if (text[at] === PLUS) return false;
  return true;
}

/**
 * Adds rows to sums that are there already: a row that says the same as one before, but for its Event ID, time and quantity,
 * was looked at with that one. Nearly all rows of a long file are such; what else a row may be is not asked here.
 */
export class LikeRows {
  constructor(private readonly tools: FoldingTools) {}

  /** Whether a row could be added to a sum and was. */
  fold(record: TextRecord): boolean {
    const { plan, known, keys, grid, figure } = this.tools;
    const { view, starts, ends, count } = record;
    const { eventId } = plan;
    if (eventId === undefined || !known.tellsByOrder || !this.isPlain(record, eventId)) return false;
    keys.begin();
    keys.push(rowKind(true, figure));
    if (!keys.knownText(view, starts[plan.meter]!, ends[plan.meter]!)) return false;
    if (!keys.knownText(view, starts[plan.date]!, this.tools.day.end)) return false;
    for (let index = 0; index < plan.kept.length; index++) {
      const column = plan.kept[index]!;
      const isThere = column < count;
      if (!keys.knownText(view, isThere ? starts[column]! : 0, isThere ? ends[column]! : 0)) return false;
    }
    if (!this.isKnownReceived(record) || !this.areKnownUnread(record)) return false;
    const row = keys.knownValue();
    if (row < 0 || !grid.fold(row, figure.value, MOST_SCALED)) return false;
    known.noteId(view, starts[eventId]!, ends[eventId]!);
    return true;
  }

  private isPlain({ text, view, starts, ends, count, written }: TextRecord, eventId: number): boolean {
    const { plan, day, figure, notations } = this.tools;
    const { date, quantity } = plan;
    if (count < plan.least || count > plan.most || written.size > 0 || plan.twins.size > 0) return false;
    if (eventId >= count || !isPlainId(text, starts[eventId]!, ends[eventId]!)) return false;
    if (!day.read(view, starts[date]!, ends[date]!)) return false;
    if (!figure.read(text, starts[quantity]!, ends[quantity]!)) return false;
    return figure.notation === 0 || notations.has(figure.notation);
  }

  private isKnownReceived({ view, starts, ends, count }: TextRecord): boolean {
    const { plan, receivedDay, keys } = this.tools;
    const { received } = plan;
    if (received === undefined || received >= count) return keys.knownText(view, 0, 0);
    const isDay = receivedDay.read(view, starts[received]!, ends[received]!);
    return keys.knownText(view, starts[received]!, isDay ? receivedDay.end : ends[received]!);
  }

  private areKnownUnread(record: TextRecord): boolean {
    const { unread, keys } = this.tools;
    for (let index = 0; index < unread.length; index++) {
      const kind = unread[index]!.knownKindAt(record);
      if (kind < 0) return false;
      keys.push(kind);
    }
    return true;
  }
}
