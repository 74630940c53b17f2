import type { Element } from "@xmldom/xmldom";
import type { XmlElement } from "../../../src/core/eInvoice/syntax/xmlTree";
import { childrenOf } from "./elements";
import { fits } from "./readTree";

/** Numbers from 0 to 1 that a seed decides. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Known {
  readonly element: Element;
  readonly node: XmlElement;
}

/** Elements that say a term, a group of terms, or hold such: what a syntax always writes alike is none of them. */
function knownElements(parent: Element, tree: readonly XmlElement[]): Known[] {
  return childrenOf(parent).flatMap((element): Known[] => {
    const node = tree.find((entry) => fits(element, entry));
    if (!node || node.fixed !== undefined || node.isOnlyRead) return [];
    return [{ element, node }, ...knownElements(element, node.children ?? [])];
  });
}

const CODES = (
  "S Z E AE K G O L M B 30 31 42 48 49 50 57 58 59 93 97 380 384 326 DE NL DK SE GR IS IT NO US XX EUR USD SEK XXX " +
  "0088 0184 0192 0208 0007 9930 9933 EM 0106 0196 C62 HUR ZZ 95 41 FC AA VATEX-EU-AE VATEX-EU-G VATEX-EU-O 3 35"
).split(" ");

const isNumber = (text: string) => /^-?\d+(?:\.\d+)?$/.test(text);
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) || /^20\d{6}$/.test(text);

function otherNumber(text: string, random: () => number): string {
  const value = Number(text);
  const choices = [
    value + 0.01,
    value - 0.01,
    value + 1,
    value - 1,
    -value,
    0,
    value * 2,
    value + 0.005,
    value / 3,
  ];
  const chosen = choices[Math.floor(random() * choices.length)] ?? 0;
  return String(Math.round(chosen * 10000) / 10000);
}

const otherDay = (text: string, random: () => number) =>
  text.replace(/^\d{4}/, String(Number(text.slice(0, 4)) + (random() < 0.5 ? 1 : -1)));

function otherText(text: string, random: () => number): string {
  if (isDay(text)) return otherDay(text, random);
  if (isNumber(text) && random() < 0.85) return otherNumber(text, random);
  const code = CODES[Math.floor(random() * CODES.length)] ?? "XX";
  return (
    [code, `${text}x`, text.slice(1), text.toLowerCase(), `${code}${text.slice(2)}`][
      Math.floor(random() * 5)
    ] ?? code
  );
}

/** Attributes that terms have, by names that differ between syntaxes. */
const ATTRIBUTES = ["currencyID", "schemeID", "unitCode", "listID", "mimeCode"];

function changeAttribute(element: Element, random: () => number): boolean {
  const there = ATTRIBUTES.filter((name) => element.hasAttribute(name));
  const name = there[Math.floor(random() * there.length)];
  if (name === undefined) return false;
  if (random() < 0.3) element.removeAttribute(name);
  else element.setAttribute(name, CODES[Math.floor(random() * CODES.length)] ?? "XX");
  return true;
}

/** Takes an element away; the bank of an account is said in an element of its own, and goes with it. */
function remove(element: Element): Element | undefined {
  const parent = element.parentNode?.nodeType === 1 ? (element.parentNode as Element) : undefined;
  element.parentNode?.removeChild(element);
  if (parent && element.localName === "PayeePartyCreditorFinancialAccount")
    for (const sibling of childrenOf(parent))
      if (sibling.localName === "PayeeSpecifiedCreditorFinancialInstitution") parent.removeChild(sibling);
  return parent;
}

/** Takes away a term or a group, and what would be empty then: no document has empty elements, or no totals. */
function drop(element: Element, { term, group }: XmlElement): boolean {
  if ((term === undefined && group === undefined) || group === "BG-22") return false;
  const parent = remove(element);
  if (parent && childrenOf(parent).length === 0) remove(parent);
  return true;
}

/** Groups that a document may have many of. */
const MANY = new Set([
  "BG-3",
  "BG-16",
  "BG-20",
  "BG-21",
  "BG-23",
  "BG-24",
  "BG-25",
  "BG-27",
  "BG-28",
  "BG-32",
]);

/** Drops, doubles or alters one of what a document says; false where nothing was done. */
export function mutate(root: Element, tree: readonly XmlElement[], random: () => number): boolean {
  const known = knownElements(root, tree).filter(({ node }) => node.term !== "BT-3");
  const chosen = known[Math.floor(random() * known.length)];
  if (!chosen) return false;
  const { element, node } = chosen;
  const isConstant = node.constant !== undefined;
  const act = random();
  if (act < 0.35) return drop(element, node);
  if (node.group !== undefined && MANY.has(node.group) && node.isSameGroup !== true) {
    element.parentNode?.insertBefore(element.cloneNode(true), element);
    return true;
  }
  if (node.term === undefined) return false;
  if (act < 0.5 && !isConstant) return changeAttribute(element, random);
  element.textContent = otherText((element.textContent ?? "").trim(), random);
  return element.textContent !== "";
}
