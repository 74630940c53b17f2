import { hasDraftKey } from "../documents/draftKey";
import { groupBy } from "../base/groupBy";
import { compareText } from "../base/name";
import type { DocumentFacts } from "./documentFacts";

/** A document of each book that are one, or one that has no counterpart. */
export type MetDocuments =
  | { readonly a: DocumentFacts; readonly b: DocumentFacts }
  | { readonly a: DocumentFacts; readonly b: undefined }
  | { readonly a: undefined; readonly b: DocumentFacts };

type IsSame = (a: DocumentFacts, b: DocumentFacts) => boolean;

const sameCurrency: IsSame = (a, b) => a.currency === b.currency;

/** Where several documents share a key, those that are most alike meet first. */
const alike: readonly IsSame[] = [
  (a, b) => sameCurrency(a, b) && a.total.equals(b.total),
  (a, b) => sameCurrency(a, b) && a.document.invoiceNumber === b.document.invoiceNumber,
  sameCurrency,
  () => true,
];

const byNumber = (facts: readonly DocumentFacts[]) =>
  [...facts].sort((a, b) => compareText(a.document.invoiceNumber, b.document.invoiceNumber));

function meetGroup(ofA: readonly DocumentFacts[], ofB: readonly DocumentFacts[]): MetDocuments[] {
  const left = { a: byNumber(ofA), b: byNumber(ofB) };
  const met: MetDocuments[] = [];
  for (const isSame of alike) {
    left.a = left.a.filter((a) => {
      const at = left.b.findIndex((b) => isSame(a, b));
      if (at < 0) return true;
      met.push({ a, b: left.b.splice(at, 1)[0]! });
      return false;
    });
  }
  return [...met, ...left.a.map((a) => ({ a, b: undefined })), ...left.b.map((b) => ({ a: undefined, b }))];
}

/** Documents of two books by their keys, never by number or row; void ones are none. In the order of the keys. */
export function meetDocuments(ofA: readonly DocumentFacts[], ofB: readonly DocumentFacts[]): MetDocuments[] {
  const standing = (facts: readonly DocumentFacts[]) =>
    groupBy(
      facts.filter(({ document }) => !document.isVoid),
      ({ key }) => key,
    );
  const [a, b] = [standing(ofA), standing(ofB)];
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort(compareText);
  return keys.flatMap((key) => meetGroup(a.get(key) ?? [], b.get(key) ?? []));
}

/**
 * Numbers that were given twice: to two documents of a book, or to other documents in one book than in the other, as when
 * two people number copies of it. A void document keeps its number.
 */
export function numbersGivenTwice(
  ofA: readonly DocumentFacts[],
  ofB: readonly DocumentFacts[],
): readonly string[] {
  const numbered = (facts: readonly DocumentFacts[]) =>
    groupBy(
      facts.filter(({ document }) => document.isFinal && !hasDraftKey(document)),
      ({ document }) => document.invoiceNumber,
    );
  const [a, b] = [numbered(ofA), numbered(ofB)];
  const isTwice = (number: string) => {
    const sides = [a.get(number) ?? [], b.get(number) ?? []];
    const keys = new Set(sides.flat().map(({ key }) => key));
    return keys.size > 1 || sides.some(({ length }) => length > 1);
  };
  return [...new Set([...a.keys(), ...b.keys()])].filter(isTwice).sort(compareText);
}
