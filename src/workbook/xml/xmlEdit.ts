import type { XmlElement } from "./xml";
import { escapeAttribute } from "./xmlText";

/** Replaces the characters from `start` up to `end`. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The source with all edits made; edits of one place are made in the order given. */
export function applyEdits(source: string, edits: readonly XmlEdit[]): string {
  const inOrder = [...edits].sort((left, right) => left.start - right.start);
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, text } of inOrder) {
    if (start < position) throw new Error("Two edits of an XML part overlap.");
    pieces.push(source.slice(position, start), text);
    position = end;
  }
  pieces.push(source.slice(position));
  return pieces.join("");
}

/** Takes an element out. */
export function removeElement(element: XmlElement): XmlEdit {
  return { start: element.start, end: element.end, text: "" };
}

/** Puts text in the place of all that is between an element's tags. */
export function replaceContent(element: XmlElement, text: string): XmlEdit {
  if (!element.selfClosing) return { start: element.contentStart, end: element.contentEnd, text };
  return openSelfClosing(element, text);
}

/** Adds text after an element's last child. */
export function appendContent(element: XmlElement, text: string): XmlEdit {
  if (!element.selfClosing) return { start: element.contentEnd, end: element.contentEnd, text };
  return openSelfClosing(element, text);
}

function openSelfClosing(element: XmlElement, text: string): XmlEdit {
  const slash = element.source.lastIndexOf("/", element.contentStart);
  return { start: slash, end: element.contentStart, text: `>${text}</${element.qualifiedName}>` };
}

/** Sets an attribute without a prefix, or takes it away. */
export function setAttribute(element: XmlElement, name: string, value: string | undefined): XmlEdit {
  const written = value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`;
  const nameEnd = element.start + 1 + element.qualifiedName.length;
  const { start, end } = element.attributeSpan(name) ?? { start: nameEnd, end: nameEnd };
  return { start, end, text: written };
}

/**
 * Adds a child in its place of the schema's sequence: after the last of those that come before it.
 * `order` names the children of `parent` in that sequence.
 */
export function insertInOrder(
  parent: XmlElement,
  order: readonly string[],
  name: string,
  text: string,
): XmlEdit {
  const before = new Set(order.slice(0, order.indexOf(name)));
  const previous = parent.children.filter((child) => before.has(child.name)).at(-1);
  if (parent.selfClosing) return openSelfClosing(parent, text);
  const position = previous?.end ?? parent.contentStart;
  return { start: position, end: position, text };
}
