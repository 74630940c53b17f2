import fc from "fast-check";
import { TextDictionary } from "./textDictionary";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** UTF-8 has none for half a character. */
const isWhole = (text: string): boolean => decode(encode(text)) === text;
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("TextDictionary", () => {
  it("gives each distinct text one index, in the order in which they came", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.oneof(
              fc.string({ maxLength: 3 }),
              fc.constantFrom("é", "日本", "", "\ud800", "a longer text of ASCII"),
            ),
            fc.boolean(),
          ),
        ),
        (asked) => {
          const dictionary = new TextDictionary();
          const indexes = new Map<string, number>();
          for (const [text, isBytes] of asked) {
            if (!indexes.has(text)) indexes.set(text, indexes.size);
            const bytes = encode(`<${text}>`);
            const index =
              isBytes && isWhole(text)
                ? dictionary.indexOfBytes(bytes, 1, bytes.length - 1, decode)
                : dictionary.indexOf(text);
            expect(index).toBe(indexes.get(text));
          }
          const texts = [...indexes.keys()];
          expect([[...dictionary.texts], dictionary.texts.length]).toEqual([texts, texts.length]);
          expect(texts.map((_, index) => dictionary.texts.at(index))).toEqual(texts);
          for (const none of [-1, NaN, texts.length]) expect(dictionary.texts.at(none)).toBeUndefined();
        },
      ),
    );
  });

  it("keeps its indexes while it grows, and knows the texts that it begins with", () => {
    const texts = Array.from({ length: 5000 }, (_, index) => `E${String(index * 7)}`);
    const grown = new TextDictionary();
    for (const text of texts) grown.indexOf(text);
    for (const dictionary of [grown, new TextDictionary([...texts])]) {
      expect(texts.map((text) => dictionary.indexOf(text))).toEqual(texts.map((_, index) => index));
      expect(dictionary.indexOf("another")).toBe(texts.length);
      // Beyond the texts that are kept as strings once they were asked for.
      expect(texts.map((_, index) => dictionary.texts.at(index))).toEqual(texts);
    }
  });
});
