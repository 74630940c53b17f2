import { XmlError } from "../../xml/xmlError";
import { decodeEscapes, decodeText } from "../../xml/xmlText";

/** Far beyond the 32,767 characters of a cell, each written as a reference. */
const LONGEST_WRITTEN = 1024 ** 2;

/** Text as it is written, in pieces, up to a length that no cell has. */
export class WrittenText {
  private text = "";

  add(piece: string): void {
    this.text = this.text === "" ? piece : this.text + piece;
    if (this.text.length > LONGEST_WRITTEN)
      throw new XmlError("it holds a text that is longer than a cell can be");
  }

  /** All of it, and begins anew. */
  take(): string {
    const { text } = this;
    this.text = "";
    return text;
  }
}

/**
 * A text of SpreadsheetML as its characters. Blanks around it stay, whether `xml:space` keeps them or not: Excel drops some,
 * other programs do not, and nothing that is billed looks at them.
 */
export function readText(written: string): string {
  return decodeEscapes(decodeText(written));
}

/**
 * The text of an `si` or `is` element, which is open: that of its own `t`, or of its runs `r` one after the other. Phonetic
 * help, formats and whatever else stands there is none of it.
 */
export class RichText {
  private readonly written = new WrittenText();
  private text = "";
  private depth = 0;
  /** Depth of the element from which on all is left out; 0 when none is. */
  private skippedFrom = 0;
  private isInText = false;

  /** Takes an element inside; `name` is undefined for one of another namespace. */
  open(name: string | undefined, isEmpty: boolean): void {
    if (isEmpty && !this.isInText) return;
    this.depth++;
    if (this.skippedFrom > 0) return;
    if (this.isInText) throw new XmlError("a text holds more than text");
    const isRun = name === "r" && this.depth === 1;
    this.isInText = name === "t" && this.depth <= 2;
    if (!this.isInText && !isRun) this.skippedFrom = this.depth;
  }

  /** Takes the end of an element inside; false when it is that of the item itself. */
  close(): boolean {
    if (this.depth === 0) return false;
    if (this.skippedFrom === this.depth) this.skippedFrom = 0;
    else if (this.isInText && this.skippedFrom === 0) {
      this.text += readText(this.written.take());
      this.isInText = false;
    }
    this.depth--;
    return true;
  }

  add(written: string): void {
    if (this.isInText && this.skippedFrom === 0) this.written.add(written);
  }

  /** The whole text, and begins anew. */
  take(): string {
    const { text } = this;
    this.text = "";
    return text;
  }
}
