import { XmlAttributes } from "./xmlAttributes";
import { XmlError } from "./xmlError";
import { XmlScanner, type XmlHandler, type XmlTag } from "./xmlScanner";
import { decodeAttribute, decodeText } from "./xmlText";

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
    return decodeText(this.inner);
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

  /** Where an attribute is, with the space before it. */
  attributeSpan(name: string): { readonly start: number; readonly end: number } | undefined {
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
    const attributes = new XmlAttributes();
    const nameEnd = this.start + 1 + this.qualifiedName.length;
    attributes.begin(this.source, nameEnd, this.contentStart - 1);
    while (attributes.next()) {
      if (!isWanted(attributes.name)) continue;
      const { written, start, end } = attributes;
      return { value: decodeAttribute(written), start, end };
    }
    return undefined;
  }
}

const NO_NAME = /["'=!?&;]/;

/** Builds elements from what a scanner finds in a text that is written at once. */
class TreeBuilder implements XmlHandler {
  root: XmlElement | undefined;
  private readonly parents: XmlElement[] = [];
  private readonly attributes = new XmlAttributes();

  open(tag: XmlTag): void {
    const { source, name: qualified, start, bracket, isEmpty } = tag;
    this.checkTag(tag);
    const colon = qualified.indexOf(":") + 1;
    const element = new XmlElement(
      source,
      qualified.slice(0, colon),
      qualified.slice(colon),
      start,
      bracket + 1,
      isEmpty,
    );
    const parent = this.parents.at(-1);
    if (parent === undefined) this.root = element;
    else parent.children.push(element);
    if (!isEmpty) this.parents.push(element);
  }

  close(_name: string, start: number, end: number): void {
    const element = this.parents.pop();
    if (element === undefined) return;
    element.contentEnd = start;
    element.end = end;
  }

  text(): void {
    // An element knows its text by its places.
  }

  private checkTag({ source, name, nameEnd, bracket }: XmlTag): void {
    if (NO_NAME.test(name) || name.split(":").length > 2)
      throw new XmlError("the name of a tag is not well formed");
    this.attributes.begin(source, nameEnd, bracket);
    const seen = new Set<string>();
    while (this.attributes.next()) {
      if (seen.has(this.attributes.name)) throw new XmlError(`a tag has “${this.attributes.name}” twice`);
      if (this.attributes.written.includes("<")) throw new XmlError("a tag does not end");
      seen.add(this.attributes.name);
    }
  }
}

/** Parses a small part; throws an XmlError. A document type is refused: no part of a workbook has one. */
export function parseXml(source: string): XmlElement {
  const tree = new TreeBuilder();
  const scanner = new XmlScanner(tree);
  scanner.write(source);
  scanner.end();
  if (tree.root === undefined) throw new XmlError("it is empty");
  return tree.root;
}
