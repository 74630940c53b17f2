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
    "copie ancien brouillon copia borrador kopia bozza concept modele plantilla sjabloon beispiel exemple ejemplo esempio " +
    "voorbeeld example forecast forecasts prognose budget planned prevision previsions previsione bak obsolete unused ignore"
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

interface Run {
  readonly key: string;
  readonly isAside: boolean;
}

/** What a name can be a title by: all of it, or a run of its words with others beside them. */
interface NameParts {
  readonly key: string;
  readonly runs: readonly Run[];
}

function partsOf(name: string): NameParts {
  const words = wordsOf(name);
  const isCopy = /\(\d+\)\s*$/.test(name);
  const runs: Run[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let count = Math.min(LONGEST_TITLE, words.length - first); count > 0; count--) {
      const beside = [...words.slice(0, first), ...words.slice(first + count)];
      runs.push({
        key: titleKey(words.slice(first, first + count).join("")),
        isAside: isCopy || beside.some((word) => asideWords.has(word.toLowerCase())),
      });
    }
  }
  return { key: titleKey(name), runs };
}

/** Parts of names lately asked about: every table asks about every sheet. */
const parts = new Map<string, NameParts>();
const NAMES_KEPT = 1000;

function knownParts(name: string): NameParts {
  let known = parts.get(name);
  if (known === undefined) {
    if (parts.size === NAMES_KEPT) parts.clear();
    parts.set(name, (known = partsOf(name)));
  }
  return known;
}

/** How a sheet or Excel table of this name belongs to a table of these names (`namesOf`). */
export function matchName(name: string, titles: ReadonlySet<string>): NameMatch {
  const { key, runs } = knownParts(name);
  if (titles.has(key)) return "plain";
  const run = runs.find((candidate) => titles.has(candidate.key));
  if (run === undefined) return "none";
  return run.isAside ? "putAside" : "beside";
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
