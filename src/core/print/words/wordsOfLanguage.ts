import { dutch } from "./dutch";
import { english } from "./english";
import { french } from "./french";
import { german } from "./german";
import { italian } from "./italian";
import type { PrintedWords } from "./printedWords";
import { spanish } from "./spanish";

const languages = [english, german, french, spanish, dutch, italian];

const names: readonly (readonly [RegExp, PrintedWords])[] = [
  [/^(?:german|deutsch)$/i, german],
  [/^(?:french|français|francais)$/i, french],
  [/^(?:spanish|español|espanol)$/i, spanish],
  [/^(?:dutch|nederlands)$/i, dutch],
  [/^(?:italian|italiano)$/i, italian],
];

/** The texts in a customer's language, by its code (de, de-AT) or name; English for all others. */
export function printedWordsOf(language = ""): PrintedWords {
  const text = language.trim();
  const code = text.slice(0, 2).toLowerCase();
  const isCode = /^[a-z]{2}(?:[-_].*)?$/i.test(text);
  if (isCode) return languages.find((words) => words.code === code) ?? english;
  return names.find(([name]) => name.test(text))?.[1] ?? english;
}
