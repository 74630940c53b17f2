import { MOST_SCALED } from "./fieldFigures";
import type { FoldedGrid } from "./foldedGrid";
import type { KnownRows } from "./knownRows";
import type { TextRecord } from "./recordScanner";
import type { RowKey, RowReaders } from "./rowKey";
import { holdsPlus } from "./unusualRows";

const SPACE = 32;
const ASCII = 0x80;

/** What `UsageFolder` adds rows up with. */
export interface FoldingTools extends RowReaders {
  readonly known: KnownRows;
  readonly key: RowKey;
  readonly grid: FoldedGrid;
  /** Notations of quantities that were seen. */
  readonly notations: ReadonlySet<number>;
}

/** An Event ID of which nothing needs a second look: it is not blank, and no number in powers of ten. */
function isPlainId(text: Uint8Array, start: number, end: number): boolean {
  const first = text[start]!;
  if (start === end || first <= SPACE || first >= ASCII) return false;
  return !holdsPlus(text, start, end);
}

/**
 * Adds rows to sums that are there already: a row that says the same as one before, but for its Event ID, time and quantity,
 * was looked at with that one. Nearly all rows of a long file are such; what else a row may be is not asked here.
 */
export class LikeRows {
  constructor(private readonly tools: FoldingTools) {}

  /** Whether a row could be added to a sum and was. */
  fold(record: TextRecord): boolean {
    const { plan, known, key, grid, figure } = this.tools;
    const { eventId } = plan;
    if (eventId === undefined || !known.tellsByOrder || !this.isPlain(record, eventId)) return false;
    if (!key.make(record, true, false)) return false;
    const row = key.keys.knownValue();
    if (row < 0 || !grid.fold(row, figure.value, MOST_SCALED)) return false;
    known.noteId(record.view, record.starts[eventId]!, record.ends[eventId]!);
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
}
