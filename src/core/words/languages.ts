import { nameKey } from "../base/name";
import { dutch } from "./dutch";
import { english } from "./english";
import { french } from "./french";
import { german } from "./german";
import { italian } from "./italian";
import { spanish } from "./spanish";
import type { DocumentWords } from "./documentWords";

/** Every language that documents are printed in, each with the names that Customers may call it by. */
const named: readonly (readonly [DocumentWords, readonly string[]])[] = [
  [english, ["english"]],
  [german, ["german", "deutsch"]],
  [french, ["french", "français"]],
  [spanish, ["spanish", "español", "castellano"]],
  [dutch, ["dutch", "nederlands"]],
  [italian, ["italian", "italiano"]],
];

export const languages: readonly DocumentWords[] = named.map(([words]) => words);

const byName: ReadonlyMap<string, DocumentWords> = new Map(
  named.flatMap(([words, names]) => [words.code, ...names].map((name) => [nameKey(name), words] as const)),
);

/** The texts in a customer's language, by its code (de, de-AT, de_CH) or its name; English for all others. */
export function wordsOf(language = ""): DocumentWords {
  const text = language.trim();
  const [code = ""] = text.split(/[-_]/, 1);
  return byName.get(nameKey(text)) ?? (code.length === 2 ? byName.get(nameKey(code)) : undefined) ?? english;
}
