import { XmlScanner, type XmlHandler, type XmlTag } from "./xmlScanner";

/** Puts a document together again from what a scanner finds. */
class Copy implements XmlHandler {
  readonly pieces: string[] = [];

  open({ source, start, bracket }: XmlTag): void {
    this.pieces.push(source.slice(start, bracket + 1));
  }

  close(name: string): void {
    this.pieces.push(`</${name}>`);
  }

  text(written: string): void {
    this.pieces.push(written);
  }
}

/**
 * A document without comments, processing instructions and CDATA, whose text is written plainly: what looks like a tag is one.
 * Throws an XmlError for what is not well formed.
 */
export function plainXml(source: string): string {
  const copy = new Copy();
  const scanner = new XmlScanner(copy);
  scanner.write(source);
  scanner.end();
  return copy.pieces.join("");
}
