import type { Translate } from "../strings/text";
import type { Pair } from "./pair";

/** Besides English; each a script of its own, fetched where somebody reads that language. */
export const languages: Readonly<Record<string, () => Promise<{ readonly pairs: readonly Pair[] }>>> = {
  de: () => import(/* webpackChunkName: "de" */ "./de/german"),
  es: () => import(/* webpackChunkName: "es" */ "./es/spanish"),
  fr: () => import(/* webpackChunkName: "fr" */ "./fr/french"),
  it: () => import(/* webpackChunkName: "it" */ "./it/italian"),
  nl: () => import(/* webpackChunkName: "nl" */ "./nl/dutch"),
};

export interface Language {
  /** As pages name it: de, en. */
  readonly tag: string;
  readonly translate: Translate;
}

const english: Language = { tag: "en", translate: (strings) => strings };

/** The texts of a language by its tag, such as de-CH; English where there is none, or where its script does not come. */
export async function loadLanguage(asked: string): Promise<Language> {
  const tag = asked.toLowerCase().split("-")[0] ?? "";
  const load = Object.hasOwn(languages, tag) ? languages[tag] : undefined;
  const pairs = await load?.().catch(() => undefined);
  if (!pairs) return english;
  const translated = new Map<object, object>(pairs.pairs);
  return {
    tag,
    translate: <Strings extends object>(strings: Strings) =>
      (translated.get(strings) as Strings | undefined) ?? strings,
  };
}
