import { plainXml } from "../../xml/plainXml";
import { parseXml, type XmlElement } from "../../xml/xml";

export function elementAt(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  let found: XmlElement | undefined = element;
  for (const name of path) found = found?.child(name);
  return found;
}

/** The text of an element without others in it; undefined where there is none. */
export function leafText(element: XmlElement): string | undefined {
  if (element.children.length > 0) return undefined;
  const { inner } = element;
  // Comments and CDATA are rare; only they pay for a look at the markup.
  const text = inner.includes("<") ? parseXml(plainXml(`<t>${inner}</t>`)).text : element.text;
  return text.trim() || undefined;
}

/** The text of the element that a path of names leads to; undefined where there is none. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | undefined {
  const found = elementAt(element, ...path);
  return found && leafText(found);
}

/** The texts of all elements of a name. */
export const textsOf = (element: XmlElement | undefined, name: string): string[] =>
  (element?.childrenNamed(name) ?? []).flatMap((child) => leafText(child) ?? []);
