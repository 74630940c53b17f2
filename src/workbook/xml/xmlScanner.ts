import { shortened } from "../../core/api";
import { XmlCutOffError, XmlError } from "./xmlError";

/** A tag that opens an element, as places in the text that was written last. One is used again for every tag. */
export interface XmlTag {
  readonly source: string;
  /** With its prefix, as it is written. */
  readonly name: string;
  /** Of its `<`. */
  readonly start: number;
  /** Behind its name, and of its `>`: the attributes stand between. */
  readonly nameEnd: number;
  readonly bracket: number;
  /** `<v/>`; it is not closed by another tag. */
  readonly isEmpty: boolean;
}

/** Takes what a scanner finds, in the order of the document. */
export interface XmlHandler {
  open(tag: XmlTag): void;
  /** The element that was opened last and is still open; its closing tag by its places. */
  close(name: string, start: number, end: number): void;
  /** Text as it is written; that of one element may come in pieces. CDATA comes as it would be written without. */
  text(written: string): void;
}

/** As much of a name as a message bears. */
const LONGEST_NAME = 40;
const EXCLAMATION = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;
const QUESTION = 63;
const COMMENT = "<!--";
const CDATA = "<![CDATA[";
/** A tag of Office has a few hundred characters; one that goes on is waited for only so long. */
const LONGEST_TAG = 1024 ** 2;
/** No part of a workbook nests deeper than some dozens. */
const MOST_DEPTH = 1000;
const LETTERS = 128;

class Tag implements XmlTag {
  source = "";
  name = "";
  start = 0;
  nameEnd = 0;
  bracket = 0;
  isEmpty = false;
}

/**
 * Takes an XML document apart, once from beginning to end, whatever the pieces it comes in: comments and processing
 * instructions are left out, a document type is refused, tags must match.
 */
export class XmlScanner {
  /** Elements that are open, from the root on. */
  private readonly open: string[] = [];
  private readonly tag = new Tag();
  private rest = "";
  /** The end of a comment, CDATA or processing instruction that has begun. */
  private sectionEnd = "";
  private hasRoot = false;
  /** The name that was seen last by its first letter: a few stand for all, and need no string of their own each time. */
  private readonly seenNames: string[] = new Array<string>(LETTERS).fill("");

  constructor(private readonly handler: XmlHandler) {}

  /** Whether all that was written has been taken, and no comment or other section is open. */
  get isBetweenTags(): boolean {
    return this.rest === "" && this.sectionEnd === "";
  }

  /** Takes note of an element that was opened without the scanner, and is not empty. */
  enter(name: string): void {
    this.open.push(name);
  }

  /** Takes note that the innermost element was closed without the scanner. */
  leave(): void {
    this.open.pop();
  }

  /** Takes the next piece; throws an XmlError for what is not well formed. */
  write(piece: string): void {
    const source = this.rest === "" ? piece : this.rest + piece;
    let at = 0;
    for (let next = this.step(source, at); next >= 0; next = this.step(source, at)) at = next;
    this.rest = source.slice(at);
    if (this.rest.length > LONGEST_TAG) throw new XmlError("a tag does not end");
  }

  /** Throws an XmlCutOffError unless the document is complete. */
  end(): void {
    if (this.hasRoot && this.open.length === 0 && this.rest === "" && this.sectionEnd === "") return;
    throw new XmlCutOffError("it is not complete");
  }

  /** Reads what stands at a place and gives the place behind it; -1 where more of the text is needed. */
  private step(source: string, at: number): number {
    if (this.sectionEnd !== "") return this.readSection(source, at);
    if (at >= source.length) return -1;
    if (source.charCodeAt(at) !== LESS) return this.readText(source, at);
    switch (source.charCodeAt(at + 1)) {
      case SLASH:
        return this.readClosing(source, at);
      case EXCLAMATION:
        return this.openSection(source, at);
      case QUESTION:
        this.sectionEnd = "?>";
        return at + 2;
      default:
        return this.readOpening(source, at);
    }
  }

  private readText(source: string, at: number): number {
    const less = source.indexOf("<", at);
    const end = less < 0 ? source.length : less;
    if (this.open.length > 0) this.handler.text(source.slice(at, end));
    return end;
  }

  private openSection(source: string, at: number): number {
    const start = source.slice(at, at + CDATA.length);
    if (start.startsWith(COMMENT)) {
      this.sectionEnd = "-->";
      return at + COMMENT.length;
    }
    if (start === CDATA) {
      this.sectionEnd = "]]>";
      return at + CDATA.length;
    }
    if (COMMENT.startsWith(start) || CDATA.startsWith(start)) return -1;
    throw new XmlError("it has a document type, which no part of a workbook has");
  }

  /** A section may be long: what of it has been seen is not looked at again. */
  private readSection(source: string, at: number): number {
    const { sectionEnd } = this;
    const found = source.indexOf(sectionEnd, at);
    const end = found < 0 ? Math.max(at, source.length - sectionEnd.length + 1) : found;
    if (sectionEnd === "]]>" && end > at && this.open.length > 0)
      this.handler.text(escaped(source.slice(at, end)));
    if (found < 0) return end > at ? end : -1;
    this.sectionEnd = "";
    return found + sectionEnd.length;
  }

  private readClosing(source: string, at: number): number {
    const bracket = source.indexOf(">", at);
    if (bracket < 0) return -1;
    const name = this.open.pop() ?? "";
    const isPlain = bracket === at + 2 + name.length && source.startsWith(name, at + 2);
    if (name === "" || (!isPlain && source.slice(at + 2, bracket).trimEnd() !== name))
      throw new XmlError(`</${shortened(source.slice(at + 2, bracket), LONGEST_NAME)}> closes nothing`);
    this.handler.close(name, at, bracket + 1);
    return bracket + 1;
  }

  private readOpening(source: string, at: number): number {
    const { tag } = this;
    const bracket = tagEnd(source, at + 1);
    if (bracket < 0) return -1;
    tag.source = source;
    tag.start = at;
    tag.bracket = bracket;
    tag.isEmpty = source.charCodeAt(bracket - 1) === SLASH;
    tag.nameEnd = nameEnd(source, at + 1);
    tag.name = this.nameAt(source, at + 1, tag.nameEnd);
    if (tag.name === "") throw new XmlError("a tag has no name");
    if (this.open.length === 0) {
      if (this.hasRoot) throw new XmlError("it has more than one root element");
      this.hasRoot = true;
    }
    if (!tag.isEmpty && this.open.push(tag.name) > MOST_DEPTH)
      throw new XmlError("its elements nest too deep");
    this.handler.open(tag);
    return bracket + 1;
  }

  private nameAt(source: string, start: number, end: number): string {
    const letter = source.charCodeAt(start) % LETTERS;
    const seen = this.seenNames[letter] ?? "";
    if (seen.length === end - start && source.startsWith(seen, start)) return seen;
    return (this.seenNames[letter] = source.slice(start, end));
  }
}

/** The place of the bracket that ends a tag, which may stand in the value of an attribute as well; -1 without one. */
function tagEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === GREATER) return at;
    if (code === LESS) throw new XmlError("a tag does not end");
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    at = source.indexOf(code === QUOTE ? '"' : "'", at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

function nameEnd(source: string, from: number): number {
  let at = from;
  for (;;) {
    const code = source.charCodeAt(at);
    if (code <= 32 || code === SLASH || code === GREATER) return at;
    at++;
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
