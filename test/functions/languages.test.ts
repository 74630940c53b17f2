import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFunctions } from "../../src/taskpane/reports/functions/functionIndex";
import { languages, loadLanguage } from "../../src/taskpane/languages/languages";
import { strings } from "../../src/taskpane/reports/functions/strings";
import {
  functionLanguages,
  functionsMetadata,
  translatedMetadata,
  type FunctionsMetadata,
} from "../../scripts/build/functionsMetadata.cjs";

const ROOT = join(__dirname, "../..");
const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");

it("has every language of the pane, which the manifest names and the pane asks for", async () => {
  const tags = functionLanguages().map(({ tag }) => tag);
  expect(tags.sort()).toEqual(Object.keys(languages).sort());
  for (const tag of tags) {
    expect(manifest).toContain(
      `<bt:Override Locale="${tag}-${tag.toUpperCase()}" Value="https://localhost:3000/functions-${tag}.json" />`,
    );
    expect((await loadLanguage(tag)).translate(strings).descriptions).toBe(`functions-${tag}.json`);
  }
});

/** A text and its example, which each language has its own word for. */
function parts(description: string, word = "Example") {
  const [text = "", example] = description.split(` ${word}: `);
  return { text, example };
}

/** What texts name of another parameter or of a price list's header, and is typed as it is in English. */
const NAMED = ["Up to", "Unit price", "Flat fee", "unique", "limits", "base", "steps"];

/** What is the same in every language: figures, texts in quotes, words in capitals, and those of the names given. */
function fixedParts(text: string, names: readonly string[]): string[] {
  const named = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return [...named, ...(text.match(/"[^"]*"|\d+(?:[-/.]\d+)*\+?|\b[A-Z][A-Z_]+\b|\*/g) ?? [])].sort();
}

/** The translation keeps what is fixed and brings no figure of its own; words in capitals it may have, such as TTC. */
function expectKept(translation: string, original: string, names: readonly string[] = []): void {
  const fixed = fixedParts(original, names);
  const kept = fixedParts(translation, names).filter((part) => fixed.includes(part) || /\d/.test(part));
  expect([translation, ...kept]).toEqual([translation, ...fixed]);
}

let english: FunctionsMetadata;
beforeAll(async () => {
  english = await functionsMetadata();
});

describe.each(functionLanguages().map((language) => [language.tag, language] as const))(
  "the functions in %s",
  (_, language) => {
    it("are all described, and otherwise what they are in English", () => {
      const translated = translatedMetadata(english, language);
      const ids = english.functions.map(({ id }) => id);
      expect(Object.keys(language.descriptions).sort()).toEqual([...ids].sort());
      for (const [index, entry] of translated.functions.entries()) {
        const { description, parameters, ...rest } = entry;
        const { description: original, parameters: _parameters, ...same } = english.functions[index]!;
        expect(rest).toEqual(same);
        expect(description).not.toBe(original);
        // What stands on a page is read in the pane as text and formula, in any language.
        const [shown] = readFunctions({ functions: [entry] });
        const [shownInEnglish] = readFunctions({ functions: [english.functions[index]] });
        expect(shown!.example).toBe(shownInEnglish!.example);
        expect(shown!.description).toBe(language.descriptions[entry.id]);
      }
    });

    it("have every parameter described, and none that is not there; otherwise it is what it is in English", () => {
      const originals = english.functions.flatMap(({ parameters }) => parameters);
      const translated = translatedMetadata(english, language).functions.flatMap(
        ({ parameters }) => parameters,
      );
      const texts = new Set(originals.map(({ description }) => parts(description).text));
      expect(Object.keys(language.parameters).sort()).toEqual([...texts].sort());
      for (const [index, { description, ...rest }] of translated.entries()) {
        const { description: original, ...same } = originals[index]!;
        expect(rest).toEqual(same);
        expect(parts(description, language.example).example).toBe(parts(original).example);
        expect(parts(description, language.example).text).not.toBe(parts(original).text);
        expect(`${description.length < 200 ? "fits" : "too long"}: ${description}`).toMatch(/^fits/);
      }
    });

    it("keep the words and figures that are the same in every language", () => {
      const choices = new Map(english.enums.map(({ id, values }) => [id, values]));
      for (const { id, description, parameters } of english.functions) {
        expectKept(language.descriptions[id]!, parts(description).text);
        for (const { description: original, customEnumId = "" } of parameters) {
          const { text } = parts(original);
          const own = choices.get(customEnumId)?.map(({ stringValue }) => stringValue) ?? [];
          expectKept(language.parameters[text]!, text, [...NAMED, ...own]);
        }
      }
    });
  },
);

it.each(["descriptions", "parameters"])("says which text lacks in the %s", (part) => {
  const [first] = functionLanguages();
  expect(() => translatedMetadata(english, { ...first!, [part]: {} })).toThrow(/: “.+” is missing$/);
});
