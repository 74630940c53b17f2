import type { Element } from "@xmldom/xmldom";
import type { Group, GroupId, Term, TermId } from "../../../src/core/eInvoice/semantic";
import type { XmlElement } from "../../../src/core/eInvoice/syntax/xmlTree";

interface OpenGroup {
  readonly terms: Map<TermId, Term[]>;
  readonly groups: Map<GroupId, OpenGroup[]>;
}

const open = (): OpenGroup => ({ terms: new Map(), groups: new Map() });

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

const childrenOf = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);

/** Whether an element has the constants that its place in the tree asks for. */
function fits(element: Element, node: XmlElement): boolean {
  if (localName(element.nodeName) !== localName(node.name)) return false;
  if (node.fixed !== undefined && !node.isLoose)
    return (element.textContent ?? "").trim().toUpperCase() === node.fixed.toUpperCase();
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

function readElement(element: Element, node: XmlElement, group: OpenGroup, top: OpenGroup): void {
  const inner =
    node.group === undefined
      ? group
      : addGroup(group, node.group, node.isSameGroup === true || node.group === "BG-22");
  if (node.term !== undefined) {
    const target =
      node.from === undefined ? inner : node.from === "top" ? top : addGroup(top, node.from, true);
    const text = element.textContent ?? "";
    const attribute = node.scheme ?? (node.isAmount ? "currencyID" : undefined);
    const scheme = attribute === undefined ? undefined : (element.getAttribute(attribute) ?? undefined);
    addTerm(target, node.term, scheme === undefined ? { text } : { text, scheme });
    const other = node.attribute && element.getAttribute(node.attribute[0]);
    if (node.attribute && other !== undefined && other !== null)
      addTerm(target, node.attribute[1], { text: other });
  }
  for (const child of childrenOf(element)) readInto(child, node.children ?? [], inner, top);
}

function readInto(element: Element, tree: readonly XmlElement[], group: OpenGroup, top: OpenGroup): void {
  const node = tree.find((entry) => fits(element, entry));
  if (node) readElement(element, node, group, top);
}

/** A document of others as business terms, read by the tree that ours are written by. */
export function readTree(root: Element, tree: readonly XmlElement[]): Group {
  const top = open();
  for (const child of childrenOf(root)) readInto(child, tree, top, top);
  return top;
}
