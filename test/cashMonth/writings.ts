import type { Draw } from "./draw";

type Writing = (number: string) => string;

/** Ways of writing a number that mean it still. */
const writings: readonly Writing[] = [
  (number) => number,
  (number) => `Rechnung ${number}`,
  (number) => `Rg.Nr. ${number} vom 14.09.2026`,
  (number) => number.toLowerCase(),
  (number) => number.replace(/[-/]/g, " "),
  (number) => number.replace(/-/g, ""),
  (number) => `SVWZ+RE ${number} EREF+ZV${number.length}0077 Vielen Dank`,
  (number) => `${number} Kd.-Nr. 88213, EUR 1.250,00 abzgl. Skonto`,
  (number) => `INVOICE ${number} / YOUR REF`,
];

export const written = (draw: Draw, number: string): string => draw.of(writings)(number);

/** A number with one mistake: a digit changed, two changed places, one missing. */
export function mistyped(draw: Draw, number: string): string {
  const places = [...number.matchAll(/\d/g)].map(({ index }) => index).slice(-4);
  const at = draw.of(places);
  const digit = Number(number[at]);
  return draw.of<Writing>([
    (text) => text.slice(0, at) + String((digit + draw.whole(1, 9)) % 10) + text.slice(at + 1),
    (text) => text.slice(0, at - 1) + text[at]! + text[at - 1]! + text.slice(at + 1),
    (text) => text.slice(0, at) + text.slice(at + 1),
  ])(number);
}

/** Several numbers as people list them. */
export function listed(draw: Draw, numbers: readonly string[]): string {
  const [first = "", ...others] = numbers;
  const ending = (number: string) => /\d+$/.exec(number)?.[0] ?? number;
  return draw.byWeight<() => string>([
    [() => numbers.join(", "), 3],
    [() => `Re. ${numbers.join(" + ")}`, 2],
    [() => numbers.join(" u. "), 1],
    [() => [first, ...others.map(ending)].join(", "), 1],
    [() => numbers.map((number) => number.replace(/[-/]/g, " ")).join("; "), 1],
  ])();
}

/** What says nothing of an invoice. */
export const silent = (draw: Draw): string =>
  draw.of([
    "",
    "Zahlung",
    "Danke",
    "Sammelüberweisung",
    "monthly payment",
    "laut Vereinbarung",
    "offene Posten",
  ]);
