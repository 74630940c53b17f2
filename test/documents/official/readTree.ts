import type { Element } from "@xmldom/xmldom";
import { childrenOf } from "./elements";
import type { Group, GroupId, Term, TermId } from "../../../src/core/eInvoice/semantic";
import { creditNoteTypes } from "../../../src/core/eInvoice/rules/codeLists";
import type { XmlElement } from "../../../src/core/eInvoice/syntax/xmlTree";

interface OpenGroup {
  readonly terms: Map<TermId, Term[]>;
  readonly groups: Map<GroupId, OpenGroup[]>;
}

const COMPACT_DATE = /^\s*(\d{4})(\d{2})(\d{2})\s*$/;

const open = (): OpenGroup => ({ terms: new Map(), groups: new Map() });

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** Peppol's cases leave the format of dates out, and call the scheme VA of VAT numbers VAT. */
function isSameAttribute(value: string | null, [name, wanted]: readonly [string, string]): boolean {
  if (name === "format" && value === null) return true;
  return value === wanted || (wanted === "VA" && value === "VAT");
}

/** Whether a child of an element has the attribute that tells it from others of its name. */
function hasAttribute(element: Element, { name, constant }: XmlElement): boolean {
  const named = childrenOf(element).filter(({ nodeName }) => localName(nodeName) === localName(name));
  return (
    constant === undefined ||
    named.length === 0 ||
    named.some((child) => isSameAttribute(child.getAttribute(constant[0]), constant))
  );
}

/** Whether an element has the constants that its place in the tree asks for. */
/** Indicators may be 0 and 1. */
const isSameConstant = (text: string, fixed: string) =>
  text.toUpperCase() === fixed.toUpperCase() || { false: "0", true: "1" }[fixed] === text;

export function fits(element: Element, node: XmlElement): boolean {
  if (localName(element.nodeName) !== localName(node.name)) return false;
  if (node.fixed !== undefined && !node.isLoose)
    return isSameConstant((element.textContent ?? "").trim(), node.fixed);
  if (!(node.children ?? []).every((child) => hasAttribute(element, child))) return false;
  // Official examples leave constants out where they are not the point.
  return (node.children ?? []).filter(isFixed).every((child) => {
    const named = childrenOf(element).filter(({ nodeName }) => localName(nodeName) === localName(child.name));
    return (
      (named.length === 0 && localName(child.name) !== "DocumentTypeCode") ||
      named.some((inner) => fits(inner, child))
    );
  });
}

function isFixed({ fixed, isLoose, children = [] }: XmlElement): boolean {
  return (fixed !== undefined && !isLoose) || (children.length > 0 && children.every(isFixed));
}

function addTerm(group: OpenGroup, id: TermId, term: Term): void {
  group.terms.set(id, [...(group.terms.get(id) ?? []), term]);
}

function addGroup(group: OpenGroup, id: GroupId, isSame: boolean): OpenGroup {
  const known = group.groups.get(id) ?? [];
  const last = known.at(-1);
  if (isSame && last) return last;
  const made = open();
  group.groups.set(id, [...known, made]);
  return made;
}

/** The document as a whole, and what can only be put into its group when all groups are there. */
interface Reading {
  readonly top: OpenGroup;
  readonly later: (() => void)[];
}

function readTerm(element: Element, node: XmlElement, inner: OpenGroup, { top, later }: Reading): void {
  const { term: id, from } = node;
  if (id === undefined) return;
  const said = element.textContent ?? "";
  const text = node.isCompactDate ? said.replace(COMPACT_DATE, "$1-$2-$3") : said;
  const attribute = node.scheme ?? (node.isAmount ? "currencyID" : undefined);
  const scheme = attribute === undefined ? undefined : (element.getAttribute(attribute) ?? undefined);
  const found = scheme === undefined ? { text } : { text, scheme };
  if (from === undefined) addTerm(inner, id, found);
  else if (from === "top") addTerm(top, id, found);
  else
    later.push(() => {
      // A reference alone is no payment; a tax is among the totals, also where there are no others.
      const known = top.groups.get(from)?.[0] ?? (node.isAmount ? addGroup(top, from, false) : undefined);
      if (known) addTerm(known, id, found);
    });
  const other = node.attribute && element.getAttribute(node.attribute[0]);
  if (node.attribute && other !== undefined && other !== null)
    addTerm(inner, node.attribute[1], { text: other });
}

function readElement(element: Element, node: XmlElement, group: OpenGroup, reading: Reading): void {
  const inner = node.group === undefined ? group : addGroup(group, node.group, node.isSameGroup === true);
  readTerm(element, node, inner, reading);
  for (const child of childrenOf(element)) readInto(child, node.children ?? [], inner, reading);
}

function readInto(element: Element, tree: readonly XmlElement[], group: OpenGroup, reading: Reading): void {
  const node = tree.find((entry) => fits(element, entry));
  if (node) readElement(element, node, group, reading);
}

const kindOf = (top: OpenGroup) => top.terms.get("BT-3")?.[0]?.text.trim() ?? "";

/** A document of others as business terms, read by the tree that ours are written by. */
export function readTree(root: Element, tree: readonly XmlElement[]): Group {
  const top = open();
  const later: (() => void)[] = [];
  for (const child of childrenOf(root)) readInto(child, tree, top, { top, later });
  for (const put of later) put();
  const isCreditNote =
    root.localName === "CreditNote" || (root.localName !== "Invoice" && creditNoteTypes.has(kindOf(top)));
  return { ...top, isCreditNote };
}
