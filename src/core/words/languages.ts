import { languageCodeOf, type LanguageCode } from "../calendar/notation";
import { dutch } from "./dutch";
import { english } from "./english";
import { french } from "./french";
import { german } from "./german";
import { italian } from "./italian";
import { spanish } from "./spanish";
import type { DocumentWords } from "./documentWords";

/** The words of each language that customers are written to in. */
const words: Readonly<Record<LanguageCode, DocumentWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  it: italian,
};

export const languages: readonly DocumentWords[] = Object.values(words);

/** The texts in a customer's language, by its code (de, de-AT) or its name; English for all others. */
export const wordsOf = (language?: string): DocumentWords => words[languageCodeOf(language) ?? "en"];
