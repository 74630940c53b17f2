import { english } from "./english";
import { german } from "./german";
import type { InvoiceWords } from "./invoiceWords";

/** Every language that the texts exist in. */
export const languages: readonly InvoiceWords[] = [english, german];

/** The texts in a customer's language: German for de, de-AT, German or Deutsch, else English. */
export function wordsOf(language = ""): InvoiceWords {
  return /^(?:de(?:[-_].*)?|german|deutsch)$/i.test(language.trim()) ? german : english;
}
