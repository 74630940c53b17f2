import { decodeEntities } from "./xmlText";

/**
 * An element by its places in the source, so that an edit replaces a few characters and leaves all else
 * as it was written. Names are without their prefix: `<x:sheet>` is a `sheet`.
 */
export class XmlElement {
  readonly children: XmlElement[] = [];
  /** Of the characters between the tags; equal when there are none. */
  contentEnd: number;
  /** After the closing tag. */
  end: number;

  constructor(
    readonly source: string,
    /** With its colon; empty without a prefix. */
    readonly prefix: string,
    readonly name: string,
    readonly start: number,
    readonly contentStart: number,
    readonly selfClosing: boolean,
  ) {
    this.contentEnd = contentStart;
    this.end = contentStart;
  }

  /** The element as it is written. */
  get outer(): string {
    return this.source.slice(this.start, this.end);
  }

  /** What is between its tags, as it is written. */
  get inner(): string {
    return this.source.slice(this.contentStart, this.contentEnd);
  }

  /** The text of an element without children. */
  get text(): string {
    return decodeEntities(this.inner);
  }

  /** The opening tag as it is written. */
  get tag(): string {
    return this.source.slice(this.start, this.contentStart);
  }

  /** Name with prefix, as it is written. */
  get qualifiedName(): string {
    return this.prefix + this.name;
  }

  /** The value of an attribute, by its name as it is written. */
  attribute(name: string): string | undefined {
    return this.findAttribute((written) => written === name)?.value;
  }

  /** The value of an attribute that has a prefix, whichever it is: `r:id` by "id". */
  prefixedAttribute(name: string): string | undefined {
    return this.findAttribute((written) => written.endsWith(`:${name}`))?.value;
  }

  /** Where an attribute stands, with the space before it. */
  attributePlace(name: string): { readonly start: number; readonly end: number } | undefined {
    return this.findAttribute((written) => written === name);
  }

  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  childrenNamed(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** All elements of this name below this one, in document order. */
  *descendants(name: string): Generator<XmlElement> {
    const open = [...this.children].reverse();
    for (let element = open.pop(); element !== undefined; element = open.pop()) {
      if (element.name === name) yield element;
      for (let index = element.children.length - 1; index >= 0; index--) open.push(element.children[index]!);
    }
  }

  private findAttribute(
    isWanted: (name: string) => boolean,
  ): { value: string; start: number; end: number } | undefined {
    for (const match of this.tag.matchAll(ATTRIBUTE)) {
      if (!isWanted(match[1]!)) continue;
      const start = this.start + match.index;
      return { value: decodeEntities(match[2]!.slice(1, -1)), start, end: start + match[0].length };
    }
    return undefined;
  }
}

/** The XML is not well formed. */
export class XmlError extends Error {}

const NAME = String.raw`[^\s:<>/="'!?]+`;
const ATTRIBUTE = /\s+([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')/g;
const MARKUP = new RegExp(
  String.raw`<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|` +
    String.raw`<(/?)(${NAME}:)?(${NAME})((?:\s+[^\s=<>/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`,
  "y",
);

/** Parses a small part; throws an XmlError. A document type is refused: no part of a workbook has one. */
export function parseXml(source: string): XmlElement {
  let root: XmlElement | undefined;
  const open: XmlElement[] = [];
  for (let position = source.indexOf("<"); position >= 0; position = source.indexOf("<", MARKUP.lastIndex)) {
    MARKUP.lastIndex = position;
    const match = MARKUP.exec(source);
    if (match === null) throw new XmlError(`Markup at character ${String(position)} is not well formed`);
    const [markup, slash, prefix = "", name, , selfClosing] = match;
    if (name === undefined) continue;
    if (slash === "/") {
      closeElement(open.pop(), prefix, name, position, MARKUP.lastIndex);
      continue;
    }
    const end = position + markup.length;
    const element = new XmlElement(source, prefix, name, position, end, selfClosing === "/");
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(element);
    else if (root === undefined) root = element;
    else throw new XmlError("More than one root element");
    if (!element.selfClosing) open.push(element);
  }
  if (root === undefined || open.length > 0) throw new XmlError("The document is not complete");
  return root;
}

function closeElement(
  element: XmlElement | undefined,
  prefix: string,
  name: string,
  start: number,
  end: number,
): void {
  if (element?.name !== name || element.prefix !== prefix) {
    throw new XmlError(`</${prefix}${name}> closes nothing`);
  }
  element.contentEnd = start;
  element.end = end;
}
