import { nameKey } from "./name";

/**
 * Letters to change, add or leave out to make one text of the other; more than `most` where it takes more. Many
 * names are compared with many, so that a pair is given up as soon as it cannot be near: Seler and Seller take 1.
 */
export function editsBetween(a: string, b: string, most: number): number {
  let start = 0;
  let [endA, endB] = [a.length, b.length];
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  if (Math.abs(endA - endB) > most) return most + 1;
  let above = Array.from({ length: endB - start + 1 }, (_, i) => i);
  for (let i = start; i < endA; i++) {
    const row = [i - start + 1];
    for (let j = start; j < endB; j++) {
      const at = j - start;
      const change = above[at]! + (a.charCodeAt(i) === b.charCodeAt(j) ? 0 : 1);
      row.push(Math.min(change, above[at + 1]! + 1, row[at]! + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    above = row;
  }
  return above[endB - start]!;
}

/** The words of a name, as names are compared: “UnitPrice, net” is unit, price, net. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .split(/[^\p{L}\p{N}]+/u)
    .map(nameKey)
    .filter((word) => word !== "");
}
