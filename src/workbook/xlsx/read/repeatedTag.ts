const ZERO = 48;
const NINE = 57;
/** Of a tag that is kept; a longer one is read anew each time. */
const MOST_BYTES = 96;
const MOST_DIGITS = 10;

/** The number of a row, as the tags of its cells name it. */
export class RowName {
  readonly digits = new Uint8Array(MOST_DIGITS);
  length = 0;
  private row = -1;

  /** Of a row that is counted from 1; the next is come to without writing its number. */
  become(row: number): void {
    if (row === this.row + 1 && this.length > 0) this.countUp();
    else if (row !== this.row) this.write(String(row));
    this.row = row;
  }

  private write(number: string): void {
    this.length = number.length;
    for (let at = 0; at < number.length; at++) this.digits[at] = number.charCodeAt(at);
  }

  private countUp(): void {
    let at = this.length - 1;
    while (at >= 0 && this.digits[at] === NINE) this.digits[at--] = ZERO;
    if (at >= 0) this.digits[at]!++;
    else this.write(String(this.row + 1));
  }
}

/**
 * How a tag was written in the row above. Programs write the rows of a table alike, but for the number of the row, so that
 * most tags need not be taken apart again: to compare them costs a third.
 */
export class RepeatedTag {
  private readonly bytes = new Uint8Array(MOST_BYTES);
  private nameAt = 0;
  private length = 0;

  /** Keeps a tag; the name of its row stands from `nameStart` to before `nameEnd`. */
  keep(source: Uint8Array, start: number, nameStart: number, nameEnd: number, end: number): void {
    const { bytes } = this;
    this.nameAt = nameStart - start;
    this.length = end - start - (nameEnd - nameStart);
    if (this.length > MOST_BYTES) this.forget();
    for (let at = 0; at < this.length; at++)
      bytes[at] = source[at < this.nameAt ? start + at : nameEnd + at - this.nameAt]!;
  }

  forget(): void {
    this.length = 0;
  }

  /** Behind the tag at a place, if it is written like the one that is kept, in a row of this name; else -1. */
  behind(source: Uint8Array, start: number, { digits, length }: RowName): number {
    const { bytes, nameAt } = this;
    if (this.length === 0) return -1;
    let place = start;
    for (let at = 0; at < nameAt; at++) if (source[place++] !== bytes[at]) return -1;
    for (let at = 0; at < length; at++) if (source[place++] !== digits[at]) return -1;
    for (let at = nameAt; at < this.length; at++) if (source[place++] !== bytes[at]) return -1;
    return place;
  }
}
