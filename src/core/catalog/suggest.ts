import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";

function looseKey(id: string): string {
  return nameKey(id).replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ""));
}

/**
 * " (is “CT-0017” meant?)" when exactly one known id differs only in case, punctuation or leading zeros; an id is
 * never corrected silently.
 */
export function suggestId(id: string, known: Iterable<string>): string {
  return idSuggester(known)(id);
}

/** The same for many ids: the known ones are looked at once, and not before the first is asked for. */
export function idSuggester(known: Iterable<string>): (id: string) => string {
  let byKey: ReadonlyMap<string, readonly string[]> | undefined;
  return (id) => {
    byKey ??= groupBy(known, looseKey);
    const alike = byKey.get(looseKey(id)) ?? [];
    return alike.length === 1 ? ` (is “${alike[0]!}” meant?)` : "";
  };
}
