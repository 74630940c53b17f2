import { nameKey } from "../base/name";

function looseKey(id: string): string {
  return nameKey(id).replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ""));
}

/**
 * " (is “CT-0017” meant?)" when exactly one known id differs only in case, punctuation or leading zeros; an id is
 * never corrected silently.
 */
export function suggestId(id: string, known: Iterable<string>): string {
  const key = looseKey(id);
  const alike = [...known].filter((candidate) => looseKey(candidate) === key);
  return alike.length === 1 ? ` (is “${alike[0]!}” meant?)` : "";
}
