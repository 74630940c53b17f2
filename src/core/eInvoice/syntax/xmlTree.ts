import type { GroupId, TermId } from "../semantic";

/** Which of the two documents of UBL an element belongs to, where the other has none. */
export type DocumentElement = "Invoice" | "CreditNote";

/**
 * An element of a syntax and what it says: a term, a group of terms, a constant, or the elements within it. A syntax is
 * one such tree in the order of its schema; by it a document is written, and read again.
 */
export interface XmlElement {
  readonly name: string;
  readonly term?: TermId;
  /** Where the term is, if not in the group that surrounds it: at the top, or in the first of these groups there. */
  readonly from?: "top" | GroupId;
  /** The attribute for the scheme of the term. */
  readonly scheme?: string;
  /** Two elements for one term: one for identifiers of a list, one for others. */
  readonly takes?: "listed" | "unlisted";
  /** The attribute for another term of the group: the unit of a quantity. */
  readonly attribute?: readonly [string, TermId];
  /** An attribute that never changes. */
  readonly constant?: readonly [string, string];
  /** An amount names its currency. */
  readonly isAmount?: true;
  /** A date as yyyymmdd. */
  readonly isCompactDate?: true;
  /** Documents of others say the term here too; ours never do. */
  readonly isOnlyRead?: true;
  readonly fixed?: string;
  /** A document of others may have another text where ours has the constant. */
  readonly isLoose?: true;
  readonly group?: GroupId;
  /** It says more of the group that an element before it began. */
  readonly isSameGroup?: true;
  /** The schema wants it, if only empty. */
  readonly isRequired?: true;
  readonly only?: DocumentElement;
  readonly children?: readonly XmlElement[];
}

type More = Omit<XmlElement, "name" | "children">;

/** An element with others within it. */
export function element(name: string, children: readonly XmlElement[], more: More = {}): XmlElement {
  return { name, children, ...more };
}

/** An element for a group, once for each. */
export function groupElement(
  name: string,
  group: GroupId,
  children: readonly XmlElement[],
  more: More = {},
): XmlElement {
  return { name, group, children, ...more };
}

/** An element with the text of a term. */
export function term(name: string, id: TermId, more: More = {}): XmlElement {
  return { name, term: id, ...more };
}

/** An element with the amount of a term. */
export function amount(name: string, id: TermId, more: More = {}): XmlElement {
  return { name, term: id, isAmount: true, ...more };
}

export function fixed(name: string, text: string, more: More = {}): XmlElement {
  return { name, fixed: text, ...more };
}
