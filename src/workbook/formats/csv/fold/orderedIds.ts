import { areSame } from "./fieldCodes";

const SPACE = 32;
const ASCII = 0x80;
const WORD = 4;
/** More stretches than this are no order. */
const MOST_STRETCHES = 1000;
const LONGEST_ID = 256;

/** What ends a reading without a table of all Event IDs: they come in no order that shows them to be different. */
export class NoOrder extends Error {
  constructor() {
    super("Event IDs in no order");
  }
}

/** A text of bytes, by which others are ordered: shorter ones first, so that E9 is before E10. */
class Id {
  private readonly view = new DataView(new ArrayBuffer(LONGEST_ID));
  private size = 0;

  set(text: DataView, start: number, end: number): void {
    this.size = end - start;
    let at = 0;
    for (; at <= this.size - WORD; at += WORD) this.view.setInt32(at, text.getInt32(start + at));
    for (; at < this.size; at++) this.view.setUint8(at, text.getUint8(start + at));
  }

  /** Whether another is behind this one. */
  isBefore(text: DataView, start: number, end: number): boolean {
    const { view, size } = this;
    if (end - start !== size) return size < end - start;
    let at = 0;
    for (; at <= size - WORD; at += WORD) {
      const [own, other] = [view.getUint32(at), text.getUint32(start + at)];
      if (own !== other) return own < other;
    }
    for (; at < size; at++) {
      const [own, other] = [view.getUint8(at), text.getUint8(start + at)];
      if (own !== other) return own < other;
    }
    return false;
  }

  is(text: DataView, start: number, end: number): boolean {
    return end - start === this.size && areSame(this.view, 0, text, start, this.size);
  }
}

/** Ids that came one behind the other, each above the one before it. */
interface Stretch {
  readonly first: Id;
  readonly last: Id;
}

/**
 * Tells that Event IDs are all different without keeping them, as far as they ascend in each file: files of a day, whichever
 * comes first, are stretches beside one another, and an id between the ends of none of them is new.
 */
export class OrderedIds {
  private readonly stretches: Stretch[] = [];
  private current: Stretch | undefined;
  /** Of the stretch that is next above the current one. */
  private ceiling: Id | undefined;

  /** A file begins, whose ids need not be behind those of the one before. */
  beginFile(): void {
    this.current = undefined;
  }

  /** Notes an id; throws NoOrder where it may have come before. */
  note(text: DataView, from: number, to: number): void {
    let [start, end] = [from, to];
    while (start < end && text.getUint8(start) <= SPACE) start++;
    while (end > start && text.getUint8(end - 1) <= SPACE) end--;
    // Blanks beyond ASCII are none of an id either.
    const isPlain = start < end && text.getUint8(start) < ASCII && text.getUint8(end - 1) < ASCII;
    if (!isPlain || end - start > LONGEST_ID) throw new NoOrder();
    const { current, ceiling } = this;
    if (current?.last.isBefore(text, start, end) !== true) this.begin(text, start, end);
    else if (ceiling === undefined || isAfter(ceiling, text, start, end)) current.last.set(text, start, end);
    else throw new NoOrder();
  }

  private begin(text: DataView, start: number, end: number): void {
    const { stretches } = this;
    // In the order of their firsts; so are their lasts, since none reaches into another.
    let index = stretches.findIndex(({ last }) => !last.isBefore(text, start, end));
    if (index < 0) index = stretches.length;
    const above = stretches[index];
    const isFree = above === undefined || isAfter(above.first, text, start, end);
    if (!isFree || stretches.length === MOST_STRETCHES) throw new NoOrder();
    const [first, last] = [new Id(), new Id()];
    first.set(text, start, end);
    last.set(text, start, end);
    this.current = { first, last };
    this.ceiling = above?.first;
    stretches.splice(index, 0, this.current);
  }
}

const isAfter = (id: Id, text: DataView, start: number, end: number): boolean =>
  !id.isBefore(text, start, end) && !id.is(text, start, end);
