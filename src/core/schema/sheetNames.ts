import { nameKey } from "../base/name";
import { remembered } from "../base/remembered";
import type { TableDefinition } from "./table";

/** How a sheet is named after a table. */
export type NameMatch =
  /** Exactly so, singular and plural alike. */
  | "plain"
  /** With a month, a date, a number or a word beside it: Usage Oct, Prices 2026. */
  | "beside"
  /** With a word that says that it is not the one in use: Usage old, Usage (2). */
  | "putAside"
  | "none";

const asideWords = new Set(
  (
    "copy old backup draft test sample template archive archived kopie alt sicherung entwurf muster vorlage archiv " +
    "copie ancien brouillon copia borrador"
  ).split(" "),
);

/** nameKey without a plural s, for titles of tables. */
export function titleKey(text: string): string {
  return nameKey(text).replace(/s$/, "");
}

/** The keys of a table's title and of its synonyms. */
export const namesOf = remembered(
  ({ title, synonyms }: TableDefinition): ReadonlySet<string> => new Set([title, ...synonyms].map(titleKey)),
);

/** The words of a name: "Usage (Oct)" is Usage and Oct. */
function wordsOf(name: string): string[] {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Longest run of words that a title has: "Line items of usage data" never names a table by more. */
const LONGEST_TITLE = 4;

/** Whether a sheet or Excel table has exactly one of these names (`namesOf`). */
export const isPlainName = (name: string, titles: ReadonlySet<string>) => titles.has(titleKey(name));

/** How a sheet or Excel table of this name belongs to a table of these names (`namesOf`). */
export function matchName(name: string, titles: ReadonlySet<string>): NameMatch {
  if (isPlainName(name, titles)) return "plain";
  const words = wordsOf(name);
  for (let first = 0; first < words.length; first++) {
    for (let count = Math.min(LONGEST_TITLE, words.length - first); count > 0; count--) {
      if (!titles.has(titleKey(words.slice(first, first + count).join("")))) continue;
      const beside = [...words.slice(0, first), ...words.slice(first + count)];
      const isAside = /\(\d+\)\s*$/.test(name) || beside.some((word) => asideWords.has(word.toLowerCase()));
      return isAside ? "putAside" : "beside";
    }
  }
  return "none";
}

const summaryWords = new Set(
  (
    "summary summaries pivot total totals subtotal subtotals overview zusammenfassung ubersicht uebersicht summe summen " +
    "gesamt pivottabelle recapitulatif recap resume resumen overzicht totaal draaitabel"
  ).split(" "),
);
const byWords = new Set("by per nach je pro par por".split(" "));
const groupWords = new Set(
  (
    "day week month quarter year customer client account contract meter product service item region monat monaten kunde " +
    "kunden vertrag produkt jahr woche tag mois client mes cliente"
  ).split(" "),
);

/** Whether the name of a sheet says that it sums up others: Usage summary, Usage by month, Verbrauch Übersicht. */
export function saysSummary(name: string): boolean {
  const words = wordsOf(name).map((word) => word.toLowerCase());
  return words.some(
    (word, index) => summaryWords.has(word) || (byWords.has(word) && groupWords.has(words[index + 1] ?? "")),
  );
}
