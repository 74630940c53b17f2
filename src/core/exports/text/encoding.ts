/** In front of UTF-8 for programs that take it for another encoding without. */
export const BYTE_ORDER_MARK = "\ufeff";

export type Encoding = "utf-8" | "windows-1252";

/** The characters that windows-1252 has from 0x80 to 0x9F; all others of its second half are those of Unicode. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const UNUSED = new Set([..."\u0081\u008d\u008f\u0090\u009d"]);
const HIGH_BYTES: ReadonlyMap<string, number> = new Map(
  [...HIGH].flatMap((character, index) =>
    UNUSED.has(character) ? [] : [[character, 0x80 + index] as const],
  ),
);

/** The byte of a character in windows-1252; undefined where it has none. */
function byteOf(character: string): number | undefined {
  const code = character.codePointAt(0)!;
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : HIGH_BYTES.get(character);
}

/** Letters that are no other letter with a mark. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ł: "l",
    Ł: "L",
    đ: "d",
    Đ: "D",
    ħ: "h",
    Ħ: "H",
    ı: "i",
    ŧ: "t",
    Ŧ: "T",
    "\u2011": "-",
    "\u202f": " ",
  }),
);

/** A text as an encoding has it; `lacking` is the first character that it has in no form. */
export interface EncodedText {
  readonly text: string;
  readonly lacking: string | undefined;
}

/** A text as an encoding has it: in windows-1252 a letter that it lacks loses its marks, so that Č becomes C. */
export function inEncoding(text: string, encoding: Encoding): EncodedText {
  if (encoding === "utf-8") return { text, lacking: undefined };
  let lacking: string | undefined;
  const written = [...text.normalize("NFC")].map((character) => {
    if (byteOf(character) !== undefined) return character;
    const bare = PLAIN.get(character) ?? character.normalize("NFD").replace(/\p{M}/gu, "");
    if (bare !== "" && [...bare].every((part) => byteOf(part) !== undefined)) return bare;
    lacking ??= character;
    return "?";
  });
  return { text: written.join(""), lacking };
}

/** The bytes of a text of which every character is in windows-1252. */
export function windows1252Bytes(text: string): Uint8Array {
  return Uint8Array.from([...text], (character) => {
    const byte = byteOf(character);
    if (byte === undefined) throw new Error(`windows-1252 has no ${character}`);
    return byte;
  });
}
