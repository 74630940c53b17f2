import { LAST_DAY, parseIsoDay } from "../calendar/day";
import { Decimal } from "../money/decimal";
import { wrapText } from "../sheets/invoiceSheet/text";
import { sizes } from "../sheets/invoiceSheet/styles";
import { languages, wordsOf } from "./languages";

const [english, ...others] = languages;

/** Every text of a language by its path; functions are asked with one text for all that they take. */
function textsOf(value: unknown, path = ""): (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (value instanceof Map)
    return [...value].flatMap(([key, text]) => textsOf(text, `${path}.${String(key)}`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, path === "" ? key : `${path}.${key}`));
}

it.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["DE_ch", "de"],
  ["Deutsch", "de"],
  ["French", "fr"],
  ["Francais", "fr"],
  ["español", "es"],
  ["nl-BE", "nl"],
  ["Italiano", "it"],
  ["en-GB", "en"],
  ["pl", "en"],
  ["", "en"],
  ["desktop", "en"],
  ["item-7", "en"],
])("takes %s for %s", (language, code) => {
  expect(wordsOf(language).code).toBe(code);
});

it.each(others.map((words) => [words.code, words] as const))("says the same things in %s", (_, words) => {
  const paths = textsOf(english).map(([path]) => path);
  const texts = textsOf(words);
  expect(texts.map(([path]) => path).sort()).toEqual([...paths].sort());
  expect(texts.filter(([, text]) => text.trim() === "")).toEqual([]);
  // What is spelled alike in both; all else would be a text that nobody translated.
  const alike = new Map(textsOf(english));
  expect(texts.filter(([path, text]) => text.length > 12 && alike.get(path) === text)).toEqual([]);
});

it.each(languages.map((words) => [words.code, words] as const))(
  "keeps every figure that its sentences are given, in %s",
  (_, { sentences, reasons, tier, reminder, page }) => {
    const said = [
      sentences.credit("<1>", "<2>", "<3>", "<4>"),
      sentences.credited("<1>"),
      sentences.creditedOnceIssued("<1>"),
      sentences.pay(sentences.dueBy("<1>", "<2>"), "<3>"),
      sentences.onceIssued("<1>"),
      sentences.discount("<1>", "<2>"),
      reasons.share({ numerator: 1, denominator: 3 }, "<2>").replace("1/3", "<1>"),
      reasons.packagesOf("<1>", "<2>"),
      reasons.included("<1>", "<2>"),
      reasons.minimum("<1>", "<2>"),
      reasons.maximum("<1>", "<2>"),
      reasons.commitment("<1>", "<2>"),
      reasons.lateRest("<1>", "<2>"),
      tier({ lower: "<1>", upper: "<2>", isClosed: true }),
      tier({ lower: "<1>", upper: "<2>", isClosed: false }),
      tier({ lower: "", upper: "<1>", isClosed: false }),
      reminder.item("<1>", "<2>"),
      page("<1>", "<2>"),
    ];
    for (const text of said) {
      const marks = [...text.matchAll(/<(\d)>/g)].map(([, mark]) => Number(mark));
      expect([text, marks]).toEqual([text, marks.map((__, index) => index + 1)]);
      expect(marks.length).toBeGreaterThan(0);
    }
  },
);

it.each([
  ["en", "1,234.50", "5 Oct 2026", "5 to 31 Oct 2026", "from 5 Oct 2026 on", "2.5 %"],
  ["de", "1.234,50", "05.10.2026", "05.10.2026 bis 31.10.2026", "ab 05.10.2026", "2,5 %"],
  ["fr", "1\u00a0234,50", "05/10/2026", "du 05/10/2026 au 31/10/2026", "à partir du 05/10/2026", "2,5 %"],
  ["es", "1.234,50", "05/10/2026", "del 05/10/2026 al 31/10/2026", "desde el 05/10/2026", "2,5 %"],
  ["nl", "1.234,50", "05-10-2026", "05-10-2026 t/m 31-10-2026", "vanaf 05-10-2026", "2,5 %"],
  ["it", "1.234,50", "05/10/2026", "dal 05/10/2026 al 31/10/2026", "dal 05/10/2026", "2,5 %"],
])("writes figures and days of %s", (code, money, day, span, since, percent) => {
  const { notation } = wordsOf(code);
  const from = parseIsoDay("2026-10-05")!;
  expect([
    notation.money(new Decimal("1234.5"), "EUR"),
    notation.day(from),
    notation.span({ from, to: parseIsoDay("2026-10-31")! }),
    notation.span({ from, to: LAST_DAY }),
    notation.percent(new Decimal("0.025")),
  ]).toEqual([money, day, span, since, percent]);
  expect(notation.span({ from, to: from })).toBe(day);
});

it.each(languages.map((words) => [words.code, words] as const))(
  "has labels that fit their cells on the sheet of a document, in %s",
  (_, { labels, due, titles }) => {
    const { draftReference, dueDate, corrects, servicePeriod, paymentTerms, poNumber, ...rest } = labels;
    const facts = [draftReference, dueDate, corrects, servicePeriod, paymentTerms, poNumber];
    const own = [rest.buyerReference, rest.customerId, rest.contract];
    const kinds = [...Object.values(rest.number), ...Object.values(rest.date)];
    // The narrowest columns of quantity and unit.
    const isCut = (text: string, width: number, size: number) => wrapText(text, width, size).length > 1;
    expect([...facts, ...own, ...kinds].filter((text) => isCut(text, 25, sizes.text))).toEqual([]);
    // Those and the price; bold letters are a tenth wider.
    expect(Object.values(due).filter((text) => isCut(`${text} EUR`, 37, sizes.due * 1.1))).toEqual([]);
    const names = Object.values(titles).flatMap((title) => Object.values(title));
    expect(names.filter((text) => isCut(text, 98, sizes.title * 1.1))).toEqual([]);
  },
);
