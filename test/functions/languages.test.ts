import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFunctions } from "../../src/taskpane/reports/functions/functionIndex";
import { languages, loadLanguage } from "../../src/taskpane/languages/languages";
import { strings } from "../../src/taskpane/reports/functions/strings";
import {
  functionLanguages,
  functionsMetadata,
  translatedMetadata,
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

describe.each(functionLanguages().map((language) => [language.tag, language] as const))(
  "the functions in %s",
  (_, language) => {
    it("are all described, and otherwise what they are in English", async () => {
      const english = await functionsMetadata();
      const translated = translatedMetadata(english, language);
      const ids = english.functions.map(({ id }) => id);
      expect(Object.keys(language.descriptions).sort()).toEqual([...ids].sort());
      for (const [index, entry] of translated.functions.entries()) {
        const { description, ...rest } = entry;
        const { description: original, ...same } = english.functions[index]!;
        expect(rest).toEqual(same);
        expect(description).not.toBe(original);
        // What stands on a page is read in the pane as text and formula, in any language.
        const [shown] = readFunctions({ functions: [entry] });
        const [shownInEnglish] = readFunctions({ functions: [english.functions[index]] });
        expect(shown!.example).toBe(shownInEnglish!.example);
        expect(shown!.description).toBe(language.descriptions[entry.id]);
      }
    });

    it("keep the words and figures that are the same in every language", async () => {
      const english = await functionsMetadata();
      for (const { id, description } of english.functions) {
        const [text = ""] = description.split(" Example: ");
        const fixed = text.match(/[A-Z]{3,}_[A-Z]+|\b(?:USD|JPY|BHD)\b|\d+-\d+|91\+/g) ?? [];
        for (const word of fixed)
          expect([id, language.descriptions[id]]).toEqual([id, expect.stringContaining(word)]);
      }
    });
  },
);

it("says which function lacks a description", async () => {
  const english = await functionsMetadata();
  const [first] = functionLanguages();
  expect(() => translatedMetadata(english, { ...first!, descriptions: {} })).toThrow(/is missing$/);
});
