import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languages, loadLanguage } from "./languages";

type Texts = Readonly<Record<string, unknown>>;

const PANE = join(__dirname, "..");

/** Every object of strings in the pane, by its file and name. */
function catalogue(): ReadonlyMap<string, Texts> {
  const files = readdirSync(PANE, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith("languages"))
    .filter((file) => /^export const (?:s|\w+S)trings = \{/m.test(readFileSync(join(PANE, file), "utf8")));
  return new Map(
    files.flatMap((file) => {
      // oxlint-disable-next-line typescript/no-require-imports -- found at run time, one by one
      const module = require(join(PANE, file)) as Readonly<Record<string, Texts>>;
      return Object.entries(module)
        .filter(([name]) => /^strings$|Strings$/.test(name))
        .map(([name, texts]) => [`${file} ${name}`, texts] as const);
    }),
  );
}

/** What a text says when its parameters are marks: the marks that it shows, in order of the alphabet. */
function marksOf(text: unknown): string {
  if (typeof text !== "function") return "";
  const marks = Array.from({ length: text.length }, (_, at) => `‹${String(at)}›`);
  const shown = String((text as (...parameters: readonly string[]) => unknown)(...marks));
  return marks.filter((mark) => shown.includes(mark)).join(" ");
}

/** Where two texts of one place do not say the same: a parameter that one shows and the other drops, an empty text. */
function unlike(place: string, english: unknown, translated: unknown): readonly string[] {
  if (typeof english === "object" && english !== null)
    return Object.entries(english).flatMap(([key, text]) =>
      unlike(`${place}.${key}`, text, (translated as Texts)[key]),
    );
  if (typeof english === "string") return (english === "") === (translated === "") ? [] : [place];
  return marksOf(english) === marksOf(translated) ? [] : [place];
}

const texts = catalogue();

describe.each(Object.keys(languages))("the pane in %s", (tag) => {
  it("has every text, with what the English one shows", async () => {
    const { translate } = await loadLanguage(tag);
    const missing = [...texts].filter(([, english]) => translate(english) === english).map(([name]) => name);
    expect(missing).toEqual([]);
    expect([...texts].flatMap(([name, english]) => unlike(name, english, translate(english)))).toEqual([]);
  });

  it("is chosen for its regions", async () => {
    expect((await loadLanguage(`${tag.toUpperCase()}-XX`)).tag).toBe(tag);
  });
});

it("is English where there is no other", async () => {
  expect(texts.size).toBeGreaterThan(30);
  const { tag, translate } = await loadLanguage("pt-BR");
  const [first] = texts.values();
  expect([tag, translate(first!)]).toEqual(["en", first]);
  expect((await loadLanguage("constructor")).tag).toBe("en");
});
