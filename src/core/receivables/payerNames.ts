import { addAll } from "../base/manyValues";
import { compareText, nameKey } from "../base/name";

/** Letters that banks write in two: MUELLER is Müller. */
const inTwo: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "oe",
  å: "aa",
};
const legalForms: ReadonlySet<string> = new Set(
  (
    "ab ag aps as bv co company corp corporation eg ek ev gbr gmbh inc incorporated kg kgaa limited llc llp ltd mbh " +
    "nv ohg oy plc pty sa sarl sas se sl slu spa srl und ug"
  ).split(" "),
);

/** Banks cut names at 27, 35 or 70 characters: so much must be left to tell whose it was. */
const LEAST_OF_A_CUT_NAME = 20;

/** Words of a name as banks write it: accents in two letters, B.V. as bv. */
function wordsOf(name: string): string[] {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæøå]/g, (letter) => inTwo[letter] ?? letter)
    .replace(/\./g, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(nameKey)
    .filter((word) => word !== "");
}

/** A name without its legal form: "BAECKER FOODS GMBH & CO. KG" and "Bäcker Foods" are both baeckerfoods. */
export function bareName(name: string): string {
  const words = wordsOf(name);
  let count = words.length;
  while (count > 1 && legalForms.has(words[count - 1]!)) count--;
  return words.slice(0, count).join("");
}

/** The customers that a payer's name means, by the ways in which banks write names. */
export type PayerNames = (payer: string) => readonly string[];

/** Builds the index once: names without legal forms, and names of which a bank left the beginning. */
export function payerNames(
  customers: Iterable<{ readonly customerId: string; readonly customerName: string }>,
): PayerNames {
  const ids = new Map<string, Set<string>>();
  for (const { customerId, customerName } of customers) {
    const key = bareName(customerName);
    if (key === "") continue;
    ids.set(key, (ids.get(key) ?? new Set()).add(customerId));
  }
  const keys = [...ids.keys()].sort(compareText);
  /** The first name that is not before a text. */
  const firstFrom = (text: string): number => {
    let [low, high] = [0, keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareText(keys[middle]!, text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const begunBy = (text: string): string[] => {
    const found: string[] = [];
    for (let index = firstFrom(text); keys[index]?.startsWith(text) === true; index++)
      addAll(found, ids.get(keys[index]!) ?? []);
    return found;
  };
  return (payer) => {
    const key = bareName(payer);
    const named = ids.get(key);
    if (named) return [...named];
    return key.length >= LEAST_OF_A_CUT_NAME ? begunBy(key) : [];
  };
}
