import { groupBy } from "../base/groupBy";
import { nameKey } from "../base/name";

function looseKey(id: string): string {
  return nameKey(id).replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ""));
}

/** Finds what an unknown id is meant to be among the known ones. */
export type SuggestId = (id: string) => string;

/**
 * " (is “CT-0017” meant?)" when exactly one known id differs only in case, punctuation or leading zeros; an id is
 * never corrected silently. The known ids are sorted once, however many are unknown.
 */
export function suggester(known: () => Iterable<string>): SuggestId {
  let byKey: ReadonlyMap<string, readonly string[]> | undefined;
  return (id) => {
    byKey ??= groupBy(known(), looseKey);
    const alike = byKey.get(looseKey(id)) ?? [];
    const [only, ...more] = alike;
    if (only === undefined || more.length > 0) return "";
    return ` (is “${only}” meant?)`;
  };
}

/** The same for a single id. */
export function suggestId(id: string, known: Iterable<string>): string {
  return suggester(() => known)(id);
}
