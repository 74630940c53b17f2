import { firstGroup, groupsOf, termsOf, textOf, type Group, type Term } from "../semantic";
import type { DocumentElement, XmlElement } from "./xmlTree";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);
const escapedAttribute = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

interface Writing {
  readonly top: Group;
  readonly document: DocumentElement;
  readonly currency: string;
}

type Attributes = readonly (readonly [string, string])[];

function tag(name: string, attributes: Attributes): string {
  return `<${name}${attributes.map(([key, value]) => ` ${key}="${escapedAttribute(value)}"`).join("")}>`;
}

function attributesOf(node: XmlElement, { scheme }: Term, group: Group, { currency }: Writing): Attributes {
  const unit = node.attribute && textOf(group, node.attribute[1]);
  return [
    ...(node.scheme !== undefined && scheme !== undefined && scheme !== ""
      ? [[node.scheme, scheme] as const]
      : []),
    ...(node.attribute && unit !== undefined && unit !== "" ? [[node.attribute[0], unit] as const] : []),
    ...(node.isAmount ? [["currencyID", currency] as const] : []),
    ...(node.constant ? [node.constant] : []),
  ];
}

function termLines(node: XmlElement, group: Group, writing: Writing): string[] {
  const source =
    node.from === undefined ? group : node.from === "top" ? writing.top : firstGroup(writing.top, node.from);
  if (node.term === undefined || source === undefined) return [];
  const isTaken = ({ scheme = "" }: Term) =>
    node.takes === undefined || (node.takes === "listed") === (scheme !== "");
  return termsOf(source, node.term)
    .filter(isTaken)
    .map((found) => {
      const text = node.isCompactDate ? found.text.replaceAll("-", "") : found.text.trim();
      return `${tag(node.name, attributesOf(node, found, source, writing))}${escaped(text)}</${node.name}>`;
    });
}

/** Lines of XML, and whether they say anything that is not a constant. */
interface Lines {
  readonly lines: readonly string[];
  readonly isSaid: boolean;
}

const nothing: Lines = { lines: [], isSaid: false };

function together(parts: readonly Lines[]): Lines {
  return { lines: parts.flatMap(({ lines }) => lines), isSaid: parts.some(({ isSaid }) => isSaid) };
}

/** Whether it is the same in every document. */
function isConstant({ fixed, children = [] }: XmlElement): boolean {
  return fixed !== undefined || (children.length > 0 && children.every(isConstant));
}

/** The lines of an element; one in which nothing but constants would be is left away. */
function linesOf(node: XmlElement, group: Group, writing: Writing): Lines {
  if (node.isOnlyRead || (node.only !== undefined && node.only !== writing.document)) return nothing;
  if (node.group !== undefined) {
    const { group: id, ...rest } = node;
    return together(groupsOf(group, id).map((inner) => linesOf(rest, inner, writing)));
  }
  if (node.term !== undefined) {
    const lines = termLines(node, group, writing);
    return { lines, isSaid: lines.length > 0 };
  }
  if (node.fixed !== undefined) {
    const opening = tag(node.name, node.constant ? [node.constant] : []);
    return { lines: [`${opening}${escaped(node.fixed)}</${node.name}>`], isSaid: false };
  }
  const { lines, isSaid } = together((node.children ?? []).map((child) => linesOf(child, group, writing)));
  if (!isSaid && isConstant(node)) return { lines: [`<${node.name}>`, ...lines, `</${node.name}>`], isSaid };
  if (!isSaid && node.isRequired) return { lines: [`<${node.name}/>`], isSaid };
  return isSaid ? { lines: [`<${node.name}>`, ...lines, `</${node.name}>`], isSaid } : nothing;
}

export interface XmlRoot {
  readonly name: string;
  readonly namespaces: readonly (readonly [string, string])[];
  readonly tree: readonly XmlElement[];
  readonly document: DocumentElement;
}

/** A document as XML, an element a line and nothing between the lines, so that the same document is the same bytes. */
export function writeXml({ name, namespaces, tree, document }: XmlRoot, top: Group): string {
  const writing: Writing = { top, document, currency: textOf(top, "BT-5") };
  const { lines } = together(tree.map((node) => linesOf(node, top, writing)));
  return ['<?xml version="1.0" encoding="UTF-8"?>', tag(name, namespaces), ...lines, `</${name}>`, ""].join(
    "\n",
  );
}
