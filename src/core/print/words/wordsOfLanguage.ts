import { languageCodeOf, type LanguageCode } from "../../calendar/notation";
import { dutch } from "./dutch";
import { english } from "./english";
import { french } from "./french";
import { german } from "./german";
import { italian } from "./italian";
import type { PrintedWords } from "./printedWords";
import { spanish } from "./spanish";

const languages: Readonly<Record<LanguageCode, PrintedWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  it: italian,
};

/** The texts in a customer's language, by its code (de, de-AT) or name; English for all others. */
export function printedWordsOf(language = ""): PrintedWords {
  return languages[languageCodeOf(language) ?? "en"];
}
