import { DOMParser, type Element } from "@xmldom/xmldom";

export const childrenOf = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);

export function parse(text: string): Element | undefined {
  return new DOMParser().parseFromString(text, "text/xml").documentElement ?? undefined;
}
