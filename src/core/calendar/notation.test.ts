import { Decimal } from "../money/decimal";
import { dayOf } from "./day";
import { languageCodeOf, notations, unspokenNotation, type Notation } from "./notation";

const shown = (notation: Notation) => [
  notation.day(dayOf(2026, 10, 5)),
  notation.money(new Decimal("1234567.5"), "EUR"),
  notation.figure(new Decimal("-1000.25")),
  notation.price(new Decimal("0.0125"), "EUR"),
];

it.each([
  ["en", ["5 Oct 2026", "1,234,567.50", "−1,000.25", "0.0125"]],
  ["de", ["05.10.2026", "1.234.567,50", "−1.000,25", "0,0125"]],
  ["fr", ["05/10/2026", "1\u00a0234\u00a0567,50", "−1\u00a0000,25", "0,0125"]],
  ["es", ["05/10/2026", "1.234.567,50", "−1.000,25", "0,0125"]],
  ["nl", ["05-10-2026", "1.234.567,50", "−1.000,25", "0,0125"]],
  ["it", ["05/10/2026", "1.234.567,50", "−1.000,25", "0,0125"]],
] as const)("days and figures in %s", (code, texts) => {
  expect(shown(notations[code])).toEqual(texts);
});

it("is the same for all where nobody said a language", () => {
  expect(shown(unspokenNotation)).toEqual(["2026-10-05", "1,234,567.50", "−1,000.25", "0.0125"]);
});

it.each([
  ["de", "de"],
  ["DE-at", "de"],
  [" Deutsch ", "de"],
  ["Français", "fr"],
  ["nederlands", "nl"],
  ["en_GB", "en"],
  ["English", "en"],
  ["pl", undefined],
  ["Polish", undefined],
  ["constructor", undefined],
  ["", undefined],
  [undefined, undefined],
])("the language of %j is %s", (text, code) => {
  expect(languageCodeOf(text)).toBe(code);
});
