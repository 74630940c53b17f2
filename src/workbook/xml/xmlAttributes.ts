import { XmlError } from "./xmlError";

const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const EQUALS = 61;

const isWhite = (code: number): boolean => code === SPACE || code === 10 || code === 9 || code === 13;

/**
 * Goes through the attributes of a tag, one after the other; what is between its name and its end must be nothing else.
 * One is used again for every tag, because a sheet has millions.
 */
export class XmlAttributes {
  /** Of the attribute, from the white space before it to its closing quote. */
  start = 0;
  end = 0;
  /** Of its value, between the quotes. */
  valueStart = 0;
  valueEnd = 0;
  source = "";
  /** As it is written, with its prefix. */
  name = "";
  private at = 0;
  private stop = 0;

  /** Begins with a tag, from behind its name up to its closing bracket. */
  begin(source: string, from: number, to: number): void {
    this.source = source;
    this.at = from;
    this.stop = to;
  }

  /** The value as it is written. */
  get written(): string {
    return this.source.slice(this.valueStart, this.valueEnd);
  }

  /** Steps to the next attribute; false behind the last. */
  next(): boolean {
    const { source } = this;
    this.start = this.at;
    const nameStart = this.skipWhite(this.at);
    if (nameStart >= this.stop || (source.charCodeAt(nameStart) === SLASH && nameStart === this.stop - 1))
      return false;
    if (nameStart === this.start) throw this.fault();
    const equals = this.nameEndFrom(nameStart);
    this.name = equals === nameStart + 1 ? source.charAt(nameStart) : source.slice(nameStart, equals);
    const sign = this.skipWhite(equals);
    const open = this.skipWhite(sign + 1);
    const quote = source.charCodeAt(open);
    if (equals === nameStart || source.charCodeAt(sign) !== EQUALS) throw this.fault();
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.fault();
    const close = source.indexOf(quote === QUOTE ? '"' : "'", open + 1);
    if (close < 0 || close >= this.stop) throw this.fault();
    this.valueStart = open + 1;
    this.valueEnd = close;
    this.end = this.at = close + 1;
    return true;
  }

  private skipWhite(from: number): number {
    let at = from;
    while (at < this.stop && isWhite(this.source.charCodeAt(at))) at++;
    return at;
  }

  private nameEndFrom(from: number): number {
    let at = from;
    for (; at < this.stop; at++) {
      const code = this.source.charCodeAt(at);
      if (code === EQUALS || isWhite(code)) return at;
      if (code === QUOTE || code === APOSTROPHE || code === SLASH || code === 60) throw this.fault();
    }
    return at;
  }

  private fault(): XmlError {
    return new XmlError("the attributes of a tag are not well formed");
  }
}
