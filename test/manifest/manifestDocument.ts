import { DOMParser, onWarningStopParsing, type Element, type Node } from "@xmldom/xmldom";

const SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
const DECLARATION = "http://www.w3.org/2000/xmlns/";
export const BASIC_TYPES = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

export interface ManifestElement {
  /** Local name, with "bt:" in front where the namespace is that of the basic types, whatever prefix the file uses. */
  readonly name: string;
  readonly namespace: string;
  /** By name; the type of an element is "xsi:type". */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly ManifestElement[];
  readonly parent: ManifestElement | undefined;
  readonly text: string;
  readonly line: number;
}

export interface Manifest {
  readonly source: string;
  readonly root: ManifestElement;
  /** Every element, in the order of the file. */
  readonly elements: readonly ManifestElement[];
}

/** Throws where the text is not well-formed, also where a parser could still guess what was meant. */
export function parseManifest(source: string): Manifest {
  const document = new DOMParser({ onError: onWarningStopParsing }).parseFromString(source, "text/xml");
  const elements: ManifestElement[] = [];
  const root = readElement(document.documentElement!, undefined, elements);
  return { source, root, elements };
}

function readElement(
  node: Element,
  parent: ManifestElement | undefined,
  elements: ManifestElement[],
): ManifestElement {
  const namespace = node.namespaceURI ?? "";
  const children: ManifestElement[] = [];
  const element: ManifestElement = {
    name: `${namespace === BASIC_TYPES ? "bt:" : ""}${node.localName ?? node.tagName}`,
    namespace,
    attributes: readAttributes(node),
    children,
    parent,
    text: [...node.childNodes]
      .filter(isText)
      .map((child) => child.nodeValue ?? "")
      .join("")
      .trim(),
    line: node.lineNumber ?? 0,
  };
  elements.push(element);
  for (const child of node.childNodes) {
    if (isElement(child)) children.push(readElement(child, element, elements));
  }
  return element;
}

function readAttributes(node: Element): Map<string, string> {
  const attributes = [...node.attributes].filter(({ namespaceURI }) => namespaceURI !== DECLARATION);
  return new Map(
    attributes.map(({ namespaceURI, localName, name, value }) => [
      namespaceURI === SCHEMA_INSTANCE ? `xsi:${localName ?? name}` : name,
      value,
    ]),
  );
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
const isText = (node: Node) => node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE;

/** How a message names the element. */
export function describeElement({ name, attributes, line }: ManifestElement): string {
  const id = attributes.get("id") ?? attributes.get("resid") ?? attributes.get("Name");
  return `<${name}${id === undefined ? "" : ` ${id}`}> on line ${line}`;
}

export const typeOf = (element: ManifestElement) => element.attributes.get("xsi:type");
export const residOf = (element: ManifestElement) => element.attributes.get("resid");

export function elementsNamed(manifest: Manifest, ...names: readonly string[]): ManifestElement[] {
  return manifest.elements.filter(({ name }) => names.includes(name));
}

/** The elements that a chain of names leads to, from the root's children down. */
export function elementsAt(manifest: Manifest, ...path: readonly string[]): ManifestElement[] {
  return path.reduce<readonly ManifestElement[]>(
    (found, step) => found.flatMap(({ children }) => children.filter(({ name }) => name === step)),
    [manifest.root],
  ) as ManifestElement[];
}

export function hasAncestor({ parent }: ManifestElement, name: string): boolean {
  return parent !== undefined && (parent.name === name || hasAncestor(parent, name));
}

/** A text or address as it stands for one locale: DefaultValue, or Value of an override. */
export interface Localized {
  readonly element: ManifestElement;
  /** Undefined for the default. */
  readonly locale: string | undefined;
  readonly value: string;
}

export const overridesOf = (element: ManifestElement) =>
  element.children.filter(({ name }) => name === "Override" || name === "bt:Override");

export function valuesOf(element: ManifestElement): Localized[] {
  return [
    { element, locale: undefined, value: element.attributes.get("DefaultValue") ?? "" },
    ...overridesOf(element).map(({ attributes }) => ({
      element,
      locale: attributes.get("Locale"),
      value: attributes.get("Value") ?? "",
    })),
  ];
}

/** Elements of Resources by their id; of several with one id, the last. */
export function resourcesOf(manifest: Manifest): Map<string, ManifestElement> {
  return new Map(resourceElements(manifest).map((element) => [element.attributes.get("id") ?? "", element]));
}

export const resourceElements = (manifest: Manifest) =>
  elementsNamed(manifest, "bt:Image", "bt:Url", "bt:String").filter((element) =>
    hasAncestor(element, "Resources"),
  );
